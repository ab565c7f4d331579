import {
  test as base,
  expect,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestFixture,
} from '@playwright/test'

import { startSandbox, type Sandbox, type User } from '../../sandbox/control.ts'
import { copyOfTheBuild, type Build } from '../builds.ts'
import { createPerson, type Person } from '../person.ts'
import { createServer, type Server } from '../server.ts'
import { startDashboard } from '../servers.ts'

type Setting = {
  /** Fields of `config.json` besides those that lead to the server. */
  readonly configuration: Readonly<Record<string, unknown>>
  /**
   * Where the board is served from: at the site of the pool (in the wild, below one domain), or at another. Browsers that
   * block third-party cookies, as these do, keep the ticket from requests between sites as well.
   */
  readonly site: 'the pool’s' | 'another'
}

type Cast = {
  /** Her computer has signed her in to Windows: her browser has a ticket. */
  readonly lene: Person
  /** At a computer of her own, which the company's realm knows nothing of: no ticket. */
  readonly dana: Person
  readonly server: Server
  /** What the board is served from. */
  readonly build: Build
  /** She takes over somebody's browser, with all that it has kept, and a ticket of her own. */
  readonly saraTakesOver: (from: Person) => Promise<Person>
}

type Told = Setting & Cast & { readonly board: () => Promise<string> }
type Worker = { readonly sandbox: Sandbox }

/** A web ticket lives eight hours (`AuthenticationInUCWA.md`); this is safely past it. */
export const HOURS_OF_A_TOKEN = 9

/** A browser asks for a ticket to the host that it sees in the address, so that has to be a name. */
const HOST = 'localhost'

export const test = base.extend<Told, Worker>({
  configuration: [{}, { option: true }],
  site: ['the pool’s', { option: true }],

  sandbox: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures here; there are none
    async ({}, use, { project }) => {
      const sandbox = await startSandbox([
        '--host',
        HOST,
        '--transports',
        String(project.metadata['transport']),
        '--time-scale',
        '5', // aggregation should not take a story's time
        '--negotiate-verifier',
        given('NEGOTIATE_VERIFIER'),
      ])
      await use(sandbox)
      await sandbox.stop()
    },
    { scope: 'worker' },
  ],

  server: async ({ sandbox }, use) => {
    await use(createServer(sandbox.control))
  },

  // oxlint-disable-next-line no-empty-pattern -- as above
  build: async ({}, use) => {
    const build = copyOfTheBuild()
    await use(build)
    build.remove()
  },

  board: async ({ sandbox, configuration, site, build }, use, { project }) => {
    const leading = {
      autodiscover: { url: sandbox.ready.autodiscover },
      transport: project.metadata['transport'],
      ...configuration,
    }
    const dashboard = await startDashboard(leading, build.folder)
    const address = new URL(dashboard.address)
    if (site === 'the pool’s') address.hostname = HOST // the same machine, by its other name
    await use(() => Promise.resolve(address.href))
    dashboard.stop()
    await sandbox.control.reset()
  },

  lene: personNamed('lenea', () => ({ KRB5CCNAME: given('TICKETS_OF_LENE') })),
  dana: personNamed('danab', () => ({})),

  saraTakesOver: async ({ playwright, launchOptions, sandbox, board }: Needed, use) => {
    const env = { ...process.env, KRB5CCNAME: given('TICKETS_OF_SARA') }
    const browser = await playwright.chromium.launch({ ...launchOptions, env })
    await use(async (from) => {
      const context = await browser.newContext({ storageState: await from.page.context().storageState() })
      const account = await accountOf('sarad', sandbox)
      return createPerson(await context.newPage(), account, board, sandbox.control)
    })
    await browser.close()
  },
})

type Needed = Told & Worker & PlaywrightWorkerArgs & PlaywrightWorkerOptions

/** Somebody with a browser of their own, since tickets belong to whoever has started it. */
function personNamed(localPart: string, environment: () => Readonly<Record<string, string>>) {
  const fixture: TestFixture<Person, Needed> = async ({ playwright, launchOptions, sandbox, board }, use) => {
    const env = { ...process.env, ...environment() }
    const browser = await playwright.chromium.launch({ ...launchOptions, env })
    const context = await browser.newContext() // of our own, or it would take no second tab
    const account = await accountOf(localPart, sandbox)
    await use(createPerson(await context.newPage(), account, board, sandbox.control))
    await browser.close()
  }
  return fixture
}

async function accountOf(localPart: string, { control }: Sandbox): Promise<User> {
  const user = (await control.users()).find(({ username }) => username.startsWith(`${localPart}@`))
  if (user === undefined) throw new Error(`${localPart} cannot sign in`)
  return user
}

/** Presses the button; how that goes is for the story to see. */
export const usesTheirWindowsSignIn = ({ page }: Person): Promise<void> =>
  page.getByRole('button', { name: 'Use my Windows sign-in' }).click()

/** What `npm run test:kerberos` has made. */
function given(name: 'NEGOTIATE_VERIFIER' | 'TICKETS_OF_LENE' | 'TICKETS_OF_SARA'): string {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is not set; these stories are told by npm run test:kerberos`)
  return value
}

export { expect }
