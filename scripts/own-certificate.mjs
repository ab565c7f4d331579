import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DAYS = '2'

/**
 * Makes an authority, and a certificate of its for these hosts, by openssl.
 * @param {{ folder: string, hosts: readonly string[] }} options `folder` is the caller's to remove
 * @returns {{ certificate: string, key: string, fingerprint: string }} two files; and the hash of the certificate's public key, by
 *   which a Chromium can be told to trust it. Fails, with what openssl said.
 */
export function ownCertificate({ folder, hosts }) {
  const file = (/** @type {string} */ name) => join(folder, name)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl([
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('authority-key.pem'),
    '-out',
    file('authority.pem'),
    '-subj',
    '/CN=Presence Board test authority',
    '-days',
    DAYS,
  ])
  openssl([
    'req',
    ...key,
    '-keyout',
    file('key.pem'),
    '-out',
    file('request.pem'),
    '-subj',
    `/CN=${hosts[0]}`,
  ])
  writeFileSync(file('names'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`)
  openssl([
    'x509',
    '-req',
    '-in',
    file('request.pem'),
    '-out',
    file('leaf.pem'),
    '-days',
    DAYS,
    '-CA',
    file('authority.pem'),
    '-CAkey',
    file('authority-key.pem'),
    '-CAcreateserial',
    '-extfile',
    file('names'),
  ])
  const leaf = readFileSync(file('leaf.pem'), 'utf8')
  writeFileSync(file('certificate.pem'), leaf + readFileSync(file('authority.pem'), 'utf8'))
  const publicKey = new X509Certificate(leaf).publicKey.export({ type: 'spki', format: 'der' })
  return {
    certificate: file('certificate.pem'),
    key: file('key.pem'),
    fingerprint: createHash('sha256').update(publicKey).digest('base64'),
  }
}

/** @param {readonly string[]} args */
function openssl(args) {
  const { error, status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`openssl ${args[0]} ended with ${status}: ${stderr}`.trim())
}
