import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

test('the groups stand in order, the pinned one first and the default one last', async ({ lene, server }) => {
  const { groups } = await server.truthFor(lene)
  const personal = groups.slice(1, -1)
  expect(groups.map(({ rel }) => rel)).toEqual([
    'pinnedGroup',
    ...personal.map(() => 'group'),
    'defaultGroup',
  ])

  await lene.signsIn()

  const titles = async () => (await lene.readsTheBoard()).map(({ title }) => title)
  await expect.poll(titles).toEqual(['Favourites', ...personal.map(({ name }) => name), 'Other contacts'])
})

test('every contact is there, with availability, activity, note and place', async ({ lene, server }) => {
  const { contacts } = await server.truthFor(lene)
  expect(Object.keys(contacts)).toHaveLength(60)

  await lene.signsIn()

  await server.agreesWith(lene)
})

test('what a colleague changes is on screen without a reload', async ({ lene, dana }) => {
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toBeVisible()

  await dana.becomes('Do not disturb')
  await dana.notes('Reading proofs until three.')
  await dana.moves('Library, second floor')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(
    /^Dana Birkby, Do not disturb, .*Reading proofs until three\., Library, second floor/,
  )
  await dana.notes('')

  await expect(lene.sees('Dana Birkby')).not.toContainText('Reading proofs')
  await expect(lene.sees('Dana Birkby')).toContainText('Library, second floor')
})

test('a note of 5,000 characters is only text, and takes no more room than two lines', async ({
  lene,
  dana,
}) => {
  const markup = '<img src=x onerror="document.title=1/0"><script>throw Error("ran")</script></bdi></div>'
  const rightToLeft = 'متاحة حتى الساعة الرابعة \u202E\u2067 اتصلوا '
  const emoji = '👩‍👩‍👧‍👦 🏳️‍🌈 ☕️ '
  const note = `${markup}${rightToLeft}${emoji}`.repeat(40).slice(0, 5000)
  await lene.signsIn()
  const before = await lene.sees('Dana Birkby').boundingBox()

  await dana.notes(note)

  await expect(lene.sees('Dana Birkby')).toContainText(note)
  expect(await lene.sees('Dana Birkby').boundingBox()).toEqual(before)
  await expect(lene.sees('Sara Davis')).toBeInViewport()
  await expect(lene.page).toHaveTitle('Available · Presence Board')
  const width = await lene.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, 'nothing scrolls sideways').toBeLessThanOrEqual(1280)
})

test('names that are written from right to left stand as they are', async ({ lene, server }) => {
  const { contacts } = await server.truthFor(lene)
  const names = Object.values(contacts).map(({ name }) => name)
  const rightToLeft = names.filter((name) => /^\p{Script=Arabic}|^\p{Script=Hebrew}/u.test(name))
  expect(rightToLeft).not.toEqual([])

  await lene.signsIn()

  for (const name of rightToLeft) {
    await lene.searchesFor(name)
    await expect(lene.sees(name)).toContainText(name)
  }
})

test.describe('when the server does not tell the presence of a colleague', () => {
  test.use({ expectedInConsole: /status of 404 .*danab.*\/presence/ }) // where it is read alone, in no batch

  test('they are unknown, not available', async ({ lene, server }) => {
    await server.fails({ kind: 'status', status: 404, code: 'NotFound', match: 'GET .*danab.*/presence' })

    await lene.signsIn()

    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(
      /^Dana Birkby, Unknown, The server did not tell/,
    )
    await expect(lene.sees('Sara Davis')).not.toHaveAccessibleName(/Unknown/)
  })
})

test('a colleague who shows me nothing is offline, and no more is said of them', async ({ lene, server }) => {
  const { contacts } = await server.truthFor(lene)
  const marek = Object.values(contacts).find(({ name }) => name === 'Marek Novák')
  expect(marek).toMatchObject({ availability: 'Offline', activity: null, note: null, location: null })

  await lene.signsIn()

  await lene.searchesFor('Marek')
  await expect(lene.sees('Marek Novák')).toHaveAccessibleName('Marek Novák, Offline')
})

test('what another client does to the contact list is done here as well', async ({ lene, dana, server }) => {
  const { groups } = await server.truthFor(lene)
  const team = groups.find(({ rel }) => rel === 'group')?.name ?? ''
  await lene.signsIn()
  await server.agreesWith(lene)

  await server.changesTheListOf(lene, { remove: dana.account.uri })
  await server.changesTheListOf(lene, { addGroup: 'Spring plan' })
  await server.agreesWith(lene)
  await lene.searchesFor('Dana Birkby')
  // No contact any more, she is found in the directory, from where she could be added.
  await expect(lene.page.getByRole('button', { name: 'Add Dana Birkby to your list' })).toBeVisible()
  await lene.searchesFor('')
  await server.changesTheListOf(lene, { add: { contact: dana.account.uri, group: 'Spring plan' } })
  await server.changesTheListOf(lene, { renameGroup: { group: 'Spring plan', name: 'Summer plan' } })
  await server.changesTheListOf(lene, { removeGroup: team })

  await server.agreesWith(lene)
  await dana.becomes('Be right back')
  await lene.searchesFor('Dana Birkby')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Be right back/)
})

test.describe('with an empty contact list', () => {
  test.use({ sandboxFlags: ['--contacts', '0'] })

  test('the board says that nobody is here yet', async ({ lene }) => {
    await lene.signsIn()

    await expect(lene.page.getByText('Nobody here yet')).toBeVisible()
    await expect(lene.page.getByText('Your contact list is empty.')).toBeVisible()
  })
})

/** The places in the list that have the focus: one, or none. */
const focusedRows = ({ list }: Person) =>
  list
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.filter((row) => row === document.activeElement).map((row) => row.getAttribute('aria-rowindex')),
    )

test('a colleague who leaves the list hands the focus to the next one', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await server.agreesWith(lene)
  await lene.list.getByRole('row').first().press('Home')
  await lene.sees('Dana Birkby').focus()
  const place = await lene.sees('Dana Birkby').getAttribute('aria-rowindex')

  await server.changesTheListOf(lene, { remove: dana.account.uri })

  await expect(lene.sees('Dana Birkby')).toHaveCount(0)
  await expect.poll(() => focusedRows(lene)).toEqual([place])
})

test('a colleague whom the filter lets go of hands the focus to the next one', async ({ lene, dana }) => {
  await dana.becomes('Available')
  await lene.signsIn()
  await lene.page.getByRole('button', { name: /^Available, / }).click()
  await lene.sees('Dana Birkby').focus()
  const place = await lene.sees('Dana Birkby').getAttribute('aria-rowindex')

  await dana.becomes('Busy')

  await expect(lene.sees('Dana Birkby')).toHaveCount(0)
  await expect.poll(() => focusedRows(lene)).toEqual([place])
})

test('photos are shown where there are some, and asked for only near what is seen', async ({ lene }) => {
  const asked = new Set<string>()
  lene.page.on('request', (request) => {
    if (/\/photos\/.*size=/.test(request.url())) asked.add(request.url())
  })

  await lene.signsIn()

  const shown = () =>
    lene.page.evaluate(() => Array.from(document.images).filter((image) => image.naturalWidth > 0).length)
  await expect.poll(shown).toBeGreaterThan(0)
  expect(asked.size).toBeGreaterThan(0)
  expect(asked.size, 'of 60 people and oneself').toBeLessThan(45)
})

test('foreign text changes neither where it stands nor what stands beside it', async ({ lene, dana }) => {
  await dana.becomes('Available')
  await dana.moves('Copenhagen')
  await dana.notes('Back at 3 (room 4).')
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toContainText('Back at 3 (room 4).')
  const place = lene.sees('Dana Birkby').getByText('Copenhagen')
  const before = await place.boundingBox()

  await dana.notes('\u202Eمتاحة حتى الساعة (4) \u2067')

  await expect(lene.sees('Dana Birkby')).toContainText('متاحة')
  expect(await place.boundingBox()).toEqual(before)
  const note = lene.sees('Dana Birkby').getByText('متاحة')
  const column = await lene.sees('Dana Birkby').getByTitle('متاحة').boundingBox()
  const text = await note.boundingBox()
  expect(text?.x, 'the line begins where the page’s lines do').toBe(column?.x)
})
