import type { Page } from '@playwright/test'

import { CLIENT_ID, startAuthority, type Authority } from './authority.ts'
import { startLeadingTo } from './autodiscover-elsewhere.ts'
import { signsInOn } from './company-page.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

/** The token service says first that one has to sign in on its page; that has no icon. */
const NOT_YET = /status of 400 .*oauthtoken|status of 404 .*favicon/i
const ENDED_OR_NOT_YET = /status of 401|status of 400 .*oauthtoken|status of 404 .*favicon/i
/** What the provider's own page asks for, in vain. */
const OF_THE_PROVIDER = /fonts\.googleapis\.com|favicon/
const AS_A_TOKEN_ENDS = /fonts\.googleapis\.com|favicon|status of 401/

test.describe('the page of the organisation', () => {
  test.use({ sandboxFlags: ['--grants', 'passive'], expectedInConsole: NOT_YET })

  test('lets one in, in a window of its own', async ({ lene, server }) => {
    await lene.opensTheBoard()
    await lene.asksToSignIn()
    await signsInOn(await lene.opensTheSignInPage(), lene.account)

    await expect(lene.connection).toHaveText('Live')
    await server.agreesWith(lene)
  })

  test('that is closed too soon is offered again, and is not needed while its cookie is good', async ({
    lene,
  }) => {
    await lene.opensTheBoard()
    await lene.asksToSignIn()
    const tooSoon = await lene.opensTheSignInPage()
    await tooSoon.close()
    await expect(lene.page.getByText('You are not signed in there yet.')).toBeVisible()

    await signsInOn(await lene.opensTheSignInPage(), lene.account)
    await expect(lene.connection).toHaveText('Live')

    await lene.opensTheBoard()
    await lene.asksToSignIn()
    await expect(lene.connection).toHaveText('Live')
  })
})

test.describe('the order of the configuration', () => {
  test.use({ expectedInConsole: NOT_YET })

  test('decides which grant is tried first', async ({ lene, board }) => {
    board.isConfiguredWith({ signIn: { grants: ['passive', 'password'] } })
    await lene.opensTheBoard()
    await lene.asksToSignIn()

    await expect(lene.page.getByRole('region', { name: 'Sign in on your company’s page' })).toBeVisible()
    await expect(lene.page.getByRole('button', { name: 'Use my Windows sign-in' })).toHaveCount(0)
  })

  test('leaves out a password where it is not wanted', async ({ lene, board }) => {
    board.isConfiguredWith({ signIn: { grants: ['passive'] } })
    await lene.opensTheBoard()

    await expect(lene.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(lene.page.getByLabel('Password')).toHaveCount(0)
  })
})

test.describe('somebody else who signs in again where one person was', () => {
  test.use({ sandboxFlags: ['--grants', 'passive'], expectedInConsole: ENDED_OR_NOT_YET })

  test('begins a board of their own, and mixes nothing', async ({ lene, dana, server, world }) => {
    await lene.opensTheBoard()
    await lene.asksToSignIn()
    await signsInOn(await lene.opensTheSignInPage(), lene.account)
    await expect(lene.connection).toHaveText('Live')
    await lene.choosesAvailability('Busy')
    await expect.poll(async () => (await server.truthFor(lene)).me.availability).toBe('Busy')

    await lene.page.context().clearCookies() // a browser that was restarted, or a night
    await server.fails({ kind: 'expire-token' })
    await dana.becomes('Away')
    const prompt = lene.page.getByRole('dialog', { name: 'Sign in again' })
    await prompt.getByRole('button', { name: 'Sign in' }).click()
    const opening = lene.page.waitForEvent('popup')
    await prompt.getByRole('button', { name: /sign-in page/ }).click()
    await signsInOn(await opening, dana.account)

    await expect(prompt).toHaveCount(0)
    await expect(lene.connection).toHaveText('Live')
    await expect(lene.me).toContainText('Dana Birkby')
    await expect(lene.me.getByRole('button', { name: 'Show me' })).toBeVisible()
    await expect(lene.sees('Lene Aaling')).toBeVisible()
    const hers = (await world.control.applications()).filter(({ user }) => user === dana.account.uri)
    expect(hers, 'what was opened in her name by ids of Lene’s is ended').toHaveLength(1)
    expect((await server.truthFor(lene)).contacts[dana.account.uri]).toMatchObject({ availability: 'Away' })
  })
})

test.describe('integrated sign-in', () => {
  test.use({ expectedInConsole: /status of 401/ })

  test('that this computer cannot do says so, and the password still will', async ({ lene }) => {
    await lene.opensTheBoard()
    await lene.usesTheirWindowsSignIn()
    await expect(lene.page.getByRole('alert')).toContainText(
      'Your server did not take the Windows sign-in of this computer.',
    )

    await lene.typesIn(lene.account.username, lene.account.password)
    await expect(lene.connection).toHaveText('Live')
  })
})

const modern = test.extend<object, { authority: Authority }>({
  authority: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures here; there are none
    async ({}, use) => {
      const authority = await startAuthority()
      await use(authority)
      await authority.stop()
    },
    { scope: 'worker' },
  ],
  sandboxFlags: async ({ authority }, use) => {
    await use(['--authority', authority.url])
  },
})

/** Through the provider's own pages. */
async function letsIn(person: Person): Promise<Page> {
  const page = await person.opensTheSignInPage()
  await page.getByPlaceholder('Enter any login').fill(person.account.username)
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  return page
}

modern.describe('modern authentication', () => {
  modern.use({ expectedInConsole: OF_THE_PROVIDER })

  modern('lets one in at the provider that the server names', async ({ lene, board, server }) => {
    board.isConfiguredWith({ signIn: { grants: ['modern'], modern: { clientId: CLIENT_ID } } })
    await lene.opensTheBoard()
    await lene.asksToSignIn()
    const page = await letsIn(lene)

    await expect(lene.connection).toHaveText('Live')
    await server.agreesWith(lene)
    expect(page.isClosed()).toBe(true)
  })

  // No provider lets itself in by a frame of ours (frame-ancestors), and no token is kept over a reload.
  modern(
    'a wall that is opened again says that it is not signed in, and one click mends it',
    async ({ lene, board }) => {
      board.isConfiguredWith({ signIn: { grants: ['modern'], modern: { clientId: CLIENT_ID } } })
      await lene.page.goto(`${await board.address()}#view=wall`)
      await lene.asksToSignIn()
      await letsIn(lene)
      const wall = lene.page.getByRole('main', { name: 'Wallboard' })
      await expect(wall.getByRole('listitem').first()).toBeVisible()

      await lene.page.reload()

      await expect(lene.heading).toHaveText('This wallboard is not signed in')
      const page = await lene.opensTheSignInPage()
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(wall.getByRole('listitem').first()).toBeVisible()
    },
  )

  modern.describe('when its token has ended', () => {
    modern.use({ expectedInConsole: AS_A_TOKEN_ENDS })
    modern.beforeEach(({ board }) =>
      board.isConfiguredWith({ signIn: { grants: ['modern'], modern: { clientId: CLIENT_ID } } }),
    )

    modern('gets another by the refresh token, asking nobody', async ({ lene, dana, server, authority }) => {
      await lene.opensTheBoard()
      await lene.asksToSignIn()
      await letsIn(lene)
      await expect(lene.connection).toHaveText('Live')
      authority.grantsUsed()

      await server.fails({ kind: 'expire-token' })
      await dana.becomes('Away')

      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
      await expect(lene.connection).toHaveText('Live')
      expect(authority.grantsUsed()).toEqual(['refresh_token'])
    })

    modern(
      'and there is no refresh token, asks once, over the board',
      async ({ lene, dana, server, authority }) => {
        authority.givesRefreshTokens(false)
        await lene.opensTheBoard()
        await lene.asksToSignIn()
        await letsIn(lene)
        await expect(lene.connection).toHaveText('Live')
        await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)

        await server.fails({ kind: 'expire-token' })
        await dana.becomes('Away')
        const prompt = lene.page.getByRole('dialog', { name: 'Sign in again' })
        await expect(prompt).toBeVisible()
        await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)

        await prompt.getByRole('button', { name: 'Sign in' }).click()
        const page = await lene.opensTheSignInPage() // the provider knows her still, and asks for no password
        await page.getByRole('button', { name: 'Continue' }).click()
        await expect(prompt).toHaveCount(0)
        await expect(lene.connection).toHaveText('Live')
        await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
        authority.givesRefreshTokens(true)
      },
    )
  })
})

test.describe('the pool that was found before', () => {
  test('is asked at once after a reload, and autodiscover is not', async ({ lene, server }) => {
    await lene.signsIn()
    expect(await server.timesAskedForTheHomePool()).toBeGreaterThan(0)
    await server.forgetsRequests()

    await lene.signsIn()

    expect(await server.timesAskedForTheHomePool()).toBe(0)
  })

  for (const status of [403, 502]) {
    test.describe(`and answers ${status} now`, () => {
      test.use({ expectedInConsole: new RegExp(`status of (401|${status})`) })

      test('is looked for anew', async ({ lene, server }) => {
        await lene.signsIn()
        await server.forgetsRequests()
        await server.fails({ kind: 'status', status, match: 'POST .*/applications$', count: 1 })
        await lene.signsIn()

        expect(await server.timesAskedForTheHomePool()).toBeGreaterThan(0)
      })
    })
  }
})

test('whoever is homed in Microsoft’s cloud is told so', async ({ lene, board }, { project }) => {
  test.skip(project.name === 'xframe', 'the service of this story has no frame')
  const elsewhere = await startLeadingTo('https://webdir1a.online.lync.com/autodiscover/root')
  board.isConfiguredWith({ autodiscover: { url: elsewhere.url } })
  await lene.opensTheBoard()
  await lene.typesIn(lene.account.username, lene.account.password)

  await expect(lene.heading).toHaveText('Your account is in Microsoft’s cloud.')
  elsewhere.stop()
})
