// npm run matrix [-- arguments of Playwright]: every view and state in the production build: in English in every window
// and theme, and beside its pictures; in every other language where there is least room, dark, and where most is said, light.
// What it looks at is e2e/matrix/views.ts and states.ts; in which windows and themes, forms.ts.
// npm run matrix -- --update: makes those pictures anew that differ.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal } from './children.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ROOT } from './root.mjs'

const PICTURES = join(ROOT, 'e2e', 'matrix', 'pictures')

endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
const given = process.argv.slice(2)
const isUpdate = given.includes('--update')
const rest = given.filter((one) => one !== '--update')
const update = isUpdate ? ['--update-snapshots=changed', '--grep', 'in en'] : []
const args = ['--config', 'playwright.matrix.config.ts', ...update, ...rest]
process.exitCode = (await runEndToEnd({ chromium, args })) ? 0 : 1
if (isUpdate) await reduce()

/** A page has few colours: kept in a palette, a picture is half as large, and differs by less than is compared. */
async function reduce() {
  const { default: sharp } = await import('sharp')
  for (const name of readdirSync(PICTURES, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.png')) continue
    const path = join(PICTURES, name)
    const picture = readFileSync(path)
    const { isPalette } = await sharp(picture).metadata()
    if (isPalette) continue
    writeFileSync(
      path,
      await sharp(picture).png({ palette: true, quality: 80, dither: 0, compressionLevel: 9 }).toBuffer(),
    )
  }
}
