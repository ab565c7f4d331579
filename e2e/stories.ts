import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type PlaywrightWorkerArgs,
  type TestFixture,
} from '@playwright/test'

import type { Control } from '../sandbox/control.ts'
import { createPerson, type Person } from './person.ts'
import { createServer, type Server } from './server.ts'
import { createSandboxes, sandboxPeople, startDashboard, type Dashboard, type Sandboxes } from './servers.ts'

/** What a story may set for itself, by `test.use`. */
type Setting = {
  /** Flags of the sandbox besides those that every story has. */
  readonly sandboxFlags: readonly string[]
  /** How many times faster than the page's the sandbox's time runs: aggregation should not take a story's time. */
  readonly timeScale: number
  /** What the browser itself reports in the console when requests fail, where failing is what the story is about. */
  readonly expectedInConsole: RegExp | null
  readonly browserOptions: BrowserContextOptions
}

/** The people of a story, in a world of its own, and what they have to do with. */
type Cast = {
  readonly lene: Person
  readonly dana: Person
  readonly sara: Person
  readonly board: BoardServer
  readonly server: Server
}

/** The web server that the board's files lie on. */
type BoardServer = {
  /** Fields of `config.json` that differ from now on; undefined leaves one out. Before anybody has opened the board. */
  isConfiguredWith(fields: Readonly<Record<string, unknown>>): void
  /** The files lie there from now on. Before anybody has opened the board. */
  isServedFrom(folder: string): void
  address(): Promise<string>
  /** Nobody answers at its address any more. Once somebody has opened the board. */
  isStopped(): Promise<void>
  /** There again, at the same address. */
  isStarted(): Promise<void>
}

type World = { readonly autodiscover: string; readonly control: Control; readonly domain: string }
type Told = Setting & Cast & { readonly world: World }

/**
 * What the browser says by itself in every story. Requests that UCWA itself answers with a refusal are part of signing in
 * (the challenge) and of reading photos (somebody has none). The frame cannot take back a P-GET that is held: it is answered
 * when its application ends.
 */
const ALWAYS_IN_CONSOLE =
  /status of 401 .*(\/oauth\/user|\/applications$)|status of 404 .*(\/photos\/|\/events\?)/i

export const test = base.extend<Told, { sandboxes: Sandboxes }>({
  sandboxFlags: [[], { option: true }],
  timeScale: [5, { option: true }],
  expectedInConsole: [null, { option: true }],
  browserOptions: [{}, { option: true }],

  sandboxes: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures here; there are none
    async ({}, use) => {
      const sandboxes = createSandboxes()
      await use(sandboxes)
      await sandboxes.stop()
    },
    { scope: 'worker' },
  ],

  world: async ({ sandboxes, sandboxFlags, timeScale }, use, { project, testId, repeatEachIndex }) => {
    const transport = String(project.metadata['transport'])
    const { ready, control } = await sandboxes.with([
      '--transports',
      transport,
      '--time-scale',
      String(timeScale),
      ...sandboxFlags,
    ])
    // A world follows from its name, so a story meets the same people in every run, and nobody else's.
    const [, title = ''] = testId.split('-') // what comes before names the file
    const domain = `w${Number.parseInt(title.slice(0, 8), 16)}r${repeatEachIndex}.example`
    await use({ autodiscover: ready.autodiscover, control: control.of(domain), domain })
  },

  board: async ({ world }, use, { project }) => {
    let different: Readonly<Record<string, unknown>> = {}
    let folder: string | null = null
    const served: Dashboard[] = []
    const serve = async (port: number): Promise<string> => {
      const configuration = {
        autodiscover: { url: world.autodiscover },
        transport: project.metadata['transport'],
        ...sandboxPeople(await world.control.users()),
        ...different,
      }
      const dashboard = await startDashboard(configuration, folder, port)
      served.push(dashboard)
      return dashboard.address
    }
    let address: Promise<string> | null = null
    await use({
      isConfiguredWith: (fields) => {
        different = fields
      },
      isServedFrom: (place) => {
        folder = place
      },
      address: () => (address ??= serve(0)),
      isStopped: async () => {
        await address
        for (const dashboard of served.splice(0)) dashboard.stop()
      },
      isStarted: async () => {
        if (address === null) throw new Error('nobody has opened the board yet')
        address = serve(Number(new URL(await address).port))
        await address
      },
    })
    for (const dashboard of served) dashboard.stop()
  },

  server: async ({ world }, use) => {
    await use(createServer(world.control))
    await world.control.clearFaults()
  },

  lene: personNamed('lenea'),
  dana: personNamed('danab'),
  sara: personNamed('sarad'),
})

/** Somebody with a browser of their own. What goes wrong in their page unseen fails the story. */
function personNamed(localPart: string) {
  const fixture: TestFixture<Person, Told & PlaywrightWorkerArgs> = async (
    { browser, world, board, expectedInConsole, browserOptions },
    use,
  ) => {
    const users = await world.control.users()
    const user = users.find(({ username }) => username === `${localPart}@${world.domain}`)
    if (user === undefined) throw new Error(`${localPart} cannot sign in to ${world.domain}`)

    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...browserOptions })
    const troubles = watchForTroubles(context, expectedInConsole)
    await use(createPerson(await context.newPage(), user, () => board.address(), world.control))
    await context.close()
    expect(troubles, `what went wrong unseen in the page of ${user.name}`).toEqual([])
  }
  return fixture
}

/** Errors that nobody caught, rejections that nobody handled, and what the browser reports as an error. */
function watchForTroubles(context: BrowserContext, expectedInConsole: RegExp | null): readonly string[] {
  const troubles: string[] = []
  context.on('weberror', (trouble) => troubles.push(trouble.error().stack ?? trouble.error().message))
  context.on('console', (message) => {
    const text = `${message.text()} ${message.location().url}`
    const isExpected = ALWAYS_IN_CONSOLE.test(text) || expectedInConsole?.test(text) === true
    if (message.type() === 'error' && !isExpected) troubles.push(text)
  })
  return troubles
}

export { expect }
