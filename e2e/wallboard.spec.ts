import type { Locator, Page } from '@playwright/test'

import { signsInOn } from './company-page.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { escaped } from './words.ts'

/** Watching only ends the application that was polled. */
test.use({ expectedInConsole: /status of 404 .*\/events\?/ })

const wallOf = ({ page }: Person): Locator => page.getByRole('main', { name: 'Wallboard' })
const tile = (person: Person, name: string): Locator =>
  wallOf(person).getByRole('listitem').filter({ hasText: name }).first()

/** From the board, by the menu of oneself. */
async function opensTheWall(person: Person, groups: readonly string[], title = ''): Promise<void> {
  await person.myMenu.click()
  await person.page.getByRole('menuitem', { name: /^Wallboard/ }).click()
  const dialog = person.page.getByRole('dialog', { name: 'Wallboard' })
  for (const group of groups) await dialog.getByRole('checkbox', { name: group }).check()
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('link', { name: 'Open' }).click()
  await expect(wallOf(person)).toBeVisible()
}

/** How many times this page keeps its screen lit now. */
async function notesWhatIsKeptLit(page: Page): Promise<() => number> {
  let held = 0
  await page.context().grantPermissions(['screen-wake-lock']) // as every browser with a screen does unasked
  await page.exposeFunction('isLit', (isLit: boolean) => (held += isLit ? 1 : -1))
  await page.addInitScript(() => {
    const request = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type)
      Reflect.get(window, 'isLit')(true)
      lock.addEventListener('release', () => Reflect.get(window, 'isLit')(false))
      return lock
    }
  })
  return () => held
}

/** What that page has asked for that makes somebody visible, or keeps them so. */
function notesWhatShows(page: Page): () => readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const what = /\/(makeMeAvailable|reportMyActivity)$/.exec(new URL(request.url()).pathname)?.[1]
    if (what !== undefined && request.method() === 'POST') asked.push(what)
  })
  return () => asked
}

/** Of the letters as they are on the screen, in parts of its height. */
const smallestName = (person: Person): Promise<number> =>
  wallOf(person)
    .getByRole('listitem')
    .evaluateAll((tiles) => {
      const names = tiles.map((one) => one.getElementsByTagName('bdi')[0] ?? one)
      const sizes = names.map((name) => {
        const line = name.parentElement
        if (line === null) throw new Error('a name stands by itself')
        const scale = line.getBoundingClientRect().height / line.offsetHeight
        return Number.parseFloat(getComputedStyle(line).fontSize) * scale
      })
      return Math.min(...sizes) / window.innerHeight
    })

test('the chosen groups hang on the wall, follow what people do, and Escape leaves it', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  await dana.becomes('Available')

  await opensTheWall(lene, ['Design', 'Reception desk'], 'Copenhagen')
  await expect(wallOf(lene).getByRole('heading', { level: 1 })).toHaveText('Copenhagen')
  await expect(wallOf(lene).getByRole('heading', { level: 2 })).toHaveText(['Design', 'Reception desk'])
  await expect(tile(lene, 'Dana Birkby')).toContainText('Available')
  await expect(wallOf(lene).getByRole('button')).toHaveCount(0)
  await dana.becomes('Do not disturb')
  await expect(tile(lene, 'Dana Birkby')).toContainText('Do not disturb')

  await lene.page.keyboard.press('Escape')
  await expect(lene.list).toBeVisible()
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.myMenu).toBeFocused() // from where one set out for it
})

test('whoever signs in after somebody else’s wall has the focus where it always is at first', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  await opensTheWall(lene, ['Design'])
  await lene.page.keyboard.press('Escape')
  await expect(lene.myMenu).toBeFocused()

  await lene.signsOut()
  await lene.typesIn(dana.account.username, dana.account.password)
  await expect(lene.me).toContainText(dana.account.name)
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.myMenu).not.toBeFocused()
})

test('what was published before the wall hung is not said again after it', async ({ lene }) => {
  await lene.page.clock.install()
  const said = (text: RegExp) => lene.page.getByRole('status').filter({ hasText: text })
  await lene.signsIn()
  await lene.writesNote('At my desk')
  await expect(said(/^Your note is published\.$/)).toHaveCount(1)
  await lene.choosesAvailability('Busy')
  await lene.page.clock.fastForward('05') // one thing at a time
  await expect(said(/Busy/)).toHaveCount(1)

  await opensTheWall(lene, ['Design'])
  await lene.page.keyboard.press('Escape')
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.me).toContainText('At my desk')
  await lene.page.clock.fastForward('10')

  await expect(said(/Your note is published/)).toHaveCount(0)
})

test('a bookmark opens the very wall, whoever opens it only watches, and chosen people are there', async ({
  lene,
  dana,
  board,
}) => {
  await dana.becomes('Busy')
  await lene.page.goto(
    `${await board.address()}#view=wall&person=${encodeURIComponent(dana.account.uri)}&notes=hidden`,
  )
  await lene.typesIn(lene.account.username, lene.account.password)

  await expect(tile(lene, 'Dana Birkby')).toContainText('Busy')
  await expect(wallOf(lene).getByRole('listitem')).toHaveCount(1)
  await expect(lene.page).toHaveTitle('Wallboard · Presence Board')
  await lene.page.keyboard.press('Escape')
  await expect(lene.me.getByText('Only watching')).toBeVisible()
})

test('notes are on the wall, unless they are hidden', async ({ lene, dana }) => {
  await dana.becomes('Available')
  await dana.notes('Ask me about lunch')
  await dana.moves('')
  await lene.signsIn()

  await opensTheWall(lene, ['Design'])
  await expect(tile(lene, 'Dana Birkby')).toContainText('Ask me about lunch')

  await lene.page.goto(`${lene.page.url()}&notes=hidden`)
  await expect(wallOf(lene).getByText('Notes hidden')).toBeVisible()
  await expect(tile(lene, 'Dana Birkby')).toContainText('Available')
  await expect(wallOf(lene).getByText('Ask me about lunch')).toHaveCount(0)
})

/** Its page is opened again, by the same address. */
async function isHungAgain(person: Person): Promise<void> {
  await person.page.reload()
  await person.typesIn(person.account.username, person.account.password)
}

/** As the address names them. */
const groupsOnTheWall = ({ page }: Person): readonly string[] =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll('of')

const readingOf = (groupId: string): string => `GET .*groupId=${escaped(encodeURIComponent(groupId))}$`

const NOBODY = 'Nobody is on this wallboard.'

test('while the groups are being read the wall says so, and not that nobody is there', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await opensTheWall(lene, ['Design'])
  const [design = ''] = groupsOnTheWall(lene)
  await server.isSlow(readingOf(design), 6000)
  const asked = lene.page.waitForRequest((request) => request.postData()?.includes('groupId=') === true)
  await isHungAgain(lene)

  await asked // which groups there are is known by now
  await expect(wallOf(lene).getByText('Reading your contacts')).toBeVisible()
  await expect(wallOf(lene).getByText(NOBODY)).toHaveCount(0)
  await expect(tile(lene, 'Dana Birkby')).toBeVisible()
  await expect(wallOf(lene).getByText('Reading your contacts')).toHaveCount(0)
})

test.describe('while somebody’s presence cannot be read again', () => {
  test.use({ expectedInConsole: /status of (403|404)/ })

  test('they are not counted as one who is not available', async ({ lene, dana, server }) => {
    await dana.becomes('Available')
    await lene.signsIn()
    await opensTheWall(lene, ['Design'])
    await expect(tile(lene, 'Dana Birkby')).toContainText('Available')
    await expect(wallOf(lene).getByText(/^\d+ of \d+ available$/)).toBeVisible()

    await server.fails({ kind: 'status', status: 403, match: 'GET .*danab.*/presence' })
    await dana.becomes('Busy')
    await expect(tile(lene, 'Dana Birkby')).toContainText('was Available')
    await expect(wallOf(lene).getByText(/^\d+ of \d+ available, 1 not read$/)).toBeVisible()
    await expect(wallOf(lene).getByText(/^\d+ of \d+, 1 not read$/)).toBeVisible()
  })
})

test.describe('of whose list not all can be read', () => {
  test.use({ expectedInConsole: /status of (403|404)/ })

  test('a group that is refused says so in its place', async ({ lene, server }) => {
    await lene.signsIn()
    await opensTheWall(lene, ['Design', 'Reception desk'])
    const [design = ''] = groupsOnTheWall(lene)
    await server.fails({ kind: 'status', status: 403, code: 'Forbidden', match: readingOf(design) })
    await isHungAgain(lene)

    await expect(wallOf(lene).getByRole('heading', { level: 2 })).toHaveText(['Design', 'Reception desk'])
    await expect(wallOf(lene).getByRole('region', { name: 'Design' })).toContainText(
      'You may not see who is in this group.',
    )
    const desk = wallOf(lene).getByRole('region', { name: 'Reception desk' })
    await expect(desk.getByRole('listitem').first()).toBeVisible()
    await expect(wallOf(lene).getByText(/\d available$/)).toHaveCount(0) // no number of a part passes for the whole
  })

  test('where the groups themselves are refused, that is said', async ({ lene, server }) => {
    await lene.signsIn()
    await opensTheWall(lene, [])
    await server.fails({ kind: 'status', status: 403, code: 'Forbidden', match: 'GET .*/people/groups' })
    await isHungAgain(lene)

    await expect(wallOf(lene).getByText('Your contact list could not be read.')).toBeVisible()
  })
})

test('a distribution group hangs on the wall when it is chosen, and is not part of everybody', async ({
  lene,
  server,
}) => {
  const alex = lene.account.uri.replace(/^sip:[^@]+/, 'sip:alexd')
  await server.changesTheListOf(lene, { remove: alex }) // who is then known of the group alone
  await server.changesTheListOf(lene, { addDistributionGroup: 'On call' })
  await lene.signsIn()
  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: /^Wallboard/ }).click()
  const dialog = lene.page.getByRole('dialog', { name: 'Wallboard' })
  await expect(
    dialog.getByText(
      'None chosen: everybody on your list, except people who are only in distribution groups.',
    ),
  ).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'On call' }).check()
  await dialog.getByRole('link', { name: 'Open' }).click()

  await expect(wallOf(lene).getByRole('heading', { level: 2 })).toHaveText('On call')
  await expect(tile(lene, 'Alex Darrow')).toBeVisible()
  await expect(wallOf(lene).getByText(/^\d of 3 available$/)).toBeVisible()
})

test('the screen stays lit while the wall hangs, and no longer', async ({ lene }) => {
  const lit = await notesWhatIsKeptLit(lene.page)
  await lene.signsIn()
  expect(lit()).toBe(0)

  await opensTheWall(lene, ['Design'])
  await expect.poll(lit).toBe(1)

  await lene.page.keyboard.press('Escape')
  await expect.poll(lit).toBe(0)
})

test.describe('whose application is lost', () => {
  // 429: two tabs read the whole list anew at once, and each keeps to the limit of a hundred parts by itself.
  test.use({ expectedInConsole: /status of (404|429)/ })

  test('a wall only watches, though I show myself in another tab', async ({ lene, server }) => {
    await lene.signsIn()
    await opensTheWall(lene, ['Design'])
    const byTheWall = notesWhatShows(lene.page)

    const atMyDesk = await lene.page.context().newPage()
    const byMyDesk = notesWhatShows(atMyDesk)
    await atMyDesk.goto(new URL('/', lene.page.url()).href)
    await atMyDesk.getByRole('button', { name: /^Go on as / }).click()
    const me = atMyDesk.getByRole('complementary', { name: 'Me' })
    await me.getByRole('button', { name: 'Show me' }).click()
    await expect(me.getByRole('button', { name: /^My availability: Available/ })).toBeVisible()
    expect(byMyDesk()).toContain('makeMeAvailable')

    await server.fails({ kind: 'expire-application', count: 1 }) // and another is opened in its place
    await expect(async () => {
      await atMyDesk.keyboard.press('Shift') // I am here
      await expect(me.getByRole('button', { name: /^My availability: Available/ })).toBeVisible({
        timeout: 1000,
      })
    }).toPass()
    await expect(tile(lene, 'Dana Birkby')).toBeVisible()
    expect(byTheWall()).toEqual([])
  })
})

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`on a screen of ${width} by ${height} names are large enough to be read across the room`, async ({
    lene,
  }) => {
    await lene.page.setViewportSize({ width, height })
    await lene.signsIn()
    await opensTheWall(lene, [])

    await expect(wallOf(lene).getByRole('listitem').first()).toBeVisible()
    expect(await smallestName(lene)).toBeGreaterThanOrEqual(0.025)
    for (const one of await wallOf(lene).getByRole('listitem').all())
      await expect(one).toBeInViewport({ ratio: 0.999 })
  })
}

test('the whole picture moves by a few pixels each minute, so that nothing burns itself into the screen', async ({
  lene,
}) => {
  await lene.page.clock.install({ time: new Date('2026-03-03T10:42:00Z') })
  await lene.signsIn()
  await opensTheWall(lene, ['Design'])
  const title = wallOf(lene).getByRole('heading', { level: 1 })
  const before = await title.boundingBox()
  if (before === null) throw new Error('the wall has no title')

  await lene.page.clock.fastForward('03:00')
  await expect.poll(() => title.boundingBox()).not.toEqual(before)
  const after = (await title.boundingBox()) ?? before
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThanOrEqual(16) // 8 px to either side
  expect([after.width, after.height]).toEqual([before.width, before.height])
})

test('more people than fit take turns, and all come by', async ({ lene }) => {
  await lene.page.emulateMedia({ reducedMotion: 'reduce' })
  await lene.signsIn()
  await opensTheWall(lene, [])

  const page = wallOf(lene).getByText(/^Page \d of \d$/)
  const first = (await page.textContent()) ?? ''
  const before = await wallOf(lene).getByRole('listitem').allTextContents()
  await expect(page).not.toHaveText(first, { timeout: 25_000 })
  expect(await wallOf(lene).getByRole('listitem').allTextContents()).not.toEqual(before)
})

test.describe('while it is not live', () => {
  test.use({ expectedInConsole: /status of 503|status of 404 .*\/events\?/ })

  test('the wall says so for everybody to see, and shows nothing as if it were true', async ({
    lene,
    dana,
    server,
  }) => {
    await dana.becomes('Available')
    await lene.signsIn()
    await opensTheWall(lene, ['Design'])
    await expect(tile(lene, 'Dana Birkby')).toContainText('Available')

    await server.fails({ kind: 'status', status: 503 })
    await expect(wallOf(lene).getByText(/^Not live\. This is what was known at/)).toBeVisible()
    await expect(tile(lene, 'Dana Birkby')).toContainText('was Available')
    await expect(wallOf(lene).getByText(/ available$/)).toHaveCount(0)

    await server.works()
    await expect(wallOf(lene).getByText(/^Not live\./)).toHaveCount(0)
    await expect(tile(lene, 'Dana Birkby')).not.toContainText('was')
  })
})

test.describe('where the browser itself knows who it is', () => {
  test.use({
    sandboxFlags: ['--grants', 'passive'],
    expectedInConsole: /status of 401|status of 400 .*oauthtoken|status of 404 .*(favicon|\/events\?)/i,
  })

  test('the wall signs in again by itself when its screen is switched on', async ({ lene, dana, board }) => {
    await dana.becomes('Away')
    await lene.page.goto(`${await board.address()}#view=wall`)
    await lene.asksToSignIn()
    await signsInOn(await lene.opensTheSignInPage(), lene.account)
    await expect(wallOf(lene)).toBeVisible()

    await lene.page.reload()

    await expect(wallOf(lene)).toBeVisible()
    await expect(wallOf(lene).getByRole('listitem').first()).toBeVisible()
  })

  test('a wall whose sign-in has ended signs in again by itself within a minute', async ({
    lene,
    dana,
    board,
    server,
  }) => {
    await dana.becomes('Available')
    await lene.page.clock.install()
    await lene.page.goto(`${await board.address()}#view=wall&person=${encodeURIComponent(dana.account.uri)}`)
    await lene.asksToSignIn()
    await signsInOn(await lene.opensTheSignInPage(), lene.account)
    await expect(tile(lene, 'Dana Birkby')).toContainText('Available')

    const context = lene.page.context()
    const known = await context.cookies()
    await context.clearCookies() // for a while, the company's page knows this screen no more
    await server.fails({ kind: 'expire-token' })
    await dana.becomes('Away')
    await expect(wallOf(lene).getByText(/^The sign-in has ended\./)).toBeVisible()
    await expect(tile(lene, 'Dana Birkby')).toContainText('was Available')

    await context.addCookies(known)
    await lene.page.clock.fastForward('01:00')
    await expect(wallOf(lene).getByText(/^The sign-in has ended\./)).toHaveCount(0)
    await expect(tile(lene, 'Dana Birkby')).toContainText('Away')
  })
})
