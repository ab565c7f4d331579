import { comesBackOnline, hasKeptTheBoard, newerVersionIsThere } from '../builds.ts'
import { createPerson, type Person } from '../person.ts'
import { expect, HOURS_OF_A_TOKEN, test, usesTheirWindowsSignIn } from './stories.ts'

test('whoever has a ticket presses one button, and sees colleagues live', async ({ lene, dana, server }) => {
  await lene.opensTheBoard()

  await usesTheirWindowsSignIn(lene)

  await expect(lene.connection).toHaveText('Live')
  await expect(lene.me).toContainText('Lene Aaling')
  await dana.becomes('Do not disturb')
  await server.agreesWith(lene)
})

test('where it worked before, the board opens with nothing asked', async ({ lene }) => {
  await lene.opensTheBoard()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')

  await lene.opensTheBoard()

  await expect(lene.connection).toHaveText('Live')
  await expect(lene.me).toContainText('Lene Aaling')
})

test('whoever signs out stays out until they ask', async ({ lene }) => {
  await lene.opensTheBoard()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')

  await lene.signsOut()
  await lene.opensTheBoard()

  await expect(lene.page.getByLabel('Password')).toBeVisible()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')
})

test('two people of one browser share nothing, though one of them has typed no address', async ({
  lene,
  dana,
  sandbox,
}) => {
  const applications = async () => (await sandbox.control.applications()).length
  const page = await lene.page.context().newPage()
  const danaBeside = createPerson(page, dana.account, () => Promise.resolve(page.url()), sandbox.control)
  await lene.opensTheBoard()
  await page.goto(lene.page.url())
  await danaBeside.typesIn(dana.account.username, dana.account.password)
  await expect(danaBeside.connection).toHaveText('Live')

  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.me).toContainText('Lene Aaling')
  expect(await applications()).toBe(2)

  // The next tab of Lene's is let in unasked, and is known for hers by nothing but the server's word.
  const nextTab = await lene.page.context().newPage()
  const leneAgain = createPerson(nextTab, lene.account, () => Promise.resolve(nextTab.url()), sandbox.control)
  await nextTab.goto(lene.page.url())
  await expect(leneAgain.connection).toHaveText('Live')
  await expect(leneAgain.me).toContainText('Lene Aaling')
  expect(await applications()).toBe(2)

  await danaBeside.signsOut()
  await expect(lene.connection).toHaveText('Live')
  await expect(leneAgain.me).toContainText('Lene Aaling')
  expect(await applications()).toBe(1)
})

test('where Windows lets in somebody else than the last time, nothing of the first is theirs', async ({
  lene,
  server,
  saraTakesOver,
}) => {
  await lene.opensTheBoard()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')
  await lene.choosesAvailability('Be right back')
  await lene.writesNote('Back at two')
  await lene.sees('Dana Birkby').click({ button: 'right' })
  await lene.page.getByRole('menuitem', { name: /^Favourite in this browser/ }).click()
  await expect(favouritesHere(lene)).toHaveCount(1)
  await expect(lene.me).toContainText('Back at two')

  const sara = await saraTakesOver(lene)
  await lene.page.close()
  await sara.opensTheBoard()

  await expect(sara.connection).toHaveText('Live')
  await expect(sara.me).toContainText('Sara Davis')
  // She has chosen nothing yet, not even to be seen; and nothing has been published in her name.
  await expect(sara.me.getByRole('button', { name: 'Show me' })).toBeVisible()
  expect((await server.truthFor(sara)).me).toEqual({ name: 'Sara Davis' })

  await sara.me.getByRole('button', { name: 'Show me' }).click()
  // What her own client at her desk says of her.
  await expect(sara.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\./)
  await expect(favouritesHere(sara)).toHaveCount(0)
  await sara.myNote.click()
  await expect(sara.noteEditor).toBeVisible()
  await expect(sara.noteEditor).not.toHaveValue('Back at two')
  await expect(sara.page.getByRole('button', { name: 'Use “Back at two”' })).toHaveCount(0)
  await sara.page.getByRole('button', { name: 'Cancel' }).click() // all else is covered until then
  await expect(sara.me).not.toContainText('Back at two')
  expect((await server.truthFor(sara)).me).toMatchObject({ availability: 'DoNotDisturb' })
})

test('a new version is taken at once where signing in is silent, but never while a note is half written', async ({
  lene,
  dana,
  server,
  build,
}) => {
  await lene.opensTheBoard()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')
  await hasKeptTheBoard(lene.page)
  await lene.myNote.click()
  await lene.noteEditor.fill('Back at')

  build.isReplacedBy('9.9.9')
  await comesBackOnline(lene.page)
  await newerVersionIsThere(lene.page)
  await dana.becomes('Busy')
  await server.hasToldEverything() // and so much time has passed
  await expect(lene.noteEditor).toHaveValue('Back at')
  await expect(lene.page.getByText('A new version is ready.')).toHaveCount(0)

  const again = lene.page.waitForEvent('load')
  await lene.noteEditor.fill('Back at three')
  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await again // by itself, once the server has been heard on the note

  await expect(lene.connection).toHaveText('Live')
  await expect(lene.me).toContainText('Back at three')
  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: 'Diagnostics' }).click()
  await expect(lene.page.getByRole('region', { name: 'This page' })).toContainText('9.9.9')
})

test('without a ticket the page says so, and the form signs in as ever', async ({ dana }) => {
  await dana.opensTheBoard()

  await usesTheirWindowsSignIn(dana)

  await expect(dana.page.getByRole('alert')).toContainText(
    'Your server did not take the Windows sign-in of this computer.',
  )
  await dana.typesIn(dana.account.username, dana.account.password)
  await expect(dana.connection).toHaveText('Live')
  await expect(dana.me).toContainText('Dana Birkby')
})

test('a token that ends in the night is renewed with nothing asked', async ({
  lene,
  dana,
  server,
  sandbox,
}) => {
  await lene.opensTheBoard()
  await usesTheirWindowsSignIn(lene)
  await expect(lene.connection).toHaveText('Live')
  await server.forgetsRequests()

  await sandbox.control.advance(HOURS_OF_A_TOKEN * 3600)
  await dana.becomes('Busy')

  await server.agreesWith(lene)
  await expect(lene.connection).toHaveText('Live')
  const { requests } = await sandbox.control.requests()
  expect(requests.by['POST oauthToken']).toBeGreaterThan(0)
})

test.describe('where the configuration says that every computer has a ticket', () => {
  test.use({ configuration: { signIn: { windowsUnasked: true } } })

  test('the board opens with nothing asked on the first day', async ({ lene }) => {
    await lene.opensTheBoard()

    await expect(lene.connection).toHaveText('Live')
    await expect(lene.me).toContainText('Lene Aaling')
  })

  test('and a computer that has none is offered the form', async ({ dana }) => {
    await dana.opensTheBoard()

    await dana.typesIn(dana.account.username, dana.account.password)

    await expect(dana.connection).toHaveText('Live')
    await expect(dana.me).toContainText('Dana Birkby')
  })
})

test.describe('where the board is served from another site than the pool', () => {
  test.use({ site: 'another' })

  test('the browser keeps the ticket, the page says so, and the form signs in', async ({ lene }) => {
    await lene.opensTheBoard()

    await usesTheirWindowsSignIn(lene)

    await expect(lene.page.getByRole('alert')).toContainText('Your server did not take the Windows sign-in')
    await lene.typesIn(lene.account.username, lene.account.password)
    await expect(lene.connection).toHaveText('Live')
  })
})

const favouritesHere = ({ list }: Person) => list.getByRole('row', { name: /^Favourites in this browser/ })
