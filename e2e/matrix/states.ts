import type { View } from './views.ts'

/** A state that the whole page is in: somebody or something has brought it there, and there it stays. */
export type State = View & {
  /** Of the sandbox. */
  readonly flags?: readonly string[]
  /** Of `config.json`. */
  readonly configuration?: Readonly<Record<string, unknown>>
}

/** A break is told after three seconds. */
const LONG_ENOUGH_MS = 10_000
const A_MINUTE_MS = 60_000

/** Each in a world of its own. `open` begins before anybody has opened the board. */
export const STATES: readonly State[] = [
  {
    name: 'sign-in',
    shows: ({ page, words }) => page.getByLabel(words.signIn.password),
    open: ({ opensTheBoard }) => opensTheBoard(),
  },
  {
    name: 'sign-in under way',
    isBrief: true,
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
    name: 'server that is not found',
    configuration: { autodiscover: { url: 'https://lyncdiscover.nowhere.example/' } },
    shows: ({ page, words }) => page.getByRole('button', { name: words.signIn.tryAgain }),
    open: async ({ opensTheBoard, typesIn, lene }) => {
      await opensTheBoard()
      await typesIn(lene.account.password)
    },
  },
  {
    name: 'sign-in over plain http',
    shows: ({ page, words }) => page.getByText(words.signIn.noPassword.title),
    open: ({ opensTheBoardAt }) => opensTheBoardAt('presence.contoso.example'),
  },
  {
    name: 'diagnostics before signing in',
    shows: ({ page, diagnostics }) => page.getByRole('heading', { level: 1, name: diagnostics.title }),
    open: async ({ opensTheBoard, page, words }) => {
      await opensTheBoard()
      await page.getByRole('button', { name: words.me.diagnostics }).click()
    },
  },
  {
    name: 'page opened offline',
    shows: ({ page, words }) => page.getByRole('heading', { level: 1, name: words.installed.offline }),
    open: async ({ opensTheBoard, hasKeptTheBoard, page }) => {
      await opensTheBoard()
      await hasKeptTheBoard()
      await page.context().setOffline(true)
      await opensTheBoard()
    },
  },
  {
    name: 'page whose web server does not answer',
    shows: ({ page, words }) => page.getByRole('heading', { level: 1, name: words.installed.noAnswer }),
    open: async ({ opensTheBoard, hasKeptTheBoard, losesTheWebServer, page }) => {
      await opensTheBoard()
      await hasKeptTheBoard()
      await losesTheWebServer()
      await page.reload()
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
    isBrief: true,
    shows: ({ page, words }) => page.getByText(words.people.read(0, 4)),
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
    shows: ({ page, words }) => page.getByText(words.people.unread(1)).filter({ visible: true }),
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
    open: async ({ server, signsIn, isLater, page, words, dana }) => {
      await signsIn()
      // As long as it lasts, the next try is as far away.
      await server.fails({ kind: 'status', status: 503, retryAfterSeconds: 120 })
      await dana.becomes('Away') // which ends the request that waits for news
      await page.getByText(words.connection.reconnecting, { exact: true }).first().waitFor()
      await isLater(LONG_ENOUGH_MS)
    },
  },
  {
    name: 'board of a computer that is offline',
    shows: ({ page, words }) => page.getByText(words.band.offlineThen),
    open: async ({ signsIn, page, words, isLater }) => {
      await signsIn()
      await page.context().setOffline(true)
      await page.getByText(words.connection.offline, { exact: true }).first().waitFor()
      await isLater(LONG_ENOUGH_MS)
    },
  },
  {
    name: 'board that goes on elsewhere',
    shows: ({ page, words }) => page.getByRole('button', { name: words.band.useHere }),
    open: async ({ server, signsIn, dana, page, words, isLater }) => {
      await signsIn()
      await server.fails({ kind: 'pget-replaced', count: 2 })
      await dana.becomes('Away')
      await page.getByRole('button', { name: words.band.useHere }).waitFor()
      await isLater(LONG_ENOUGH_MS)
    },
  },
  {
    name: 'board with a newer version',
    shows: ({ page, words }) => page.getByText(words.installed.newVersion),
    open: async ({ copiesTheBuild, signsIn, hasKeptTheBoard, page, isLater }) => {
      const build = copiesTheBuild()
      await signsIn()
      await hasKeptTheBoard()
      build.isReplacedBy('9.9.9')
      await isLater(A_MINUTE_MS) // it asks no more often than that
      await page.context().setOffline(true)
      await page.context().setOffline(false) // back on the network, it asks
    },
  },
  {
    name: 'board of somebody who only watches',
    shows: ({ me, words }) => me.getByRole('button', { name: words.me.showMe }),
    open: async ({ opensTheBoard, page, words, asksToSignIn }) => {
      await opensTheBoard()
      await page.getByRole('checkbox', { name: words.signIn.onlyWatch }).check()
      await asksToSignIn()
    },
  },
  {
    name: 'news of somebody who is watched',
    shows: ({ page, words, colleague }) =>
      page.getByRole('button', { name: words.watching.dismiss(colleague) }),
    open: async ({ signsIn, dana, row, page, words, colleague }) => {
      await dana.becomes('Busy')
      await signsIn()
      await row(colleague).press('w')
      await dana.becomes('Available')
      // Whoever is at it keeps it.
      await page.getByRole('button', { name: words.watching.dismiss(colleague) }).focus()
    },
  },
  {
    name: 'board of a thousand people',
    flags: ['--contacts', '1000', '--groups', '20'],
    shows: ({ list }) => list.getByRole('row').first(),
    open: ({ signsIn }) => signsIn(),
  },
  {
    name: 'choice that is under way',
    isBrief: true,
    shows: ({ me, words }) => me.getByText(words.me.saving),
    open: async ({ server, signsIn, myAvailability, page, words }) => {
      await signsIn()
      await server.isSlow('POST .*/me/presence', 600_000)
      await myAvailability.click()
      await page
        .getByRole('menuitemradio')
        .filter({ hasText: words.choice('Busy') })
        .first()
        .click()
    },
  },
  {
    name: 'board that has stopped',
    shows: ({ page, words }) => page.getByRole('button', { name: words.band.startAgain }),
    open: async ({ server, signsIn, page, words, isLater }) => {
      await signsIn()
      await server.fails({
        kind: 'status',
        status: 410,
        code: 'Gone',
        subcode: 'TooManyApplications',
        match: 'POST .*/applications$',
      })
      await server.fails({ kind: 'expire-application' })
      await page.getByRole('button', { name: words.band.startAgain }).waitFor()
      await isLater(LONG_ENOUGH_MS)
    },
  },
  {
    name: 'sign in again',
    shows: ({ page, words }) => page.getByRole('dialog', { name: words.signInAgain.title }),
    open: async ({ server, signsIn, page, words, isLater, dana }) => {
      await signsIn()
      await server.fails({ kind: 'status', status: 400, code: 'invalid_grant', match: 'POST .*oauthtoken' })
      await server.fails({ kind: 'expire-token' })
      await dana.becomes('Away')
      await page.getByRole('dialog', { name: words.signInAgain.title }).waitFor()
      await isLater(LONG_ENOUGH_MS)
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
