// npm run e2e [-- arguments of Playwright]: the end-to-end tests alone, against an up-to-date build.
import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal } from './children.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
process.exitCode = (await runEndToEnd({ chromium, args: process.argv.slice(2) })) ? 0 : 1
