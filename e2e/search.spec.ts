import type { Control } from '../sandbox/control.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { escaped } from './words.ts'

/** What the search shows below that heading, by the first part of each row's name. */
const below = async ({ list }: Person, heading: string): Promise<readonly string[]> => {
  const rows = await list
    .getByRole('row')
    .evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''))
  const from = rows.findIndex((row) => row.startsWith(heading))
  const to = rows.findIndex((row, index) => index > from && /^(Your people|Directory)/.test(row))
  return from < 0 ? [] : rows.slice(from + 1, to < 0 ? undefined : to).map((row) => row.replace(/, .*$/s, ''))
}

const section = ({ list }: Person, heading: string) =>
  list.getByRole('row', { name: new RegExp(`^${heading}`) })

/** Chooses in the view menu, and leaves it and the list, which keeps its order while somebody is in it. */
const sortsBy = async ({ page }: Person, word: string) => {
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('group', { name: 'Sort by' }).getByRole('menuitemradio', { name: word }).click()
  await page.keyboard.press('Escape')
  await page.mouse.move(0, 0)
}

const byName = (names: readonly string[]) => names.toSorted(new Intl.Collator('en').compare)

/** How many presence subscriptions there are, over all applications of this world. */
const subscriptions = async (control: Control): Promise<number> => {
  const applications = await control.applications()
  return applications.reduce((sum, { subscriptions: those }) => sum + those.length, 0)
}

/** One of those who can sign in. */
const named = async (control: Control, wanted: string) => {
  const user = (await control.users()).find(({ name }) => name === wanted)
  if (user === undefined) throw new Error(`there is no ${wanted}`)
  return user
}

/** Somebody of the directory who is not on Lene's list, found by a name that few have. */
const foundInDirectory = async (lene: Person): Promise<string> => {
  await expect(section(lene, 'Directory')).not.toContainText('Searching')
  const [name] = await below(lene, 'Directory')
  if (name === undefined) throw new Error('the directory has found nobody')
  return name
}

test('one’s own people are found by name, department, title, place and note', async ({ lene, dana }) => {
  await dana.moves('Library, second floor')
  await dana.notes('Reading proofs until three.')
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toContainText('Reading proofs')

  for (const typed of ['birk', 'product des', 'design', 'library sec', 'proofs']) {
    await lene.searchesFor(typed)
    await expect.poll(() => below(lene, 'Your people'), `by “${typed}”`).toContain('Dana Birkby')
  }
  await lene.searchesFor('zzzz')
  await expect(lene.page.getByText('Nobody found for “zzzz”.')).toBeVisible()
})

test('one’s own people found stand by name, whichever group they are in, or as the list is sorted', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  await lene.searchesFor('da')
  const found = () => below(lene, 'Your people')
  await expect.poll(async () => (await found()).length).toBeGreaterThan(2)
  expect(await found()).toEqual(byName(await found()))
  expect((await found())[0]).not.toBe('Dana Birkby')

  await sortsBy(lene, 'Recent change')
  await dana.becomes('Busy')
  await expect.poll(async () => (await found())[0]).toBe('Dana Birkby')
})

test('the directory is searched as one types, once for a word, and its people are shown live', async ({
  lene,
  server,
  world,
}) => {
  await lene.signsIn()
  await server.agreesInNumbersWith(lene)
  const before = await subscriptions(world.control)
  await server.forgetsRequests()

  const box = lene.page.getByRole('textbox', { name: 'Find people' })
  await box.pressSequentially('adaeze', { delay: 20 })
  const name = await foundInDirectory(lene)
  const { by } = await server.costs()
  expect(by['GET search'], 'one search for six letters').toBe(1)
  await expect(lene.sees(name)).toHaveAccessibleName(
    /, (Available|Busy|Do not disturb|Away|Be right back|Offline)/,
  )
  expect(await subscriptions(world.control)).toBe(before + 1)

  await box.press('Escape')
  await expect(section(lene, 'Directory')).toHaveCount(0)
  await expect.poll(() => subscriptions(world.control)).toBe(before)
})

const chip = ({ page }: Person, name: RegExp) =>
  page.getByRole('group', { name: 'Show' }).getByRole('button', { name })

test('a chip narrows what is found, in one’s list and in the directory, and never says that nobody exists', async ({
  lene,
  dana,
}) => {
  await dana.becomes('Busy')
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toContainText('Busy')

  await lene.searchesFor('adaeze')
  const name = await foundInDirectory(lene)
  const shown = (await lene.sees(name).getAttribute('aria-label')) ?? ''
  const state = /, (Available|Busy|Do not disturb|Away|Be right back|Offline)/.exec(shown)?.[1] ?? 'Unknown'
  await chip(lene, new RegExp(`^${state === 'Be right back' ? 'Away' : state}, `)).click()
  await expect(section(lene, 'Directory · ')).toBeVisible()
  await expect(lene.sees(name)).toBeVisible()

  await lene.searchesFor('dana birkby')
  await chip(lene, /^Busy, /).click()
  await expect.poll(() => below(lene, 'Your people · Busy')).toEqual(['Dana Birkby'])
  await chip(lene, /^Offline, /).click()
  await expect(lene.page.getByText('Nobody found for “dana birkby” is Offline right now.')).toBeVisible()

  await lene.page.getByRole('button', { name: 'Show all' }).click()
  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toHaveValue('dana birkby')
  await expect(lene.sees('Dana Birkby')).toBeVisible()
  await expect(chip(lene, /^All, /)).toBeFocused()

  await lene.searchesFor('zzzz')
  await lene.page.getByRole('button', { name: 'Show all' }).click()
  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toBeFocused()
})

test('from the box, Arrow down leads to whoever is found first, and Enter opens them', async ({ lene }) => {
  await lene.signsIn()
  const box = lene.page.getByRole('textbox', { name: 'Find people' })
  await box.pressSequentially('dana birkby')
  await box.press('Enter')
  await expect(lene.page.getByRole('complementary', { name: 'Dana Birkby', exact: true })).toBeVisible()
  await lene.page.keyboard.press('Escape')
  await expect(box).toBeFocused()
  await box.press('ArrowDown')
  await expect(lene.sees('Dana Birkby')).toBeFocused()
})

test('what is told of a search is what its headings say', async ({ lene }) => {
  await lene.signsIn()
  await lene.searchesFor('da')
  await expect(section(lene, 'Directory')).toContainText(/\d/)
  const own = /\d+/.exec((await section(lene, 'Your people').textContent()) ?? '')?.[0]
  const others = /\d+/.exec((await section(lene, 'Directory').textContent()) ?? '')?.[0]
  await expect(lene.page.getByRole('status').last()).toHaveText(
    new RegExp(`^${own} (person|people) found in your list, ${others} in the directory$`),
  )
})

test.describe('in a list of 1,000', () => {
  test.use({ sandboxFlags: ['--contacts', '1000'] })

  test('other contents are seen from their beginning', async ({ lene }) => {
    await lene.signsIn()
    await expect(lene.page.getByRole('button', { name: 'All, 1,000 people' })).toBeVisible()
    await lene.list.getByRole('row').first().press('End')
    await expect(lene.list.getByRole('row', { name: /^Favourites, / })).not.toBeInViewport()
    await chip(lene, /^Available, /).click()
    await expect(lene.list.getByRole('row', { name: /^Favourites, / })).toBeInViewport()
  })
})

test('that there is more than is shown is said', async ({ lene }) => {
  await lene.signsIn()
  await lene.searchesFor('da')
  await expect(section(lene, 'Directory')).toContainText(/\d+ shown, there are more\. Type on\.$/)
})

test('somebody is added from the directory, into the group one chooses', async ({ lene, server }) => {
  await lene.signsIn()
  await lene.searchesFor('adaeze')
  const name = await foundInDirectory(lene)

  await lene.list.getByRole('button', { name: `Add ${name} to your list` }).click()
  const dialog = lene.page.getByRole('dialog', { name: `Add ${name} to your list` })
  await dialog.getByRole('checkbox', { name: 'Other contacts' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Design' }).check()
  await dialog.getByRole('button', { name: 'Add' }).click()

  await expect.poll(() => below(lene, 'Your people')).toContain(name)
  await expect(lene.sees(name)).not.toHaveAccessibleName(/adding…/)
  await lene.searchesFor('')
  await server.agreesWith(lene)
})

test('results are reached and added by the keyboard', async ({ lene }) => {
  await lene.signsIn()
  await lene.page.keyboard.press('/')
  await lene.page.keyboard.type('adaeze')
  const name = await foundInDirectory(lene)
  await lene.list.getByRole('row').first().press('Home')
  await lene.walksTo(lene.sees(name))
  await lene.tabsTo(lene.page.getByRole('button', { name: `Add ${name} to your list` }))
  await lene.page.keyboard.press('Enter')
  await expect(lene.page.getByRole('dialog', { name: new RegExp(escaped(name)) })).toBeVisible()
  await lene.page.keyboard.press('Escape')
  await expect(lene.page.getByRole('button', { name: `Add ${name} to your list` })).toBeFocused()
})

test.describe('when the server takes no more subscriptions', () => {
  test.use({ expectedInConsole: /status of 403/ })

  test('whoever is found is unknown, with the reason, and not as they were a moment ago', async ({
    lene,
    server,
  }) => {
    await lene.signsIn()
    await server.agreesInNumbersWith(lene)
    await server.fails({
      kind: 'status',
      status: 403,
      code: 'Forbidden',
      subcode: 'LimitExceeded',
      match: '^POST .*/presenceSubscription',
    })
    await lene.searchesFor('adaeze')
    await expect(lene.sees(await foundInDirectory(lene))).toHaveAccessibleName(
      /, Unknown, The server tells of no more people at once/,
    )
  })
})

test.describe('when the directory fails', () => {
  test.use({ expectedInConsole: /status of 403/ })

  test('one’s own people are searched all the same, and it is said', async ({ lene, server }) => {
    await lene.signsIn()
    await server.fails({ kind: 'status', status: 403, code: 'Forbidden', match: 'GET .*/search' })
    await lene.searchesFor('dana')
    await expect(section(lene, 'Directory')).toContainText(
      'The directory does not answer. Your own people are searched.',
    )
    await expect(lene.sees('Dana Birkby')).toBeVisible()
  })
})

/** Finds a distribution group in the directory and puts it on the list. */
const addsGroup = async (lene: Person, name: string): Promise<void> => {
  await lene.searchesFor(name)
  await lene.list.getByRole('button', { name: `Add ${name} to your list` }).click()
  await expect(
    lene.list.getByRole('row', { name: `${name}, distribution group, on your list` }),
  ).toBeVisible()
  await lene.searchesFor('')
  await expect(section(lene, 'Directory')).toHaveCount(0)
}

/** The header of a group that is on the list. */
const header = ({ list }: Person, name: string) =>
  list.getByRole('row', { name: new RegExp(`^${escaped(name)}, `) }).first()

test.describe('in a window that has room for the whole list', () => {
  test.use({ browserOptions: { viewport: { width: 1280, height: 5000 } } })

  test('a distribution group is put on the list, read when it is opened, and removed again', async ({
    lene,
    server,
    world,
  }) => {
    const alex = await named(world.control, 'Alex Darrow')
    await server.changesTheListOf(lene, { remove: alex.uri }) // who is then known of the group alone
    await lene.signsIn()
    await server.agreesInNumbersWith(lene)
    const before = await subscriptions(world.control)
    await addsGroup(lene, 'On call')
    await expect.poll(() => subscriptions(world.control)).toBe(before)
    await expect(lene.sees(alex.name)).toHaveCount(0)

    await expect(header(lene, 'On call')).toHaveAccessibleName('On call, distribution group')
    await header(lene, 'On call').press('ArrowRight')
    await expect(header(lene, 'On call')).toHaveAccessibleName(/^On call, \d of 3 available$/)
    await expect.poll(() => subscriptions(world.control)).toBe(before + 1)
    for (const [availability, said] of [
      ['DoNotDisturb', 'Do not disturb'],
      ['BeRightBack', 'Be right back'],
    ] as const) {
      await world.control.publish({ user: alex.uri, availability })
      await expect(lene.sees(alex.name)).toHaveAccessibleName(new RegExp(`^${alex.name}, ${said}`))
    }
    await header(lene, 'On call').press('ArrowLeft')
    await expect(header(lene, 'On call')).toHaveAccessibleName('On call, distribution group')
    await expect.poll(() => subscriptions(world.control)).toBe(before)

    await header(lene, 'On call').press('Shift+F10')
    await lene.page.getByRole('menuitem', { name: 'Remove from my list' }).press('Enter')
    await expect(header(lene, 'On call')).toHaveCount(0)
    await server.agreesWith(lene)
  })

  test('groups within a distribution group stand in it, and can be put on the list', async ({ lene }) => {
    await lene.signsIn()
    await addsGroup(lene, 'News of every department')

    await header(lene, 'News of every department').press('ArrowRight')

    await expect(lene.list.getByRole('row', { name: 'Design news, distribution group' })).toBeVisible()
    await expect(lene.list.getByRole('button', { name: 'Add Design news to your list' })).toBeVisible()
    await expect(lene.page.getByText('This group is empty.')).toHaveCount(0)
  })
})

test.describe('a distribution group that is larger than the server opens', () => {
  test.use({
    expectedInConsole: /status of 403/,
    browserOptions: { viewport: { width: 1280, height: 5000 } },
  })

  test('says so, and how to find somebody all the same', async ({ lene }) => {
    await lene.signsIn()
    await addsGroup(lene, 'Everyone')

    await header(lene, 'Everyone').press('ArrowRight')

    await expect(
      lene.page.getByText('This group is too big for the server to open. Search in it by name instead.'),
    ).toBeVisible()
  })
})
