import type { Locator } from '@playwright/test'

import { saying, type Visitor } from './visitor.ts'

/** Something to look at. It is gone to, looked at in every form, and left again. */
export type View = {
  readonly name: string
  /** What is there while the view is. */
  readonly shows: (visitor: Visitor) => Locator
  readonly open: (visitor: Visitor) => Promise<void>
  /** By Escape, where nothing else is said. */
  readonly leave?: (visitor: Visitor) => Promise<void>
}

/** All that opens from a board that is live, in turn. A new view is one more here. */
export const ON_THE_BOARD: readonly View[] = [
  {
    name: 'board',
    shows: ({ list }) => list.getByRole('row').first(),
    open: async () => {},
    leave: async () => {},
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
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.me.signOut }),
    open: ({ page, words }) => page.getByRole('button', { name: words.me.menu }).click(),
  },
  {
    name: 'availability menu',
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.me.reset }),
    open: ({ myAvailability }) => myAvailability.click(),
  },
  {
    name: 'until menu',
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.mine.until.chooseTime }),
    open: async ({ page, words, myAvailability }) => {
      await myAvailability.click()
      await page
        .getByRole('menuitem', { name: words.mine.until.open(words.choice('Busy')), exact: true })
        .click()
    },
  },
  {
    name: 'note editor',
    shows: ({ page, words }) => page.getByRole('textbox', { name: words.me.editNote }),
    open: ({ me, words }) => me.getByRole('button', { name: new RegExp(`^${words.me.changeNote}`) }).click(),
  },
  {
    name: 'location editor',
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
    shows: ({ page, colleague }) => page.getByRole('complementary', { name: colleague, exact: true }),
    open: ({ row, colleague }) => row(colleague).press('Enter'),
  },
  {
    name: 'menu of a person',
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.manage.removeFromList }),
    open: ({ opensMenuOf, row, colleague }) => opensMenuOf(row(colleague)),
  },
  {
    name: 'groups of a person',
    shows: ({ dialog }) => dialog,
    open: async ({ opensMenuOf, row, colleague, picks, words }) => {
      await opensMenuOf(row(colleague))
      await picks(words.manage.groups)
    },
  },
  {
    name: 'menu of a group',
    shows: ({ page, words }) => page.getByRole('menuitem').filter({ hasText: words.manage.rename }),
    open: ({ opensMenuOf, row, group }) => opensMenuOf(row(group)),
  },
  ...(['newGroup', 'addPeople', 'rename', 'delete'] as const).map((line): View => ({
    name: `dialog of a group: ${line}`,
    shows: ({ page, dialog }) => dialog.or(page.getByRole('alertdialog')),
    open: async ({ opensMenuOf, row, group, picks, words }) => {
      await opensMenuOf(row(group))
      await picks(words.manage[line])
    },
  })),
  {
    name: 'who sees what of me',
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.privacy.open),
  },
  {
    name: 'preferences',
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.preferences.open),
  },
  {
    name: 'shortcuts',
    shows: ({ dialog }) => dialog,
    open: async ({ row, colleague, page }) => {
      await row(colleague).focus()
      await page.keyboard.press('?')
    },
  },
  {
    name: 'view menu',
    shows: ({ page, words }) =>
      page.getByRole('menuitemradio').filter({ hasText: words.view.sortings('recent') }),
    open: ({ page, words }) => page.getByRole('button', { name: new RegExp(`^${words.view.menu}`) }).click(),
  },
  {
    name: 'choice of a wallboard',
    shows: ({ dialog }) => dialog,
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.wall.open),
  },
  {
    name: 'alerts',
    shows: ({ page, words }) => page.getByText(words.watching.nobody),
    open: ({ page, words }) => page.getByRole('button', { name: words.watching.alertsName(0) }).click(),
  },
  {
    name: 'diagnostics',
    shows: ({ page, diagnostics }) => page.getByRole('heading', { level: 1, name: diagnostics.title }),
    open: ({ picksFromMyMenu, words }) => picksFromMyMenu(words.me.diagnostics),
  },
]

const searches = ({ page, words }: Visitor, text: string): Promise<void> =>
  page.getByRole('textbox', { name: words.people.search }).fill(text)

/** A state that the whole page is in: somebody or something has brought it there, and there it stays. */
export type State = View & {
  /** Of the sandbox. */
  readonly flags?: readonly string[]
  /** Of `config.json`. */
  readonly configuration?: Readonly<Record<string, unknown>>
}

/** Each in a world of its own. `open` begins before anybody has opened the board. */
export const STATES: readonly State[] = [
  {
    name: 'sign-in',
    shows: ({ page, words }) => page.getByLabel(words.signIn.password),
    open: ({ opensTheBoard }) => opensTheBoard(),
  },
  {
    name: 'sign-in under way',
    shows: ({ page, words }) => page.getByText(words.signIn.steps.opening).first(),
    open: async ({ server, opensTheBoard, asksToSignIn }) => {
      await server.isSlow('POST .*/applications$', 600_000)
      await opensTheBoard()
      await asksToSignIn()
    },
  },
  {
    name: 'wrong password',
    shows: ({ page }) => page.getByRole('alert'),
    open: async ({ opensTheBoard, typesIn }) => {
      await opensTheBoard()
      await typesIn('not the password')
    },
  },
  {
    name: 'page not allowed',
    flags: ['--allowed-origin', 'https://presence.contoso.com'],
    shows: ({ page }) => page.getByText('New-CsWebOrigin'),
    open: async ({ opensTheBoard, typesIn, lene }) => {
      await opensTheBoard()
      await typesIn(lene.account.password)
    },
  },
  {
    name: 'mistake in the configuration',
    configuration: { autodiscover: { url: 'lync' } },
    shows: ({ page, words }) => page.getByRole('heading', { level: 1, name: words.configuration.title }),
    open: ({ opensTheBoard }) => opensTheBoard(),
  },
  {
    name: 'board while it is read',
    shows: ({ page, words }) => page.getByText(words.people.read(0, 60)),
    open: async ({ server, signsIn }) => {
      await server.isSlow('GET .*/people/.*/presence', 600_000)
      await signsIn()
    },
  },
  {
    name: 'board with nobody on it',
    flags: ['--contacts', '0', '--groups', '1'],
    shows: ({ page, words }) => page.getByText(words.people.emptyTitle),
    open: ({ signsIn }) => signsIn(),
  },
  {
    name: 'board read in part',
    shows: ({ page, words }) => page.getByText(words.people.unread(1)).first(),
    open: async ({ server, signsIn }) => {
      await server.fails({ kind: 'status', status: 403, match: 'GET .*/people/.*danab.*/presence' })
      await signsIn()
    },
  },
  {
    name: 'wallboard',
    shows: ({ page, words }) =>
      page.getByRole('main', { name: words.wall.region }).getByRole('listitem').first(),
    open: async ({ signsIn, picksFromMyMenu, dialog, words }) => {
      await signsIn()
      await picksFromMyMenu(words.wall.open)
      await dialog.getByRole('link', { name: words.wall.choose.open }).click()
    },
  },
  {
    name: 'board that is not live',
    shows: ({ page, words }) => page.getByRole('button', { name: words.band.tryNow }),
    open: async ({ server, signsIn }) => {
      await signsIn()
      await server.fails({ kind: 'status', status: 503 })
    },
  },
  {
    name: 'board that has stopped',
    shows: ({ page, words }) => page.getByRole('button', { name: words.band.startAgain }),
    open: async ({ server, signsIn }) => {
      await signsIn()
      await server.fails({
        kind: 'status',
        status: 410,
        code: 'Gone',
        subcode: 'TooManyApplications',
        match: 'POST .*/applications$',
      })
      await server.fails({ kind: 'expire-application' })
    },
  },
  {
    name: 'sign in again',
    shows: ({ page, words }) => page.getByRole('dialog', { name: words.signInAgain.title }),
    open: async ({ server, signsIn }) => {
      await signsIn()
      await server.fails({ kind: 'status', status: 400, code: 'invalid_grant', match: 'POST .*oauthtoken' })
      await server.fails({ kind: 'expire-token' })
    },
  },
  {
    name: 'choice that was refused',
    shows: ({ page, words }) => page.getByRole('button', { name: words.publish.tryAgain }),
    open: async ({ server, signsIn, myAvailability, page, words }) => {
      await signsIn()
      await server.fails({
        kind: 'status',
        status: 500,
        code: 'ServiceFailure',
        match: 'POST .*/me/presence',
      })
      await myAvailability.click()
      await page
        .getByRole('menuitemradio')
        .filter({ hasText: words.choice('Busy') })
        .first()
        .click()
    },
  },
]
