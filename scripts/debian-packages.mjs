import { existsSync } from 'node:fs'

import { run } from './children.mjs'

/** It tries a source again and again where there is no network. (Our choice.) */
const APT_GIVE_UP_MS = 180_000

/**
 * Sees to it that programs are there which come from Debian's packages; root may install what is missing.
 * @param {readonly { name: string, isThere: () => boolean }[]} packages by Debian's names
 * @returns {Promise<string | null>} null: all are there; else a sentence: what is missing, and why it cannot be had
 */
export async function ensurePackages(packages) {
  const missing = packages.filter(({ isThere }) => !isThere()).map(({ name }) => name)
  if (missing.length === 0) return null
  const named = missing.join(' ')
  if (!existsSync('/usr/bin/apt-get')) return `This needs ${named}, and there is no apt-get here.`
  if (process.getuid?.() !== 0) return `This needs ${named}, which only root may install.`
  console.log(`Installing ${named} …`)
  // RUNLEVEL keeps the packages from starting services of the system's own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  /** @type {import('./children.mjs').Options} */
  const quietly = { env, stdio: ['ignore', 'ignore', 2], timeoutMs: APT_GIVE_UP_MS }
  await run('apt-get', ['update', '-qq'], quietly) // one source of several may fail, and the packages be in another
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quietly)
  const areThere = packages.every(({ isThere }) => isThere())
  return areThere ? null : `This needs ${named}, which apt-get could not install.`
}
