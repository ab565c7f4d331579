// npm run check-config -- FILE: tells what is wrong with a config.json, field by field, each with its remedy.
// Exit codes: 0 the file is right, 1 it has mistakes, 2 it cannot be read, is no JSON, or none was named.
import { startChild } from './children.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

await ensureInstalled()
const checking = startChild(
  process.execPath,
  [
    '--import',
    'tsx',
    'scripts/check-config.ts',
    process.env['INIT_CWD'] ?? process.cwd(),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
checking.once('exit', (code) => (process.exitCode = code ?? 2))
