// npm run matrix [-- arguments of Playwright]: every view and state in every language, theme and width, in the production
// build. What it looks at is one table, e2e/matrix/views.ts.
import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal } from './children.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
const args = ['--config', 'playwright.matrix.config.ts', ...process.argv.slice(2)]
process.exitCode = (await runEndToEnd({ chromium, args })) ? 0 : 1
