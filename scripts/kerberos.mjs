// npm run test:kerberos: integrated sign-in with nothing imitated on the way from the ticket to the board: MIT Kerberos,
// Chromium's own Negotiate, the production build. Where Kerberos cannot be had it says so, and ends well.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { endChildren, endChildrenOnSignal, runNode } from './children.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureKerberos, SYSTEM_PYTHON } from './kerberos-packages.mjs'
import { startRealm } from './kerberos-realm.mjs'

/** The sandbox's first world is the company whose realm this is, as a Windows domain and its Kerberos realm are one. */
const REALM = 'CONTOSO.COM'
const PEOPLE = [
  { name: 'lenea', password: 'what she types at her Windows' },
  { name: 'sarad', password: 'and what Sara types' },
]
/** A browser asks for a ticket to the host that it sees in the address. */
const SERVICE = 'HTTP/localhost'

const folder = mkdtempSync(join(tmpdir(), 'presence-board-kerberos-'))
const remove = () => rmSync(folder, { recursive: true, force: true })
process.on('exit', remove)
endChildrenOnSignal({ exitCode: 130 })

await ensureInstalled()
const kerberos = await ensureKerberos()
if ('missing' in kerberos) {
  console.log(`Integrated sign-in was not tested. ${kerberos.missing}`)
  process.exit(0)
}
await ensureBuilt()

try {
  const realm = await startRealm({ folder, name: REALM, people: PEOPLE, service: SERVICE })
  const playwright = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'playwright.kerberos.config.ts',
  ]
  const [ofLene, ofSara] = PEOPLE.map(({ name, password }) => realm.signIn(name, password))
  const passed = await runNode([...playwright, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...realm.environment,
      CHROMIUM_PATH: kerberos.chromium,
      NEGOTIATE_VERIFIER: `${SYSTEM_PYTHON} scripts/kerberos-verifier.py`,
      TICKETS_OF_LENE: ofLene,
      TICKETS_OF_SARA: ofSara,
    },
  })
  process.exitCode = passed ? 0 : 1
} finally {
  await endChildren()
}
