import type { Locator, Page } from '@playwright/test'

import type { Words } from '../../src/ui/words/words.ts'
import { loadDiagnosticsWords, loadWords } from '../../src/ui/words/load-words.ts'
import type { Language } from '../../src/state/languages.ts'
import type { Build } from '../builds.ts'
import type { Person } from '../person.ts'
import type { Server } from '../server.ts'
import { escaped } from '../words.ts'

/** When it is for whoever looks: a Monday morning, that goes on by their own doing alone. */
export const NOW = new Date('2026-03-02T09:40:40+01:00')

/** On everybody's list, and by no means the last of it. */
const COLLEAGUE = 'Dana Birkby'

/** Somebody who looks at every view there is, in their own language, and finds their way by that language's words. */
export type Visitor = {
  readonly lene: Person
  readonly dana: Person
  /** Somebody on the list, by the name that everybody has for them. */
  readonly colleague: string
  /** A group of Lene's own, by its name; none where her list is empty. */
  readonly group: string
  readonly server: Server
  readonly page: Page
  readonly words: Words
  readonly diagnostics: Awaited<ReturnType<typeof loadDiagnosticsWords>>
  readonly me: Locator
  readonly myAvailability: Locator
  readonly list: Locator
  readonly dialog: Locator

  opensTheBoard(): Promise<void>
  /** At that name of the web server, for which the browser asks this machine. */
  opensTheBoardAt(host: string): Promise<void>
  /** What the address says of the view, as a bookmark does. */
  turnsTo(fragment: string): Promise<void>
  /** So long after the beginning it is now. */
  isLater(ms: number): Promise<void>
  /** The browser has its own copy of the page, which opens without a network. */
  hasKeptTheBoard(): Promise<void>
  /** The web server has a copy of the build, which may be replaced by a newer one. Before the board is opened. */
  copiesTheBuild(): Build
  /** The web server that the board comes from answers no more. */
  losesTheWebServer(): Promise<void>
  typesIn(password: string): Promise<void>
  /** Picks Lene from the people whom the sandbox offers, and asks to be signed in. */
  asksToSignIn(): Promise<void>
  signsIn(): Promise<void>
  /** Opens the menu at one's name, and takes that line of it. */
  picksFromMyMenu(line: string): Promise<void>
  /** Opens the menu of that row, by keyboard. */
  opensMenuOf(row: Locator): Promise<void>
  row(name: string): Locator
  picks(line: string): Promise<void>
}

type VisitorProps = {
  lene: Person
  dana: Person
  server: Server
  language: Language
  copiesTheBuild: () => Build
  losesTheWebServer: () => Promise<void>
}

export async function createVisitor(props: VisitorProps): Promise<Visitor> {
  const { lene, dana, server, language, copiesTheBuild, losesTheWebServer } = props
  const words = await loadWords(language)
  const { page } = lene
  await page.clock.setFixedTime(NOW)
  // What is left to chance (pauses, for one) is the same each time too.
  await page.addInitScript(() => {
    Math.random = () => 0.5
  })
  const { groups } = await server.truthFor(lene)
  const group = groups.find(({ rel, members }) => rel === 'group' && members.length > 0)

  const me = page.getByRole('complementary', { name: words.me.region })
  const list = page.getByRole('grid', { name: words.people.list })
  const myMenu = page.getByRole('button', { name: words.me.menu })
  const submit = page.getByRole('button', { name: words.signIn.submit, exact: true })

  const visitor: Visitor = {
    lene,
    dana,
    colleague: COLLEAGUE,
    group: group?.name ?? '',
    server,
    page,
    words,
    diagnostics: await loadDiagnosticsWords(language),
    me,
    myAvailability: me.getByRole('button', { name: saying(words.me.availability) }),
    list,
    dialog: page.getByRole('dialog'),

    opensTheBoard: () => lene.opensTheBoard(),
    opensTheBoardAt: async (host) => {
      await visitor.opensTheBoard()
      const address = new URL(page.url())
      address.hostname = host
      await page.goto(address.href)
    },
    turnsTo: async (fragment) => {
      await page.goto(page.url().replace(/(#.*)?$/, `#${fragment}`))
    },
    isLater: (ms) => page.clock.setFixedTime(NOW.getTime() + ms),
    hasKeptTheBoard: async () => {
      await page.evaluate(() => navigator.serviceWorker.ready)
    },
    copiesTheBuild,
    losesTheWebServer,
    typesIn: async (password) => {
      await page.getByLabel(words.signIn.address).fill(lene.account.username)
      await page.getByLabel(words.signIn.password).fill(password)
      await submit.click()
    },
    asksToSignIn: async () => {
      const [firstName = ''] = lene.account.name.split(' ')
      await page.getByRole('button', { name: new RegExp(`^${escaped(firstName)}\\b`) }).click()
      await submit.click()
    },
    signsIn: async () => {
      await visitor.opensTheBoard()
      await visitor.asksToSignIn()
      await page.getByText(words.connection.live, { exact: true }).first().waitFor()
      await server.hasToldEverything()
    },
    picksFromMyMenu: async (line) => {
      await myMenu.click()
      await visitor.picks(line)
    },
    opensMenuOf: (row) => row.press('Shift+F10'),
    // A comma follows, in some languages another one than ours; in Arabic the name is set apart from the words beside it.
    row: (name) =>
      list.getByRole('row', { name: new RegExp(`^\\u2068?${escaped(name)}(\\P{L}|$)`, 'u') }).first(),
    picks: (line) => page.getByRole('menuitem').filter({ hasText: line }).click(),
  }
  return visitor
}

/** What a sentence of one gap looks like, whatever stands in the gap. */
export function saying(sentence: (gap: string) => string): RegExp {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000')
  const said = [before, after].map((part) => escaped(part).replaceAll(/\s+/g, '\\s+')) // French has narrow ones, too
  return new RegExp(`^${said.join('.*')}$`)
}
