import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { startChild } from './children.mjs'
import { freePort } from './free-port.mjs'

/** Debian keeps an administrator's programs where not everybody looks. */
const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`

/** Of a database that is thrown away with its folder. */
const MASTER_PASSWORD = 'master'

/** For the centre to listen; it takes some 50 ms. (Our choice.) */
const LONGEST_START_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * A Kerberos realm on this machine alone. Its files are in one folder; none of the system's own is read or written.
 * @typedef {{
 *   environment: Readonly<Record<string, string>>,
 *   signIn: (name: string, password: string) => string,
 * }} Realm `environment` makes a program live there, with nobody's ticket; `signIn` gets somebody's, and answers with the
 *   value of KRB5CCNAME that has it
 */

/**
 * Makes a realm, and starts its key distribution centre as a child of this process.
 * @param {{
 *   folder: string, name: string, people: readonly { name: string, password: string }[], service: string,
 * }} options `folder` is empty, and the caller's to remove; `service` is `HTTP/host`, and has its key in the keytab
 * @returns {Promise<Realm>} Fails, with what the program said, where one of Kerberos's programs does.
 */
export async function startRealm({ folder, name, people, service }) {
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const files = filesIn(folder)
  writeFileSync(files.clients, clientsConfiguration(name, address, service))
  writeFileSync(files.centres, centresConfiguration(name, address, files))

  const environment = {
    PATH,
    KRB5_CONFIG: files.clients,
    KRB5_KDC_PROFILE: files.centres,
    KRB5_KTNAME: `FILE:${files.keytab}`,
    KRB5CCNAME: `FILE:${files.nobodysTickets}`,
  }
  /** @type {(program: string, args: readonly string[], input?: string) => void} */
  const run = (program, args, input = '') => runToEnd(program, args, { input, environment })

  run('kdb5_util', ['create', '-s', '-P', MASTER_PASSWORD])
  for (const person of people) run('kadmin.local', ['addprinc', '-pw', person.password, person.name])
  run('kadmin.local', ['addprinc', '-randkey', service])
  run('kadmin.local', ['ktadd', '-norandkey', '-k', files.keytab, service])
  await startCentre(port, environment)

  return {
    environment,
    signIn: (person, password) => {
      const tickets = `FILE:${join(folder, `tickets-${person}`)}`
      run('kinit', ['-c', tickets, person], `${password}\n`)
      return tickets
    },
  }
}

const filesIn = (/** @type {string} */ folder) => ({
  clients: join(folder, 'krb5.conf'),
  centres: join(folder, 'kdc.conf'),
  database: join(folder, 'principal'),
  stash: join(folder, 'stash'),
  rights: join(folder, 'kadm5.acl'),
  log: join(folder, 'kdc.log'),
  keytab: join(folder, 'keytab'),
  nobodysTickets: join(folder, 'tickets-of-nobody'),
})

/**
 * Names are taken as they are written: by default DNS is asked for the realm, and what the host is really called.
 * TCP alone, since that is what the centre listens on.
 * @type {(realm: string, address: string, service: string) => string}
 */
const clientsConfiguration = (realm, address, service) => `[libdefaults]
  default_realm = ${realm}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
[realms]
  ${realm} = {
    kdc = ${address}
  }
[domain_realm]
  ${service.replace(/^HTTP\//, '')} = ${realm}
`

/** @type {(realm: string, address: string, files: ReturnType<typeof filesIn>) => string} */
const centresConfiguration = (realm, address, files) => `[kdcdefaults]
  kdc_listen = ""
  kdc_tcp_listen = ${address}
[realms]
  ${realm} = {
    database_name = ${files.database}
    key_stash_file = ${files.stash}
    acl_file = ${files.rights}
  }
[logging]
  kdc = FILE:${files.log}
`

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ input: string, environment: Readonly<Record<string, string>> }} options
 */
function runToEnd(program, args, { input, environment }) {
  const env = { ...process.env, ...environment }
  const { error, status, stdout, stderr } = spawnSync(program, args, { env, input, encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${args[0]} ended with ${status}: ${stdout}${stderr}`.trim())
}

/**
 * Resolves once it takes requests. What it says of itself comes late, since its output is no terminal.
 * @param {number} port
 * @param {Readonly<Record<string, string>>} environment
 */
async function startCentre(port, environment) {
  const env = { ...process.env, ...environment }
  const centre = startChild('krb5kdc', ['-n'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let waitedMs = 0; !(await isListening(port)); waitedMs += LOOK_EVERY_MS) {
    if (centre.exitCode !== null) throw new Error(`krb5kdc ended with ${centre.exitCode} before it listened`)
    if (waitedMs > LONGEST_START_MS)
      throw new Error(`krb5kdc does not listen after ${LONGEST_START_MS / 1000} s`)
    await setTimeout(LOOK_EVERY_MS)
  }
}

/** @param {number} port */
async function isListening(port) {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false // refused: not yet
  } finally {
    socket.destroy()
  }
}
