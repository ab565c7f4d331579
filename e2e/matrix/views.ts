import type { Locator } from '@playwright/test'

import { saying, type Visitor } from './visitor.ts'

/** Something to look at. It is gone to, looked at in every form, and left again. */
export type View = {
  readonly name: string
  /** What is there while the view is. */
  readonly shows: (visitor: Visitor) => Locator
  readonly open: (visitor: Visitor) => Promise<void>
  /** Whether it is laid beside a picture; so it is where nothing is said. */
  readonly isPictured?: boolean
  /** What of it is pictured where it lies over the board, which has pictures of its own; the whole window on a phone. */
  readonly part?: (visitor: Visitor) => Locator
  /** Whether it ends by itself, half a minute later: what is under way is given up then. It is gone to anew in every window. */
  readonly isBrief?: boolean
  /** Whether it is there for as long as the pointer rests on what it belongs to. */
  readonly isPointedAt?: boolean
  /** By Escape, where nothing else is said. */
  readonly leave?: (visitor: Visitor) => Promise<void>
}

const menus = ({ page }: Visitor): Locator => page.getByRole('menu')
const dialogs = ({ page, dialog }: Visitor): Locator => dialog.or(page.getByRole('alertdialog'))
const panelOf = ({ page, colleague }: Visitor): Locator =>
  page.getByRole('complementary', { name: colleague, exact: true })

/** All that opens from a board that is live, in turn. A new view is one more here. */
export const ON_THE_BOARD: readonly View[] = [
  {
    name: 'board',
    shows: ({ list }) => list.getByRole('row').first(),
    open: async () => {},
    leave: async () => {},
  },
  {
    name: 'board of cards',
    shows: ({ list }) => list.getByRole('row').first(),
    open: ({ turnsTo }) => turnsTo('density=cards'),
    leave: ({ turnsTo }) => turnsTo(''),
  },
  {
    name: 'compact board',
    shows: ({ list }) => list.getByRole('row').first(),
    open: ({ turnsTo }) => turnsTo('density=compact'),
    leave: ({ turnsTo }) => turnsTo(''),
  },
  {
    name: 'board by department',
    shows: ({ list }) => list.getByRole('row').first(),
    open: ({ turnsTo }) => turnsTo('group=department&sort=availability'),
    leave: ({ turnsTo }) => turnsTo(''),
  },
  {
    name: 'nobody in that state',
    shows: ({ page, words }) => page.getByText(words.people.nobody(words.people.chip.unknown)),
    open: ({ turnsTo }) => turnsTo('show=unknown'),
    leave: ({ turnsTo }) => turnsTo(''),
  },
  {
    name: 'search results',
    shows: ({ page, words }) => page.getByText(words.manage.directory, { exact: true }),
    open: (visitor) => searches(visitor, 'an'),
    leave: (visitor) => searches(visitor, ''),
  },
  {
    name: 'nobody found',
    shows: ({ page, words }) => page.getByText(words.people.nobodyFound('xyzzy')),
    open: (visitor) => searches(visitor, 'xyzzy'),
    leave: (visitor) => searches(visitor, ''),
  },
  {
    name: 'menu at one’s name',
    part: menus,
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.me.signOut }),
    open: ({ page, words }) => page.getByRole('button', { name: words.me.menu }).click(),
  },
  {
    name: 'availability menu',
    part: menus,
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.me.reset }),
    open: ({ myAvailability }) => myAvailability.click(),
  },
  {
    name: 'until menu',
    part: ({ page, words }) => page.getByRole('menu').filter({ hasText: words.mine.until.chooseTime }),
    isPointedAt: true,
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.mine.until.chooseTime }),
    open: async ({ page, words, myAvailability }) => {
      await myAvailability.click()
      await page
        .getByRole('menuitem', { name: words.mine.until.open(words.choice('Busy')), exact: true })
        .click()
    },
  },
  {
    name: 'time of one’s own',
    part: dialogs,
    shows: ({ page, words }) => page.getByLabel(words.mine.until.time, { exact: true }),
    open: async ({ page, words, myAvailability, picks }) => {
      await myAvailability.click()
      await page
        .getByRole('menuitem', { name: words.mine.until.open(words.choice('Busy')), exact: true })
        .click()
      await picks(words.mine.until.chooseTime)
    },
  },
  {
    name: 'note editor',
    part: dialogs,
    shows: ({ page, words }) => page.getByRole('textbox', { name: words.me.editNote }),
    open: ({ me, words }) => me.getByRole('button', { name: new RegExp(`^${words.me.changeNote}`) }).click(),
  },
  {
    name: 'location editor',
    part: dialogs,
    shows: ({ page, words }) => page.getByRole('textbox', { name: words.mine.location.edit }),
    open: async ({ me, words, myAvailability, picks }) => {
      const line = me.getByRole('button', { name: saying(words.mine.location.change) })
      if (await line.isVisible()) return line.click()
      await myAvailability.click() // there is no room for the line on a phone
      await picks(words.mine.location.title)
    },
  },
  {
    name: 'person panel',
    part: panelOf,
    shows: panelOf,
    open: ({ row, colleague }) => row(colleague).press('Enter'),
  },
  {
    name: 'person who is watched',
    part: panelOf,
    shows: ({ page, words, colleague }) => page.getByText(words.watching.tellMeWhen(colleague)),
    open: async (visitor) => {
      await opensThePanel(visitor)
      await pressesInThePanel(visitor, visitor.words.watching.watch)
    },
    leave: async (visitor) => {
      await pressesInThePanel(visitor, visitor.words.watching.watching)
      await closesThePanel(visitor)
    },
  },
  {
    name: 'question before blocking',
    part: panelOf,
    shows: ({ page, words, colleague }) =>
      page.getByRole('alertdialog', { name: words.privacy.block.title(colleague) }),
    open: async (visitor) => {
      const { words, colleague } = visitor
      const panel = await opensThePanel(visitor)
      await panel
        .getByRole('combobox', { name: words.privacy.seesYou(colleague) })
        .selectOption({ label: words.privacy.asLevel('Blocked') })
    },
    leave: async (visitor) => {
      await pressesInThePanel(visitor, visitor.words.privacy.block.no)
      await closesThePanel(visitor)
    },
  },
  {
    name: 'menu of a person',
    part: menus,
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.manage.removeFromList }),
    open: ({ opensMenuOf, row, colleague }) => opensMenuOf(row(colleague)),
  },
  {
    name: 'groups of a person',
    part: dialogs,
    shows: ({ dialog }) => dialog,
    open: async ({ opensMenuOf, row, colleague, picks, words }) => {
      await opensMenuOf(row(colleague))
      await picks(words.manage.groups)
    },
  },
  {
    name: 'menu of a group',
    part: menus,
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.manage.rename }),
    open: ({ opensMenuOf, row, group }) => opensMenuOf(row(group)),
  },
  ...(['newGroup', 'addPeople', 'rename', 'delete'] as const).map((line): View => ({
    name: `dialog of a group: ${line}`,
    part: dialogs,
    shows: dialogs,
    open: async ({ opensMenuOf, row, group, picks, words }) => {
      await opensMenuOf(row(group))
      await picks(words.manage[line])
    },
  })),
  {
    name: 'who sees what of me',
    part: dialogs,
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.privacy.open),
  },
  {
    name: 'preferences',
    part: dialogs,
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.preferences.open),
  },
  {
    name: 'high contrast that is preferred',
    part: dialogs,
    shows: ({ page, words }) =>
      page.getByRole('radio', { name: words.preferences.themes('contrast'), checked: true }),
    open: async ({ picksFromMyMenu, dialog, words }) => {
      await picksFromMyMenu(words.preferences.open)
      await dialog.getByRole('radio', { name: words.preferences.themes('contrast') }).check()
    },
    leave: async ({ dialog, page, words }) => {
      await dialog.getByRole('radio', { name: words.preferences.themes('system') }).check()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'shortcuts',
    part: dialogs,
    shows: ({ dialog }) => dialog,
    open: async ({ row, colleague, page }) => {
      await row(colleague).focus()
      await page.keyboard.press('?')
    },
  },
  {
    name: 'view menu',
    part: menus,
    shows: ({ page, words }) =>
      page.getByRole('menuitemradio').filter({ hasText: words.view.sortings('recent') }),
    open: ({ page, words }) => page.getByRole('button', { name: new RegExp(`^${words.view.menu}`) }).click(),
  },
  {
    name: 'choice of a wallboard',
    part: dialogs,
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.wall.open),
  },
  {
    name: 'alerts',
    part: dialogs,
    shows: ({ page, words }) => page.getByText(words.watching.nobody),
    open: ({ page, words }) => page.getByRole('button', { name: words.watching.alertsName(0) }).click(),
  },
  {
    name: 'diagnostics',
    isPictured: false, // it counts what has come in so far, on which no two runs agree
    shows: ({ page, diagnostics }) => page.getByRole('heading', { level: 1, name: diagnostics.title }),
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.me.diagnostics),
  },
]

const searches = ({ page, words }: Visitor, text: string): Promise<void> =>
  page.getByRole('textbox', { name: words.people.search }).fill(text)

async function opensThePanel(visitor: Visitor): Promise<Locator> {
  const panel = panelOf(visitor)
  if (!(await panel.isVisible())) await visitor.row(visitor.colleague).press('Enter')
  await panel.waitFor()
  return panel
}

const pressesInThePanel = (visitor: Visitor, button: string): Promise<void> =>
  panelOf(visitor).getByRole('button', { name: button, exact: true }).click()

async function closesThePanel(visitor: Visitor): Promise<void> {
  await visitor.page.keyboard.press('Escape')
  await panelOf(visitor).waitFor({ state: 'hidden' })
}
