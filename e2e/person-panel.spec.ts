import { barriersOn } from './barriers.ts'
import { expect, test } from './stories.ts'

test('all that is known of a colleague opens from their row, and Escape leads back to it', async ({
  lene,
  dana,
}) => {
  await dana.notes('Happy to look at drafts before lunch.')
  await dana.moves('Library, second floor')
  await lene.signsIn()
  await lene.sees('Dana Birkby').focus()
  await lene.page.keyboard.press('Enter')

  const panel = lene.page.getByRole('complementary', { name: 'Dana Birkby' })
  await expect(panel.getByRole('heading', { name: 'Dana Birkby' })).toBeFocused()
  await expect(panel).toContainText('Product designer')
  await expect(panel).toContainText('Available')
  await expect(panel).toContainText('Happy to look at drafts before lunch.')
  await expect(panel).toContainText('Library, second floor')
  await expect(panel).toContainText('Favourites')
  await expect(panel).toContainText(/Device\s*PC/)
  await expect(panel).toContainText('Reachable by')
  await expect(panel).toContainText('Work phone')
  await expect(panel.getByText(dana.account.username)).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Chat' })).toHaveAttribute(
    'href',
    `im:${dana.account.username}`,
  )
  await expect(panel.getByRole('link', { name: 'Call' })).toHaveAttribute('href', /^tel:\+\d+$/)
  await expect(panel.getByRole('link', { name: 'Skype for Business' })).toHaveAttribute(
    'href',
    dana.account.uri,
  )
  await expect(panel.getByRole('link', { name: 'Mail' })).toHaveAttribute(
    'href',
    `mailto:${dana.account.username}`,
  )
  await lene.page.keyboard.press('Escape')

  await expect(panel).toHaveCount(0)
  await expect(lene.sees('Dana Birkby')).toBeFocused()
})

test('a change is told in the open panel, with the time at which it was seen', async ({ lene, dana }) => {
  await lene.signsIn()
  const panel = await lene.opens('Dana Birkby')
  await expect(panel).toContainText('Available')
  await expect(panel).not.toContainText('since')

  await dana.becomes('Do not disturb')

  await expect(panel).toContainText('Do not disturb')
  await expect(panel).toContainText(/since \d\d:\d\d/)
})

test.describe('when the connection is lost', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('the panel tells what was', async ({ lene, dana, server }) => {
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')
    await expect(panel).toContainText('Available')

    await server.fails({ kind: 'status', status: 503 })
    await dana.becomes('Away')

    await expect(panel).toContainText('was Available')
    await expect(panel).toContainText(/as of \d\d:\d\d/)
    await expect(panel.getByRole('region', { name: 'Contact details' })).not.toContainText('Last active')
    await server.works()
    await expect(panel).not.toContainText('was Available')
  })
})

test('a note of 5,000 characters is whole in the panel, and only text', async ({ lene, dana }) => {
  const markup = '<img src=x onerror="document.title=1/0"><script>throw Error("ran")</script></bdi></div>'
  const note = `${markup}متاحة حتى الساعة الرابعة \u202E\u2067 👩‍👩‍👧‍👦 `.repeat(40).slice(0, 5000)
  await dana.notes(note)
  await lene.signsIn()

  const panel = await lene.opens('Dana Birkby')

  await expect(panel.getByText(note.slice(0, 60))).toContainText(note)
  const [scrolls, fits] = await panel.evaluate((element) => [element.scrollWidth, element.clientWidth])
  expect(scrolls, 'nothing scrolls sideways').toBe(fits)
  await expect(panel.getByText('Groups', { exact: true })).toBeAttached()
})

test('on a phone the person is a page of its own, with a way back', async ({ lene }) => {
  await lene.page.setViewportSize({ width: 360, height: 740 })
  await lene.signsIn()

  const panel = await lene.opens('Dana Birkby')

  await expect(panel.getByRole('heading', { name: 'Dana Birkby' })).toBeFocused()
  const settled = { x: 0, y: 0, width: 360, height: 740 } // it comes in from the side
  await expect.poll(() => panel.boundingBox()).toMatchObject(settled)
  await expect(lene.list).toBeHidden()
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel).toHaveCount(0)
  await expect(lene.sees('Dana Birkby')).toBeFocused()
})

test('an address with escapes and capitals is somebody, of whom nothing is known', async ({
  lene,
  server,
}) => {
  const uri = `sip:Lin.O%27Neil@${lene.account.username.split('@')[1]?.toUpperCase()}`
  await server.changesTheListOf(lene, { add: uri })
  await lene.signsIn()
  await lene.searchesFor('o%27neil')

  const panel = await lene.opens("Lin.O'Neil")

  await expect(panel).toContainText('Unknown')
  await expect(panel.getByText(uri.slice('sip:'.length).toLowerCase())).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Mail' })).toHaveCount(0)
  await expect(panel.getByRole('link', { name: 'Call' })).toHaveAttribute('href', uri.toLowerCase())
  await expect(panel.getByRole('link', { name: 'Skype for Business' })).toHaveCount(0)
  await expect(panel.getByRole('combobox')).toHaveValue('Unknown')
})

test('somebody of another company is said to be that', async ({ lene, server }) => {
  await lene.signsIn()
  const { contacts } = await server.truthFor(lene)
  const [, external] =
    Object.entries(contacts).find(([uri]) => !uri.endsWith(`@${ownDomain(lene.account.username)}`)) ?? []
  expect(external, 'somebody of another company is on the list').toBeDefined()

  const panel = await lene.opens(external?.name ?? '')

  await expect(panel).toContainText('External contact')
})

const ownDomain = (username: string): string => username.split('@')[1] ?? ''

test.describe('the address', () => {
  test.use({ browserOptions: { permissions: ['clipboard-read', 'clipboard-write'] } })

  test('is copied by one button', async ({ lene, dana }) => {
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')

    await panel.getByRole('button', { name: 'Copy Email' }).click()

    await expect(lene.page.getByRole('status').filter({ hasText: 'Email copied' })).toHaveCount(1)
    expect(await lene.page.evaluate(() => navigator.clipboard.readText())).toBe(dana.account.username)
  })
})

test('to open a person costs the server one request', async ({ lene, server }) => {
  await lene.signsIn()
  await server.hasToldEverything()
  await server.forgetsRequests()

  const panel = await lene.opens('Dana Birkby')
  await expect(panel.getByRole('combobox')).toBeVisible()
  await expect(panel).toContainText('Reachable by')

  await server.hasToldEverything()
  expect(await server.costs()).toEqual({ total: 1, by: { 'POST batch': 1 } })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panel has no fault that axe finds, ${colorScheme}`, async ({ lene }) => {
    await lene.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')
    await expect(panel.getByRole('combobox')).toBeVisible()

    expect(await barriersOn(lene.page)).toEqual([])
  })
}
