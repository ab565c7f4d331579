import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { ensurePackages } from './debian-packages.mjs'

/** As the sandbox's verifier is started: the system's own Python, which is the one that Debian's packages are for. */
export const SYSTEM_PYTHON = '/usr/bin/python3'

/** Debian's Chromium, since Playwright's own need not be built with Kerberos. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** What the proof is made of, by Debian's names. */
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
  const missing = await ensurePackages(PACKAGES)
  return missing === null ? { chromium: process.env['CHROMIUM_PATH'] ?? SYSTEM_CHROMIUM } : { missing }
}
