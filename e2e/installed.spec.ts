import type { Locator } from '@playwright/test'
import {
  comesBackOnline,
  copyOfTheBuild,
  hasKeptTheBoard,
  newerVersionIsThere,
  versionOfTheBuild,
  type Build,
} from './builds.ts'
import type { Person } from './person.ts'
import { expect, test as story } from './stories.ts'

const NEWER = '9.9.9'

const test = story.extend<{ build: Build }>({
  build: async ({ board }, use) => {
    const build = copyOfTheBuild()
    board.isServedFrom(build.folder)
    await use(build)
    build.remove()
  },
})

const goesOffline = ({ page }: Person): Promise<void> => page.context().setOffline(true)
const comesOnline = ({ page }: Person): Promise<void> => page.context().setOffline(false)

/** As the diagnostics say it, from the sign-in page. */
async function readsTheVersion({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Diagnostics' }).click()
  return page.getByRole('region', { name: 'This page' }).innerText()
}

/** All that the browser has stored for the page's origin beside its files, in lower case. */
async function everythingRemembered({ page }: Person): Promise<string> {
  const { origins } = await page.context().storageState({ indexedDB: true })
  const ofThisTab = await page.evaluate(() => JSON.stringify(sessionStorage))
  return `${JSON.stringify(origins)} ${ofThisTab}`.toLowerCase()
}

/**
 * What the browser tells a page when one turns to another window: the field has lost the focus, and yet stays the active one.
 * Said for it, since a browser without windows keeps the focus in every page.
 */
const turnsToAnotherWindow = (field: Locator): Promise<void> => field.dispatchEvent('focusout')

const offer = ({ page }: Person) => page.getByText('A new version is ready.')

test.describe('without a network', () => {
  test.use({ expectedInConsole: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/ })

  test('a page that is open keeps its list, and says that it is not live', async ({ lene, dana }) => {
    await dana.becomes('Available')
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)

    await goesOffline(lene)

    await expect(lene.page.getByText(/^This computer is offline\. This is what was known at/)).toBeVisible()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)
    await comesOnline(lene)
    await expect(lene.connection).toHaveText('Live')
  })

  test.describe('over night', () => {
    test.use({ expectedInConsole: /ERR_INTERNET_DISCONNECTED|occurred when fetching the script/ }) // a newer version is looked for

    test('an open page says of which day it knows', async ({ lene, dana }) => {
      await lene.page.clock.install()
      await dana.becomes('Available')
      await lene.signsIn()
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)

      await goesOffline(lene)
      await lene.page.clock.fastForward('05')
      await expect(lene.page.getByText(/ This is what was known at \d\d:\d\d\.$/)).toBeVisible()
      await lene.page.clock.fastForward('24:00:00')

      await expect(lene.page.getByText(/ This is what was known on \d+ \w+ at \d\d:\d\d\.$/)).toBeVisible()
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(
        /^Dana Birkby, was Available, as of \d+ \w+ \d\d:\d\d/,
      )
    })
  })

  test('a page that is opened says that it is offline, and opens when the network is back', async ({
    lene,
  }) => {
    await lene.opensTheBoard()
    await hasKeptTheBoard(lene.page)

    await goesOffline(lene)
    await lene.opensTheBoard()
    await expect(lene.heading).toHaveText('This computer is offline.')
    await expect(lene.page.getByText('The board opens when the network is back.')).toBeVisible()

    await comesOnline(lene)
    await expect(lene.page.getByLabel('Sign-in address')).toBeVisible()
  })
})

test.describe('without the web server', () => {
  test.use({ expectedInConsole: /ERR_CONNECTION_REFUSED/ })

  test('a page that is opened says that its web server does not answer, and opens by itself when it does', async ({
    lene,
    board,
  }) => {
    await lene.opensTheBoard()
    await hasKeptTheBoard(lene.page)

    await board.isStopped()
    await lene.page.reload()
    await expect(lene.heading).toHaveText('The board’s web server does not answer.')
    await expect(lene.page.getByText('The board opens by itself as soon as it does.')).toBeVisible()
    await lene.page.getByRole('button', { name: 'Try now' }).click()
    await expect(lene.heading).toHaveText('The board’s web server does not answer.')

    await board.isStarted()
    await expect(lene.page.getByLabel('Sign-in address')).toBeVisible()
  })
})

test('the browser keeps the files of the page, and nothing of anybody', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await hasKeptTheBoard(lene.page)
  await lene.page.reload() // now the kept copy is what asks for everything
  await lene.signsIn()
  await expect(lene.sees(dana.account.name)).toBeVisible()

  const kept = await lene.page.evaluate(async () => {
    const found: { readonly address: string; readonly text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        found.push({ address: request.url, text: (await (await cache.match(request))?.text()) ?? '' })
    }
    return found
  })

  const { origin } = new URL(lene.page.url())
  expect(kept.length).toBeGreaterThan(10)
  for (const { address, text } of kept) {
    expect(address.startsWith(`${origin}/`), address).toBe(true)
    expect(address).not.toContain('config.json')
    expect(text, address).not.toContain(dana.account.name)
    expect(text, address).not.toContain(lene.account.username)
  }

  const panel = await lene.opens(dana.account.name)
  await panel.getByRole('button', { name: 'Favourite in this browser' }).click()
  await panel.getByRole('button', { name: 'Watch', exact: true }).click()
  await panel.getByRole('radio', { name: 'changes in any way, every time' }).check()
  await lene.page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  const remembered = await everythingRemembered(lene)
  expect(remembered).toContain(dana.account.username) // whom Lene has chosen
  const { contacts, others } = await server.truthFor(lene)
  const everybodyElse = Object.entries({ ...contacts, ...others }).filter(([uri]) => uri !== dana.account.uri)
  expect(everybodyElse.length).toBeGreaterThan(10)
  for (const [uri, { name }] of everybodyElse) {
    expect(remembered).not.toContain(uri.replace(/^sip:/i, '').toLowerCase())
    expect(remembered).not.toContain(name.toLowerCase())
  }
})

test.describe('until one signs out', () => {
  // A frame cannot let go of a poll: the end of its application is what answers it.
  test.use({ expectedInConsole: /status of 404 .*\/events/ })

  test('a new version is offered while one is signed in with a password, and taken at the next sign-in', async ({
    lene,
    build,
  }) => {
    await lene.signsIn()
    await hasKeptTheBoard(lene.page)

    build.isReplacedBy(NEWER)
    await comesBackOnline(lene.page)
    await expect(offer(lene)).toBeVisible()
    await expect(lene.connection).toHaveText('Live')

    const again = lene.page.waitForEvent('load')
    await lene.signsOut()
    await again
    expect(await readsTheVersion(lene)).toContain(NEWER)
  })
})

test('a new version is not offered while a note is half written, and the note is not lost', async ({
  lene,
  build,
}) => {
  await lene.signsIn()
  await hasKeptTheBoard(lene.page)
  await lene.myNote.click()
  await lene.noteEditor.fill('Back at')

  build.isReplacedBy(NEWER)
  await comesBackOnline(lene.page)
  await newerVersionIsThere(lene.page)
  await lene.noteEditor.fill('Back at three') // by then the page has decided what to do about it
  await expect(offer(lene)).toHaveCount(0)
  await expect(lene.noteEditor).toHaveValue('Back at three')

  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await expect(lene.me).toContainText('Back at three')
  await lene.page.getByRole('button', { name: 'Use it now' }).click()
  await expect(lene.page.getByLabel('Sign-in address')).toBeVisible()
  expect(await readsTheVersion(lene)).toContain(NEWER)
})

test.describe('away from the page', () => {
  // A frame cannot take back the poll that the lost network cost: the next one puts it out.
  test.use({ expectedInConsole: /status of 409 .*\/events/ })

  test('a new version is not offered while a location is half written and one looks at another window', async ({
    lene,
    build,
  }) => {
    await lene.signsIn()
    await hasKeptTheBoard(lene.page)
    await lene.me.getByRole('button', { name: /^(Set a|Change) location/ }).click()
    const location = lene.page.getByRole('textbox', { name: /^Your location/ })
    await location.fill('Copen')
    build.isReplacedBy(NEWER)
    await comesBackOnline(lene.page)
    await newerVersionIsThere(lene.page)

    await turnsToAnotherWindow(location)
    await expect(offer(lene)).toHaveCount(0)

    await expect(location).toHaveValue('Copen')
    await location.press('Escape')
    await expect(offer(lene)).toBeVisible()
  })
})

test.describe('after a wrong password', () => {
  test.use({ expectedInConsole: /status of 400 .*webticket/i })

  test('a new version is offered, and what went wrong stays on the screen', async ({ lene, build }) => {
    await lene.opensTheBoard()
    await hasKeptTheBoard(lene.page)
    await lene.typesIn(lene.account.username, 'not the password')
    await expect(lene.page.getByRole('alert')).toContainText('Address or password is not right.')

    build.isReplacedBy(NEWER)
    await comesBackOnline(lene.page)
    await expect(offer(lene)).toBeVisible()
    await expect(lene.page.getByRole('alert')).toContainText('Address or password is not right.')
    await expect(lene.page.getByLabel('Sign-in address')).toHaveValue(lene.account.username)

    const again = lene.page.waitForEvent('load')
    await lene.page.getByRole('button', { name: 'Use it now' }).click()
    await again
    expect(await readsTheVersion(lene)).toContain(NEWER)
  })
})

test('the version that runs is the one that was built', async ({ lene }) => {
  await lene.opensTheBoard()
  expect(await readsTheVersion(lene)).toContain(versionOfTheBuild())
})

test('it can be installed: a manifest with a name, and icons that are there', async ({ lene }) => {
  await lene.opensTheBoard()
  const session = await lene.page.context().newCDPSession(lene.page)
  const { errors, url } = await session.send('Page.getAppManifest')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(url).toContain('manifest.webmanifest')
  expect(errors).toEqual([])
  // A private window, which each of these is, is never installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
})
