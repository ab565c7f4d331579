import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'

import { createPerson, type Person } from '../e2e/person.ts'
import { sandboxPeople, startDashboard } from '../e2e/servers.ts'
import { startSandbox, type Control } from '../sandbox/control.ts'

export type Transport = 'cors' | 'xframe'

/** A sandbox, the production build, and one person at a browser in front of it. */
export type Stage = {
  readonly control: Control
  readonly context: BrowserContext
  readonly page: Page
  readonly person: Person
  readonly troubles: Troubles
  stop(): Promise<void>
}

/** What goes wrong in the page unseen, as it comes. */
export type Troubles = {
  /** Errors that nobody caught, and rejections that nobody handled. */
  readonly uncaught: readonly string[]
  /** What the page itself reports as ours to mend. */
  readonly reported: readonly string[]
}

/** Tall enough for every row of the list, so that one look reads it all. */
const VIEWPORT = { width: 1280, height: 6000 }

export async function setStage({
  transport,
  sandboxFlags,
  before = () => Promise.resolve(),
  viewport = VIEWPORT,
}: {
  readonly transport: Transport
  readonly sandboxFlags: readonly string[]
  /** What is done to the page before it is opened. */
  readonly before?: (page: Page) => Promise<void>
  readonly viewport?: typeof VIEWPORT
}): Promise<Stage> {
  const browser = await launch() // first: the likeliest to be missing, and nothing must be left behind then
  const {
    ready,
    control,
    stop: stopSandbox,
  } = await startSandbox([...sandboxFlags, '--transports', transport])
  const dashboard = await startDashboard({
    autodiscover: { url: ready.autodiscover },
    transport,
    ...sandboxPeople(ready.users),
  })
  const context = await browser.newContext({ viewport })
  const troubles = watchForTroubles(context)
  const page = await context.newPage()
  await before(page)
  const [user] = ready.users
  if (user === undefined) throw new Error('the sandbox has nobody who can sign in')
  // Named, since on the list are people of other companies as well, whom this world knows too.
  const ofTheirWorld = control.of(user.uri.replace(/^.*@/, ''))
  const person = createPerson(page, user, () => Promise.resolve(dashboard.address), ofTheirWorld)
  return {
    control: ofTheirWorld,
    context,
    page,
    person,
    troubles,
    stop: async () => {
      await browser.close()
      dashboard.stop()
      await stopSandbox()
    },
  }
}

/** CHROMIUM_PATH names a browser where Playwright's own is missing. */
function launch(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath } = process.env
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []), // Chromium refuses its own sandbox to root
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}

/** What the browser says by itself of requests that fail, which is what chaos is about. */
const OF_THE_BROWSER = /Failed to load resource|blocked by CORS policy|net::ERR_/

function watchForTroubles(context: BrowserContext): Troubles {
  const uncaught: string[] = []
  const reported: string[] = []
  context.on('weberror', (trouble) => uncaught.push(trouble.error().stack ?? trouble.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' && !OF_THE_BROWSER.test(message.text())) reported.push(message.text())
  })
  return { uncaught, reported }
}
