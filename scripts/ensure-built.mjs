import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { runNode } from './children.mjs'
import { ROOT } from './root.mjs'

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/** Builds the dashboard into dist/, if its sources are newer than what is there. Ends the process if it cannot be built. */
export async function ensureBuilt() {
  const built = join(ROOT, 'dist', 'index.html')
  if (existsSync(built) && newestAtMs(SOURCES.map((path) => join(ROOT, path))) < statSync(built).mtimeMs)
    return

  console.error('Building the dashboard …')
  if (await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])) return
  console.error('The dashboard could not be built; what vite says is above.')
  process.exit(1)
}

/**
 * When any of these last changed. Folders count too: removing a file changes nothing else.
 * @param {readonly string[]} paths
 * @returns {number} milliseconds since the Unix epoch
 */
function newestAtMs(paths) {
  const times = paths.map((path) => {
    const entry = statSync(path)
    if (!entry.isDirectory()) return entry.mtimeMs
    return Math.max(entry.mtimeMs, newestAtMs(readdirSync(path).map((name) => join(path, name))))
  })
  return Math.max(0, ...times)
}
