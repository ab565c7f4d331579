// npm run pictures: makes the README's pictures anew, of the production build and the sandbox's own people.
import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal, runNode } from './children.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
const env = { ...process.env, ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) }
process.exitCode = (await runNode(['--import', 'tsx', 'e2e/pictures.ts'], { stdio: 'inherit', env })) ? 0 : 1
