import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runNpm } from './children.mjs'
import { ROOT } from './root.mjs'

// Only what Node itself brings may be imported here: this runs before anything is installed.

const OLDEST_NODE = { major: 20, minor: 19 }

/**
 * Installs what package-lock.json names, if it is not there already. Everything said goes to standard error, so that
 * a command's own output stays its own. Ends the process, with one sentence, where Node is too old or npm fails.
 */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE.major || (major === OLDEST_NODE.major && minor < OLDEST_NODE.minor)) {
    console.error(`Presence Board needs Node 20.19 or later; this is ${process.version}.`)
    process.exit(1)
  }
  if (isInstalled()) return

  console.error('Installing what is missing …')
  // Not `npm ci`, which removes all of node_modules first. This installs the same versions, and writes to no file of ours.
  if (await runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) return
  console.error('npm could not install the packages. Is the npm registry reachable?')
  process.exit(1)
}

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * Whether node_modules holds every package that the lock names, in its version. Compared by content: times change with
 * every checkout. What is optional is left out of it, since most of that belongs to other systems.
 */
function isInstalled() {
  const present = lockedPackages('node_modules/.package-lock.json')
  return Object.entries(lockedPackages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  )
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(path) {
  const file = join(ROOT, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}
