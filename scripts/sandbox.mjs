// npm run sandbox -- [flags]: the sandbox by itself; sandbox/README.md has the flags.
import { fileURLToPath } from 'node:url'

import { endWithParent } from './end-with-parent.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

await ensureInstalled()
endWithParent()

// In this very process, as `tsx sandbox/main.ts` would run it: signals and exit codes are then the sandbox's own.
const main = new URL('../sandbox/main.ts', import.meta.url)
process.argv[1] = fileURLToPath(main)
const { register } = await import('tsx/esm/api')
register()
await import(main.href)
