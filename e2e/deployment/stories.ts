import { test as base, expect, type PlaywrightWorkerArgs, type TestFixture } from '@playwright/test'

import { startSandbox, type Sandbox } from '../../sandbox/control.ts'
import { createPerson, type Person } from '../person.ts'

type Cast = { readonly lene: Person; readonly dana: Person }
type Worker = { readonly sandbox: Sandbox }

export const test = base.extend<Cast, Worker>({
  sandbox: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures here; there are none
    async ({}, use, { project }) => {
      const flags: string[] = JSON.parse(given('SANDBOX_FLAGS'))
      const transports = ['--transports', String(project.metadata['transport'])]
      const sandbox = await startSandbox([...flags, ...transports, '--time-scale', '5'])
      await use(sandbox)
      await sandbox.stop()
    },
    { scope: 'worker' },
  ],
  lene: personNamed('lenea'),
  dana: personNamed('danab'),
})

/** The challenge, people without a photo, and a server found out to take the frame alone. */
const OF_THE_BROWSER = /status of (401|404) |No 'Access-Control-Allow-Origin' header|net::ERR_FAILED/

/** Somebody with a browser of their own. Nothing that the page's policy forbids may be tried, and nothing go wrong unseen. */
function personNamed(localPart: string) {
  const fixture: TestFixture<Person, Cast & Worker & PlaywrightWorkerArgs> = async (
    { browser, sandbox },
    use,
  ) => {
    const users = await sandbox.control.users()
    const user = users.find(({ username }) => username.startsWith(`${localPart}@`))
    if (user === undefined) throw new Error(`${localPart} cannot sign in`)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const troubles: string[] = []
    context.on('weberror', (trouble) => troubles.push(trouble.error().message))
    context.on('console', (message) => {
      if (message.type() === 'error' && !OF_THE_BROWSER.test(message.text())) troubles.push(message.text())
    })
    await context.exposeFunction('tellViolation', (violation: string) => troubles.push(violation))
    await context.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
      tellViolation(event.violatedDirective + ': ' + event.blockedURI + ' ' + event.sourceFile))`)
    await use(createPerson(await context.newPage(), user, async () => given('BOARD'), sandbox.control))
    await context.close()
    expect(troubles, `what went wrong unseen in the page of ${user.name}`).toEqual([])
  }
  return fixture
}

/** What `npm run test:deployment` has made. */
export function given(name: 'BOARD' | 'BOARD_BY_HTTP' | 'AUTHORITY' | 'SANDBOX_FLAGS'): string {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is not set; these stories are told by npm run test:deployment`)
  return value
}

export { expect }
