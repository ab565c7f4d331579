import { expect, type Locator, type Page } from '@playwright/test'

import type { Control, User } from '../sandbox/control.ts'
import { readBoard, type Board } from './board.ts'
import { escaped } from './words.ts'

const PREFERRED = {
  Available: 'Online',
  Busy: 'Busy',
  'Do not disturb': 'DoNotDisturb',
  'Be right back': 'BeRightBack',
  Away: 'Away',
  'Off work': 'Offwork',
} as const

/** What somebody may choose to be. */
type Choice = keyof typeof PREFERRED

/** One chooses to appear away; nobody can choose to be it. */
const inTheMenu = (choice: Choice): string => (choice === 'Away' ? 'Appear away' : choice)

/** Somebody at their browser: what they do there, and what they see. */
export type Person = {
  readonly account: User
  readonly page: Page
  readonly heading: Locator
  /** The word on the connection, in the top bar. */
  readonly connection: Locator
  /** What is said across the board when it is not live. */
  readonly notice: Locator
  /** When it will be tried again. */
  readonly nextTry: Locator
  readonly me: Locator
  /** The button that says and changes their own availability. */
  readonly myAvailability: Locator
  readonly myNote: Locator
  readonly noteEditor: Locator
  readonly myMenu: Locator
  readonly list: Locator

  opensTheBoard(): Promise<void>
  /** Picks themselves from the people whom the sandbox offers, and waits until the board is live. */
  signsIn(how?: { readonly onlyWatch?: boolean }): Promise<void>
  /** Types what they know, and asks to be signed in; how that goes is for the story to see. */
  typesIn(address: string, password: string): Promise<void>
  /** With nothing but who they are. */
  asksToSignIn(): Promise<void>
  usesTheirWindowsSignIn(): Promise<void>
  /** The window in which somebody else's page lets them in. */
  opensTheSignInPage(): Promise<Page>
  signsOut(): Promise<void>

  /** The first row of that person: somebody may be in several groups. */
  sees(name: string): Locator
  /** Opens somebody's panel, and has it. */
  opens(name: string): Promise<Locator>
  readsTheBoard(): Promise<Board>
  /** By their names, without the one for all. */
  readsTheChips(): Promise<readonly string[]>
  searchesFor(text: string): Promise<void>

  choosesAvailability(choice: Choice): Promise<void>
  /** "Busy until": one of the times that the menu offers, by how it begins. */
  choosesUntil(choice: Choice, time: string): Promise<void>
  /** One of the company's own states. */
  choosesOwnState(text: string): Promise<void>
  onlyWatches(): Promise<void>
  resetsToAutomatic(): Promise<void>
  writesNote(text: string, how?: { readonly togetherWith?: Choice }): Promise<void>
  clearsTheirNote(): Promise<void>
  setsLocation(text: string): Promise<void>

  /** The same person at another endpoint, with a client of its own. */
  becomes(choice: Choice): Promise<void>
  notes(message: string): Promise<void>
  moves(location: string): Promise<void>
  /** Exchange says so, in the person's name; null: they are back. */
  isOutOfOffice(message: string | null): Promise<void>
  /** By one of the company's own states. */
  shows(choice: Choice, activity: string): Promise<void>

  /** By the Tab key alone, from wherever they are. */
  tabsTo(place: Locator): Promise<void>
  /** By the arrow key alone, inside of a menu. */
  walksTo(place: Locator): Promise<void>
}

/** No page of ours has more stops than this. */
const MOST_STOPS = 60

export function createPerson(
  page: Page,
  account: User,
  boardAddress: () => Promise<string>,
  control: Control,
): Person {
  const atTheirDesk = { user: account.uri, endpoint: 'desktop' }
  const me = page.getByRole('complementary', { name: 'Me' })
  const myAvailability = me.getByRole('button', { name: /^My availability/ })
  const myNote = me.getByRole('button', { name: /^Change note/ })
  const myMenu = page.getByRole('button', { name: 'You and this board' })
  const list = page.getByRole('grid', { name: 'Contacts' })
  const main = page.getByRole('main', { name: 'People' })
  const submit = page.getByRole('button', { name: 'Sign in', exact: true })
  const noteEditor = page.getByRole('textbox', { name: 'Note for everybody who may see it' })

  const pressesUntil = async (key: string, place: Locator): Promise<void> => {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      // Each press starts where the last one led.
      if (await place.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
    }
    await expect(place, `reached by ${key}`).toBeFocused()
  }

  const person: Person = {
    account,
    page,
    heading: page.getByRole('heading', { level: 1 }),
    connection: main.getByText(/^(Live|Connecting…|Reconnecting|No network|Not live)$/).first(), // the band may say it too
    notice: main.getByText(/^Not live\./),
    nextTry: main.getByText(/Next try in \d+ seconds?\.$/),
    me,
    myAvailability,
    myNote,
    noteEditor,
    myMenu,
    list,

    opensTheBoard: async () => {
      await page.goto(await boardAddress())
    },
    signsIn: async ({ onlyWatch = false } = {}) => {
      await person.opensTheBoard()
      const [firstName = account.name] = account.name.split(' ')
      await page.getByRole('button', { name: new RegExp(`^${escaped(firstName)}\\b`) }).click()
      if (onlyWatch) await page.getByRole('checkbox', { name: 'Only watch' }).check()
      await submit.click()
      await expect(person.connection).toHaveText('Live')
    },
    typesIn: async (address, password) => {
      await page.getByLabel('Sign-in address').fill(address)
      await page.getByLabel('Password').fill(password)
      await submit.click()
    },
    asksToSignIn: async () => {
      await page.getByLabel('Sign-in address').fill(account.username)
      await submit.click()
    },
    usesTheirWindowsSignIn: () => page.getByRole('button', { name: 'Use my Windows sign-in' }).click(),
    opensTheSignInPage: async () => {
      const opening = page.waitForEvent('popup')
      await page.getByRole('button', { name: 'Open the sign-in page' }).click()
      return opening
    },
    signsOut: async () => {
      await myMenu.click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(submit).toBeVisible()
    },

    sees: (name) => list.getByRole('row', { name: new RegExp(`^${escaped(name)}, `) }).first(),
    opens: async (name) => {
      await person.sees(name).click()
      return page.getByRole('complementary', { name, exact: true })
    },
    readsTheBoard: () => readBoard(list),
    readsTheChips: async () => {
      const [, ...chips] = await chipsOf(page)
      return chips
    },
    searchesFor: (text) => page.getByRole('textbox', { name: 'Find people' }).fill(text),

    choosesAvailability: async (choice) => {
      await myAvailability.click()
      await page.getByRole('menuitemradio', { name: new RegExp(`^${inTheMenu(choice)}`) }).click()
    },
    choosesUntil: async (choice, time) => {
      await myAvailability.click()
      await page.getByRole('menuitem', { name: `${inTheMenu(choice)} until a time` }).click()
      await page.getByRole('menuitem', { name: new RegExp(`^${time}`) }).click()
    },
    choosesOwnState: async (text) => {
      await myAvailability.click()
      await page.getByRole('menuitemradio', { name: new RegExp(`^${escaped(text)} ?Others see`) }).click()
    },
    onlyWatches: async () => {
      await myAvailability.click()
      await page.getByRole('menuitem', { name: /^Only watch/ }).click()
    },
    resetsToAutomatic: async () => {
      await myAvailability.click()
      await page.getByRole('menuitem', { name: /^Reset to automatic/ }).click()
    },
    writesNote: async (text, { togetherWith } = {}) => {
      await myNote.click()
      await noteEditor.fill(text)
      if (togetherWith !== undefined)
        await page
          .getByRole('combobox', { name: 'Together with' })
          .selectOption({ label: inTheMenu(togetherWith) })
      await page.getByRole('button', { name: 'Publish' }).click()
    },
    clearsTheirNote: async () => {
      await myNote.click()
      await page.getByRole('button', { name: 'Clear note' }).click()
    },

    setsLocation: async (text) => {
      await me.getByRole('button', { name: /^(Set a|Change) location/ }).click()
      await page.getByRole('textbox', { name: /^Your location/ }).fill(text)
      await page.getByRole('button', { name: 'Publish' }).click()
    },

    becomes: (choice) => control.publish({ ...atTheirDesk, availability: PREFERRED[choice] }),
    notes: (note) => control.publish({ ...atTheirDesk, note }),
    moves: (location) => control.publish({ ...atTheirDesk, location }),
    isOutOfOffice: (outOfOffice) => control.publish({ ...atTheirDesk, outOfOffice }),
    shows: (choice, activity) =>
      control.publish({ ...atTheirDesk, availability: PREFERRED[choice], activity }),

    tabsTo: (place) => pressesUntil('Tab', place),
    walksTo: (place) => pressesUntil('ArrowDown', place),
  }
  return person
}

const chipsOf = (page: Page): Promise<readonly string[]> =>
  page
    .getByRole('group', { name: 'Show' })
    .getByRole('button')
    .evaluateAll((chips) => chips.map((chip) => chip.getAttribute('aria-label') ?? ''))
