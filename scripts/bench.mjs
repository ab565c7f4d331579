// npm run bench, npm run chaos, npm run soak: runs one of bench/ against an up-to-date build, in a browser that starts here.
import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal, runNode } from './children.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

const [name, ...args] = process.argv.slice(2)
endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
await ensureBuilt()
const chromium = await ensureBrowser()
const env = { ...process.env, ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) }
const passed = await runNode(['--import', 'tsx', `bench/${name}.ts`, ...args], { stdio: 'inherit', env })
process.exitCode = passed ? 0 : 1
