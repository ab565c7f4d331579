import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

const BUSY = '#d13438'
const AVAILABLE = '#13a10e'
const GREY = '#6a707b'

/** What the tab's icon is drawn with: the last icon that the page names is the one that counts. */
const iconOf = (person: Person): Promise<string> =>
  person.page.evaluate(() => {
    const [icon] = Array.from(document.head.children)
      .filter(({ attributes }) => attributes.getNamedItem('rel')?.value === 'icon')
      .slice(-1)
    return decodeURIComponent(icon?.attributes.getNamedItem('href')?.value ?? '')
  })

const seesTheIconIn = (person: Person, colour: string) => expect.poll(() => iconOf(person)).toContain(colour)

test('the tab says how one is shown, and two clicks change it', async ({ lene }) => {
  await lene.signsIn()
  await expect(lene.page).toHaveTitle('Available · Presence Board')
  await seesTheIconIn(lene, AVAILABLE)

  await lene.myAvailability.click()
  await lene.page.getByRole('menuitemradio', { name: 'Busy', exact: true }).click()

  await expect(lene.page).toHaveTitle('Busy · Presence Board')
  await seesTheIconIn(lene, BUSY)
})

test('the tab says that one only watches', async ({ lene }) => {
  await lene.signsIn({ onlyWatch: true })

  await expect(lene.page).toHaveTitle('Only watching · Presence Board')
})

test.describe('while it is not live', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('the tab takes nothing for sure: its icon is grey until the server is heard', async ({
    lene,
    server,
  }) => {
    await lene.signsIn()
    await lene.choosesAvailability('Busy')
    await seesTheIconIn(lene, BUSY)

    await server.fails({ kind: 'status', status: 503 })
    await expect(lene.page).toHaveTitle('Not live · Presence Board')
    await seesTheIconIn(lene, GREY)
    expect(await iconOf(lene)).not.toContain(BUSY)

    await server.works()
    await expect(lene.page).toHaveTitle('Busy · Presence Board')
    await seesTheIconIn(lene, BUSY)
  })
})
