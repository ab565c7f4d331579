import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { run } from './children.mjs'

/** As the sandbox's verifier is started: the system's own Python, which is the one that Debian's packages are for. */
export const SYSTEM_PYTHON = '/usr/bin/python3'

/** Debian's Chromium, since Playwright's own need not be built with Kerberos. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** It tries a source again and again where there is no network. (Our choice.) */
const APT_GIVE_UP_MS = 180_000

/**
 * What the proof is made of, by Debian's names.
 * @type {readonly { name: string, isThere: () => boolean }[]}
 */
const PACKAGES = [
  { name: 'krb5-kdc', isThere: () => existsSync('/usr/sbin/krb5kdc') },
  { name: 'krb5-admin-server', isThere: () => existsSync('/usr/sbin/kadmin.local') },
  { name: 'krb5-user', isThere: () => existsSync('/usr/bin/kinit') },
  { name: 'python3-gssapi', isThere: () => spawnSync(SYSTEM_PYTHON, ['-c', 'import gssapi']).status === 0 },
  {
    name: 'chromium',
    isThere: () => process.env['CHROMIUM_PATH'] !== undefined || existsSync(SYSTEM_CHROMIUM),
  },
]

/**
 * Sees to it that MIT Kerberos and a Chromium that speaks it are there; root may install what is missing.
 * @returns {Promise<{ chromium: string } | { missing: string }>} `missing` is a sentence: what, and why it cannot be had
 */
export async function ensureKerberos() {
  const missing = PACKAGES.filter(({ isThere }) => !isThere()).map(({ name }) => name)
  if (missing.length > 0) {
    const named = missing.join(' ')
    if (!existsSync('/usr/bin/apt-get'))
      return { missing: `This needs ${named}, and there is no apt-get here.` }
    if (process.getuid?.() !== 0) return { missing: `This needs ${named}, which only root may install.` }
    console.log(`Installing ${named} …`)
    if (!(await installed(missing)))
      return { missing: `This needs ${named}, which apt-get could not install.` }
  }
  return { chromium: process.env['CHROMIUM_PATH'] ?? SYSTEM_CHROMIUM }
}

/** @param {readonly string[]} names */
async function installed(names) {
  // RUNLEVEL keeps the packages from starting the system's own key distribution centre, for which there is no realm.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  /** @type {import('./children.mjs').Options} */
  const quietly = { env, stdio: ['ignore', 'ignore', 2], timeoutMs: APT_GIVE_UP_MS }
  await run('apt-get', ['update', '-qq'], quietly) // one source of several may fail, and the packages be in another
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quietly)
  return PACKAGES.every(({ isThere }) => isThere())
}
