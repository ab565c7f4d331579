import { addressOfNobody } from './servers.ts'
import { expect, test } from './stories.ts'

test('one of the sandbox’s people is picked, and their board opens', async ({ lene }) => {
  await lene.opensTheBoard()
  await expect(lene.heading).toHaveText('See who is there')

  await lene.signsIn()

  await expect(lene.me).toContainText('Lene Aaling')
  await expect(lene.sees('Dana Birkby').first()).toBeVisible()
  await expect(lene.page).toHaveTitle(/^Available · Presence Board$/)
})

test('who types address and password is signed in as themselves', async ({ dana }) => {
  await dana.opensTheBoard()
  await dana.typesIn(dana.account.username.toUpperCase(), dana.account.password)

  await expect(dana.connection).toHaveText('Live')

  await expect(dana.me).toContainText('Dana Birkby')
  await expect(dana.sees('Lene Aaling').first()).toBeVisible()
})

test.describe('with a wrong password', () => {
  test.use({ expectedInConsole: /status of 400 .*webticket/i })

  test('it says so, keeps the address, and lets one try again', async ({ lene }) => {
    await lene.opensTheBoard()
    await lene.typesIn(lene.account.username, 'not the password')

    await expect(lene.page.getByRole('alert')).toContainText('Address or password is not right.')
    await expect(lene.page.getByLabel('Sign-in address')).toHaveValue(lene.account.username)
    await lene.typesIn(lene.account.username, lene.account.password)

    await expect(lene.connection).toHaveText('Live')
  })
})

test.describe('where no server answers', () => {
  test.use({ expectedInConsole: /ERR_CONNECTION_REFUSED/ })

  test('it says for which domain none was found, and where it looked', async ({ lene, board }) => {
    const address = await addressOfNobody()
    board.isConfiguredWith({ autodiscover: { url: address } })
    await lene.opensTheBoard()

    await lene.typesIn(lene.account.username, lene.account.password)

    const domain = lene.account.username.split('@').at(-1) ?? ''
    await expect(lene.heading).toHaveText(`No server found for ${domain}.`)
    await expect(lene.page.getByText(new URL(address).host)).toBeVisible()
  })
})

test.describe('where the server’s list of allowed origins lacks this page', () => {
  test.use({
    sandboxFlags: ['--allowed-origin', 'https://presence.contoso.com'],
    expectedInConsole: /status of 403|CORS policy|ERR_FAILED/,
  })

  test('the administrator gets the very commands that add it', async ({ lene, board }) => {
    await lene.opensTheBoard()

    await lene.typesIn(lene.account.username, lene.account.password)

    await expect(lene.heading).toHaveText('Your server does not know this page yet')
    const origin = new URL(await board.address()).origin
    await expect(lene.page.getByText('New-CsWebOrigin')).toHaveText(
      `$o = New-CsWebOrigin -Url "${origin}"
       Set-CsWebServiceConfiguration -Identity Global \`
         -CrossDomainAuthorizationList @{Add=$o}`,
    )
  })
})

test('each mistake in the configuration file is named with its field', async ({ lene, board }) => {
  board.isConfiguredWith({ autodiscover: { url: 'lync' }, features: { search: 'no' } })

  await lene.opensTheBoard()

  await expect(lene.heading).toHaveText('The configuration has a mistake.')
  await expect(
    lene.page.getByText('config.json, field autodiscover.url: expected an https address, found "lync".'),
  ).toBeVisible()
  await expect(lene.page.getByText('config.json, field features.search: expected')).toBeVisible()
})

test('nobody is offered where the configuration does not say that this is the sandbox', async ({
  lene,
  board,
}) => {
  board.isConfiguredWith({ sandbox: undefined })

  await lene.opensTheBoard()

  await expect(lene.page.getByLabel('Password')).toBeVisible()
  await expect(lene.page.getByText('Sandbox')).toHaveCount(0)
  await expect(lene.page.getByRole('button', { name: 'Lene' })).toHaveCount(0)
})

test.describe('after signing out', () => {
  // The frame cannot take back a P-GET that is held: it is answered when its application ends.
  test.use({ expectedInConsole: /status of 404 .*\/events\?/ })

  test('nothing is left behind, on the page or on the server', async ({ lene, server }) => {
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby').first()).toBeVisible()

    await lene.signsOut()

    await expect(lene.page.getByText('Dana Birkby')).toHaveCount(0)
    await expect(lene.page.getByLabel('Password')).toHaveValue('')
    await expect.poll(() => server.applications()).toBe(0)
    await lene.page.reload()
    await expect(lene.page.getByLabel('Password')).toBeVisible()
  })
})
