import type { Locator } from '@playwright/test'

import { isShown } from './hearing.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

const keyboard = ({ page }: Person): Locator => page.getByRole('dialog', { name: 'Keyboard' })

/** What the dialog says, line by line: "Busy" and "S then B". */
async function readsTheKeys(person: Person): Promise<ReadonlyMap<string, string>> {
  await person.page.keyboard.press('?')
  await expect(keyboard(person)).toBeVisible()
  const lines = await keyboard(person)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => {
        const [what, keys] = Array.from(item.children)
        for (const hidden of Array.from(keys?.querySelectorAll('[aria-hidden]') ?? [])) hidden.remove()
        return [what?.textContent ?? '', (keys?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()] as const
      }),
    )
  await person.page.keyboard.press('Escape')
  await expect(keyboard(person)).toBeHidden()
  return new Map(lines)
}

/** One after the other, as somebody would. */
async function presses(person: Person, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await person.page.keyboard.press(key)
}

const chip = ({ page }: Person, name: string): Locator =>
  page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${name}, `) })

const isIn = (region: Locator): Promise<boolean> =>
  region.evaluate((element) => element.contains(document.activeElement))

type Try = { readonly keys: string; readonly works: (person: Person) => Promise<void> }

/**
 * What each line promises, tried. In this order, each from where the one before has led: one long way, and so a long file.
 */
const PROMISES: Readonly<Record<string, Try>> = {
  'This list': {
    keys: 'Question mark',
    works: async (lene) => {
      await presses(lene, '?')
      await expect(keyboard(lene)).toBeVisible()
      await presses(lene, 'Escape')
    },
  },
  Search: {
    keys: 'Slash',
    works: async (lene) => {
      await presses(lene, '/')
      await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toBeFocused()
      await lene.page.keyboard.type('dana')
      await expect(lene.sees('Sara Davis')).toHaveCount(0)
    },
  },
  'Clear, close': {
    keys: 'Escape',
    works: async (lene) => {
      await presses(lene, 'Escape')
      await expect(lene.sees('Dana Birkby')).toBeVisible()
      await presses(lene, 'Shift+F6') // out of the box, where digits are text
    },
  },
  'Filter: all, available, …': {
    keys: '1 to 7',
    works: async (lene) => {
      await presses(lene, '3')
      await expect(chip(lene, 'Busy')).toHaveAttribute('aria-pressed', 'true')
      await presses(lene, '1')
      await expect(chip(lene, 'All')).toHaveAttribute('aria-pressed', 'true')
    },
  },
  View: {
    keys: 'V',
    works: async (lene) => {
      await presses(lene, 'v')
      await expect(lene.page.getByRole('menu')).toBeVisible()
      await presses(lene, 'Escape')
      await expect(lene.page.getByRole('menu')).toHaveCount(0)
    },
  },
  'Cards, list, compact': {
    keys: 'V then C or V then L or V then K',
    works: async (lene) => {
      await presses(lene, 'v', 'k')
      await expect(lene.page).toHaveURL(/density=compact/)
      await presses(lene, 'v', 'l')
      await expect(lene.page).toHaveURL(/density=list/)
    },
  },
  'Set availability': {
    keys: 'S',
    works: async (lene) => {
      await presses(lene, 's')
      await expect(lene.page.getByRole('menuitemradio', { name: 'Busy', exact: true })).toBeVisible()
      await presses(lene, 'Escape')
    },
  },
  Busy: { keys: 'S then B', works: (lene) => becomes(lene, 'b', 'Busy') },
  'Do not disturb': { keys: 'S then D', works: (lene) => becomes(lene, 'd', 'Do not disturb') },
  'Be right back': { keys: 'S then R', works: (lene) => becomes(lene, 'r', 'Be right back') },
  'Appear away': { keys: 'S then W', works: (lene) => becomes(lene, 'w', 'Away') },
  'Off work': {
    keys: 'S then O',
    works: async (lene) => {
      await presses(lene, 's', 'o')
      await expect(lene.myAvailability).toContainText('Off work')
    },
  },
  Available: { keys: 'S then A', works: (lene) => becomes(lene, 'a', 'Available') },
  'Reset to automatic': {
    keys: 'S then 0',
    works: async (lene) => {
      await becomes(lene, 'b', 'Busy')
      await presses(lene, 's', '0')
      await isShown(lene, 'Available')
    },
  },
  Until: { keys: 'U', works: (lene) => opensAndLeaves(lene, 'u', 'Available until') },
  Note: {
    keys: 'N',
    works: async (lene) => {
      await presses(lene, 'n')
      await lene.noteEditor.fill('sbn/1?')
      await lene.noteEditor.pressSequentially(' sb/?')
      await expect(lene.noteEditor).toHaveValue('sbn/1? sb/?') // what is typed is only text
      await lene.page.getByRole('button', { name: 'Cancel' }).click()
      await isShown(lene, 'Available')
    },
  },
  Location: {
    keys: 'L',
    works: async (lene) => {
      await presses(lene, 'l')
      await expect(lene.page.getByRole('textbox', { name: /^Your location/ })).toBeFocused()
      await presses(lene, 'Escape')
    },
  },
  'Next part of the page, back': {
    keys: 'F6 or Shift+F6',
    works: async (lene) => {
      await lene.myAvailability.focus()
      await presses(lene, 'F6')
      await expect.poll(() => isIn(lene.list)).toBe(true)
      await presses(lene, 'Shift+F6')
      await expect.poll(() => isIn(lene.me)).toBe(true)
      await presses(lene, 'F6')
    },
  },
  'First, last': {
    keys: 'Home or End',
    works: async (lene) => {
      await presses(lene, 'End', 'Home')
      await expect(lene.list.getByRole('row').first()).toBeFocused()
    },
  },
  Person: {
    keys: 'Arrow up or Arrow down',
    works: async (lene) => {
      await presses(lene, 'ArrowDown', 'ArrowDown', 'ArrowUp')
      await expect(lene.list.getByRole('row').nth(1)).toBeFocused()
    },
  },
  'Next person, the one before': {
    keys: 'J or K',
    works: async (lene) => {
      await presses(lene, 'j', 'j', 'k', 'k')
      await expect(lene.list.getByRole('row').nth(1)).toBeFocused()
    },
  },
  'Fold, unfold group': {
    keys: 'Arrow left or Arrow right',
    works: async (lene) => {
      const all = (await lene.list.getAttribute('aria-rowcount')) ?? ''
      await presses(lene, 'Home', 'ArrowLeft')
      await expect(lene.list).not.toHaveAttribute('aria-rowcount', all)
      await presses(lene, 'ArrowRight')
      await expect(lene.list).toHaveAttribute('aria-rowcount', all)
      await presses(lene, 'ArrowDown')
    },
  },
  Chat: { keys: 'C', works: (lene) => handsOver(lene, 'c', 'im:') },
  Call: { keys: 'P', works: (lene) => handsOver(lene, 'p', '(tel|sip):') },
  Mail: { keys: 'M', works: (lene) => handsOver(lene, 'm', 'mailto:') },
  Watch: {
    keys: 'W',
    works: async (lene) => {
      await presses(lene, 'w')
      await expect(lene.me.getByRole('region', { name: 'Watching' })).toBeVisible()
      await presses(lene, 'w')
      await expect(lene.me.getByRole('region', { name: 'Watching' })).toBeHidden()
    },
  },
  Favourite: {
    keys: 'F',
    works: async (lene) => {
      await presses(lene, 'f')
      await expect(lene.list.getByRole('row', { name: /^Favourites in this browser/ })).toBeVisible()
      await presses(lene, 'f')
      await expect(lene.list.getByRole('row', { name: /^Favourites in this browser/ })).toHaveCount(0)
    },
  },
  Open: {
    keys: 'Enter',
    works: async (lene) => {
      await presses(lene, 'Enter')
      await expect(lene.page.getByRole('button', { name: 'Close', exact: true })).toBeVisible()
      await presses(lene, 'Escape')
      await expect(lene.page.getByRole('button', { name: 'Close', exact: true })).toBeHidden()
    },
  },
  'Menu, of a group as well': {
    keys: 'Shift+F10 or Menu key',
    works: async (lene) => {
      await opensTheRowsMenu(lene, 1, 'Shift+F10', 'Groups…')
      await opensTheRowsMenu(lene, 1, 'ContextMenu', 'Groups…')
      await presses(lene, 'Home')
      await opensTheRowsMenu(lene, 0, 'Shift+F10', 'New group…')
    },
  },
  'Who sees what of me': {
    keys: 'G then P',
    works: (lene) => opensAndLeaves(lene, 'g p', 'Who sees what of me'),
  },
  Wallboard: { keys: 'G then W', works: (lene) => opensAndLeaves(lene, 'g w', 'Wallboard') },
  Alerts: { keys: 'G then A', works: (lene) => opensAndLeaves(lene, 'g a', 'Alerts') },
  Preferences: { keys: 'Comma', works: (lene) => opensAndLeaves(lene, ',', 'Preferences') },
  Diagnostics: {
    keys: 'G then D',
    works: async (lene) => {
      await presses(lene, 'g', 'd')
      await expect(lene.page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible()
      await presses(lene, 'n') // what is behind it hears nothing
      await expect(lene.noteEditor).toHaveCount(0)
      await presses(lene, 'Escape')
      await expect(lene.list).toBeVisible()
    },
  },
  'Only watch, or be shown': {
    keys: 'S then V',
    works: async (lene) => {
      await presses(lene, 's', 'v')
      await expect(lene.me.getByText('Only watching')).toBeVisible()
      await presses(lene, 's', 'v')
      await isShown(lene, 'Available')
    },
  },
  'Sign out': {
    keys: 'G then Q',
    works: async (lene) => {
      await presses(lene, 'g', 'q')
      await expect(lene.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    },
  },
}

async function becomes(person: Person, key: string, state: string): Promise<void> {
  await presses(person, 's', key)
  await isShown(person, state)
  await expect(person.page.getByRole('menu')).toHaveCount(0)
}

async function opensAndLeaves(person: Person, keys: string, dialog: string): Promise<void> {
  await presses(person, ...keys.split(' '))
  await expect(person.page.getByRole('dialog', { name: dialog })).toBeVisible()
  await presses(person, 'Escape')
  await expect(person.page.getByRole('dialog', { name: dialog })).toBeHidden()
}

/** From the row that has the focus, and back to it. */
async function opensTheRowsMenu(person: Person, at: number, key: string, choice: string): Promise<void> {
  const menu = person.page.getByRole('menu')
  await expect(person.list.getByRole('row').nth(at)).toBeFocused()
  await presses(person, key)
  await expect(menu.getByRole('menuitem', { name: choice })).toBeVisible()
  await presses(person, 'Escape')
  await expect(menu).toHaveCount(0)
}

/** The page asks the browser to go to such an address, for whatever the machine has for it. */
async function handsOver(person: Person, key: string, scheme: string): Promise<void> {
  await person.page.evaluate(() => {
    navigation.addEventListener('navigate', ({ destination }) => (window.name = destination.url), {
      once: true,
    })
  })
  await presses(person, key)
  await expect.poll(() => person.page.evaluate(() => window.name)).toMatch(new RegExp(`^${scheme}`))
}

test.describe('the list of keys', () => {
  test.use({ expectedInConsole: /status of 404 .*\/events\?/ }) // watching only ends the application that was polled

  test('says exactly what works', async ({ lene }) => {
    await lene.signsIn()
    await lene.writesNote('At my desk')
    await lene.page
      .getByRole('row', { name: /^Dana Birkby/ })
      .first()
      .focus()

    const listed = await readsTheKeys(lene)

    const promised = Object.entries(PROMISES).map(([line, { keys }]) => [line, keys] as const)
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(promised))
    for (const [line, { works }] of Object.entries(PROMISES)) await test.step(line, () => works(lene))
  })
})

test('keys that type a character are silent once they are switched off, and stay so', async ({ lene }) => {
  await lene.signsIn()
  await isShown(lene, 'Available')
  await presses(lene, '?')
  await keyboard(lene).getByRole('switch', { name: 'Single keys' }).uncheck()
  await presses(lene, 'Escape')

  await presses(lene, 's', 'b', 'n', '/', '?')
  await expect(lene.page.getByRole('menu')).toHaveCount(0)
  await expect(lene.noteEditor).toHaveCount(0)
  await expect(keyboard(lene)).toHaveCount(0)
  await presses(lene, 'F6', 'F6', 'Home', 'ArrowDown')
  await expect(lene.list.getByRole('row').nth(1)).toBeFocused()

  await lene.signsOut()
  await lene.signsIn()
  await presses(lene, '?')
  await expect(keyboard(lene)).toHaveCount(0)
  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: 'Keyboard' }).click()
  await expect(keyboard(lene).getByRole('listitem').filter({ hasText: 'Arrow up' })).toHaveCount(1)
  await expect(keyboard(lene).getByRole('listitem').filter({ hasText: 'Search' })).toHaveCount(0)
  await keyboard(lene).getByRole('switch', { name: 'Single keys' }).check()
  await presses(lene, 'Escape')
  await expect(keyboard(lene)).toBeHidden()
  await presses(lene, 's', 'b')
  await isShown(lene, 'Busy')
})

test('what a key works names the key, in its tooltip or its menu, for as long as it works', async ({
  lene,
}) => {
  const { page } = lene
  const busy = page.getByRole('menuitemradio', { name: 'Busy', exact: true })
  await lene.signsIn()
  await lene.sees('Dana Birkby').hover()
  const works = [
    [page.getByRole('button', { name: 'Keyboard', exact: true }), 'Keyboard', '?'],
    [chip(lene, 'Busy'), 'Busy', '3'],
    [lene.myAvailability, 'Set availability', 'S'],
    [lene.myNote, 'Note', 'N'],
    [lene.sees('Dana Birkby').getByRole('link', { name: 'Call: Dana Birkby' }), 'Call', 'P'],
  ] as const
  for (const [button, what, key] of works) {
    await expect(button).toHaveAttribute('title', `${what} (${key})`)
    await expect(button).toHaveAttribute('aria-keyshortcuts', key)
  }
  await lene.myAvailability.click()
  await expect(busy).toHaveText('BusyB')
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await keyboard(lene).getByRole('switch', { name: 'Single keys' }).uncheck()
  await page.keyboard.press('Escape')
  for (const [button, what] of works) {
    await expect(button).toHaveAttribute('title', what)
    await expect(button).not.toHaveAttribute('aria-keyshortcuts')
  }
  await lene.myAvailability.click()
  await expect(busy).toHaveText('Busy')
})

test('whoever only watches has no keys to publish with', async ({ lene }) => {
  await lene.signsIn({ onlyWatch: true })

  const listed = await readsTheKeys(lene)

  for (const line of ['Set availability', 'Busy', 'Note', 'Location', 'Until', 'Reset to automatic'])
    expect(listed.has(line), line).toBe(false)
  expect(listed.get('Only watch, or be shown')).toBe('S then V')
})

test('a key leaves the focus where it was, and says what it has done', async ({ lene }) => {
  await lene.signsIn()
  await lene.sees('Sara Davis').focus()
  for (const key of ['c', 'l', 'k']) {
    await presses(lene, 'v', key)
    await expect(lene.sees('Sara Davis')).toBeFocused()
  }
  const told = lene.page.getByRole('status').filter({ hasText: 'Sara Davis' })
  await presses(lene, 'w')
  await expect(told).toHaveText('Watching Sara Davis')
  await presses(lene, 'f')
  await expect(told).toHaveText('Sara Davis is a favourite in this browser')
})

test('the menu begins with how one is, so that Enter by reflex changes nothing', async ({ lene }) => {
  await lene.signsIn()
  await becomes(lene, 'b', 'Busy')
  await presses(lene, 's')
  await expect(lene.page.getByRole('menuitemradio', { name: 'Busy', exact: true })).toBeFocused()
  await presses(lene, 'Enter')
  await isShown(lene, 'Busy')
})
