import type { BrowserContext, Locator, Page } from '@playwright/test'

import { hasKeptTheBoard } from './builds.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { apart } from './words.ts'

const DANA = apart('Dana Birkby')

type Shown = { readonly title: string; readonly body: string; readonly tag: string }

/**
 * Writes down what the browser is asked to show, and lets it. A browser without a screen shows nobody anything, and one of
 * them grants nobody anything either, so that alone is answered in its place: that the person has allowed it.
 */
async function notesNotifications(context: BrowserContext): Promise<Shown[]> {
  const shown: Shown[] = []
  await context.exposeFunction('wroteDown', (one: Shown) => shown.push(one))
  await context.addInitScript(() => {
    const Own = window.Notification
    window.Notification = class extends Own {
      static override get permission(): NotificationPermission {
        return 'granted'
      }
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        Reflect.get(window, 'wroteDown')({ title, body: options?.body ?? '', tag: options?.tag ?? '' })
      }
    }
  })
  return shown
}

/** Keeps what is to stand on the icon of the installed app, which no story sees. A page that goes can tell nobody else. */
async function notesTheBadge(context: BrowserContext): Promise<() => Promise<number>> {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'setAppBadge', {
      value: async (count: number): Promise<void> => localStorage.setItem('badge', String(count)),
    })
  })
  return async () => {
    const { origins } = await context.storageState()
    const [badge] = origins.flatMap(({ localStorage: kept }) => kept.filter(({ name }) => name === 'badge'))
    return Number(badge?.value) // none yet: no number
  }
}

/** How many notes the browser itself has been made to sound, as its own developer tools see it. */
async function countsTones(page: Page): Promise<() => number> {
  let notes = 0
  const tools = await page.context().newCDPSession(page)
  tools.on('WebAudio.audioNodeCreated', ({ node }) => {
    if (node.nodeType === 'Oscillator') notes += 1
  })
  await tools.send('WebAudio.enable')
  return () => notes
}

/** As a tab behind another one is; Playwright's own are all in sight. */
const putOutOfSight = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })

const bell = (person: Person): Locator => person.page.getByRole('button', { name: /^Alerts/ })
const toasts = (page: Page): Locator => page.getByRole('region', { name: 'Alerts' })
const watched = ({ me }: Person): Locator => me.getByRole('region', { name: 'Watching' })
const recent = ({ me }: Person): Locator => me.getByRole('region', { name: 'Recent changes' })

/** By the panel, and back to the list. */
async function watches(person: Person, name: string, when = 'is available, once'): Promise<void> {
  const panel = await person.opens(name)
  await panel.getByRole('button', { name: 'Watch', exact: true }).click()
  await panel.getByRole('radio', { name: when }).check()
  await person.page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

test.describe('told beyond the page', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('I am told once when she is available, on the page and by the browser', async ({ lene, dana }) => {
    const shown = await notesNotifications(lene.page.context())
    await dana.becomes('Busy')
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
    await watches(lene, 'Dana Birkby')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/, watched$/)
    await expect(watched(lene)).toContainText('Dana Birkby')

    await dana.becomes('Available')

    const toast = toasts(lene.page)
    await expect(toast).toContainText(`${DANA} is available`)
    await expect(toast).toContainText('You asked to be told once.')
    await expect(recent(lene)).toContainText('Dana Birkby is available')
    await expect.poll(() => shown.map(({ title }) => title)).toEqual([`${DANA} is available`])
    await expect(watched(lene)).toBeHidden()

    await dana.becomes('Busy')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
    await dana.becomes('Available')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
    expect(shown).toHaveLength(1)
  })

  test('on a phone I am told over the panel of somebody else as well', async ({ lene, dana }) => {
    await dana.becomes('Busy')
    await lene.signsIn()
    await watches(lene, 'Dana Birkby')
    await lene.page.setViewportSize({ width: 360, height: 740 })
    await lene.opens('Sara Davis')

    await dana.becomes('Available')

    await expect(toasts(lene.page).getByText(`${DANA} is available`)).toBeVisible()
  })

  test('over two tabs I am told once, and both list it', async ({ lene, dana }) => {
    const shown = await notesNotifications(lene.page.context())
    await dana.becomes('Busy')
    await lene.signsIn()
    const other = await lene.page.context().newPage()
    await other.goto(lene.page.url())
    await other.getByRole('button', { name: /^Go on as / }).click()
    await expect(other.getByRole('row', { name: /^Dana Birkby, Busy/ }).first()).toBeVisible()
    await watches(lene, 'Dana Birkby', 'changes in any way, every time')
    await expect(other.getByRole('row', { name: /^Dana Birkby, Busy.*, watched$/ }).first()).toBeVisible()
    await putOutOfSight(other)

    await dana.becomes('Available')

    await expect(recent(lene)).toContainText('Dana Birkby is available')
    const me = other.getByRole('complementary', { name: 'Me' })
    await expect(me.getByRole('region', { name: 'Recent changes' }).getByRole('listitem')).toHaveCount(1)
    await expect(other).toHaveTitle('Available · Presence Board') // it is before my eyes in the first

    await dana.becomes('Busy')
    await expect(me.getByRole('region', { name: 'Recent changes' }).getByRole('listitem')).toHaveCount(2)
    // Whatever either of them had to say of the first stands before the second by now.
    await expect
      .poll(() => shown.map(({ title }) => title))
      .toEqual([`${DANA} is available`, `${DANA} is busy`])
  })

  test.describe('of what happens while my screen is a wall', () => {
    test.use({ expectedInConsole: /status of 404 .*\/events\?/ }) // who only watches has another application

    test('nobody is told there, and I find it when I am back', async ({ lene, dana }) => {
      const shown = await notesNotifications(lene.page.context())
      await dana.becomes('Busy')
      await lene.signsIn()
      await watches(lene, 'Dana Birkby', 'is available, every time')
      const her = encodeURIComponent(dana.account.uri)
      await lene.page.goto(new URL(`#view=wall&person=${her}`, lene.page.url()).href)
      const wall = lene.page.getByRole('main', { name: 'Wallboard' })
      const onTheWall = wall.getByRole('listitem').filter({ hasText: 'Dana Birkby' }).first()
      await expect(onTheWall).toContainText('Busy')

      for (const state of ['Available', 'Busy', 'Available'] as const) {
        await dana.becomes(state)
        await expect(onTheWall).toContainText(state)
      }

      await lene.page.keyboard.press('Escape')
      await expect(bell(lene)).toHaveAccessibleName('Alerts, 2 are new')
      await expect(recent(lene)).toContainText('Dana Birkby is available')
      await expect(toasts(lene.page)).toHaveCount(0)
      expect(shown).toEqual([])
    })
  })

  test('while I am not to be disturbed it is quiet, and I find it afterwards', async ({ lene, dana }) => {
    const shown = await notesNotifications(lene.page.context())
    await dana.becomes('Busy')
    await lene.signsIn()
    await watches(lene, 'Dana Birkby', 'changes in any way, every time')
    await lene.choosesAvailability('Do not disturb')
    await expect(lene.myAvailability).toHaveAccessibleName('My availability: Do not disturb. Change')

    await dana.becomes('Available')
    await expect(recent(lene)).toContainText('Dana Birkby is available')
    await dana.becomes('Away')
    await expect(recent(lene)).toContainText('Dana Birkby is away')

    await expect(lene.page).toHaveTitle('(2) Do not disturb · Presence Board')
    await expect(bell(lene)).toHaveAccessibleName('Alerts, 2 are new')
    await expect(toasts(lene.page)).toHaveCount(0)
    expect(shown).toEqual([])

    await bell(lene).click()
    await expect(lene.page).toHaveTitle('Do not disturb · Presence Board')
    await expect(lene.page.getByRole('dialog')).toContainText('Dana Birkby is away')
  })

  test('what was so before a silence is no news after it, and what has changed meanwhile is', async ({
    lene,
    dana,
    server,
  }) => {
    const shown = await notesNotifications(lene.page.context())
    await dana.becomes('Available')
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
    await watches(lene, 'Dana Birkby', 'changes in any way, every time')

    await server.fails({ kind: 'status', status: 503 })
    await dana.notes('Back in a minute') // of which the channel would tell
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)
    await server.works()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available, Back in a minute/)
    await expect(recent(lene)).toBeHidden()
    expect(shown).toEqual([])

    await server.fails({ kind: 'status', status: 503 })
    await dana.becomes('Away')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)
    await server.works()
    await expect(recent(lene)).toContainText('Dana Birkby is away')
    await expect.poll(() => shown.map(({ title }) => title)).toEqual([`${DANA} is away`])
  })
})

test('a tone is heard for whoever it was asked for, and not for the others', async ({ lene, dana, sara }) => {
  await dana.becomes('Busy')
  await sara.becomes('Busy')
  await lene.signsIn()
  const tones = await countsTones(lene.page)
  await watches(lene, 'Sara Davis', 'is available, every time')
  await watches(lene, 'Dana Birkby', 'is available, every time')
  const panel = await lene.opens('Dana Birkby')
  await panel.getByRole('switch', { name: 'With a sound' }).check()

  await sara.becomes('Available')
  await expect(toasts(lene.page)).toContainText(`${apart('Sara Davis')} is available`)
  expect(tones()).toBe(0)

  await dana.becomes('Available')
  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)
  await expect.poll(tones).toBe(2) // of two notes
})

test('the icon of the installed app counts what I have not seen', async ({ lene, dana }) => {
  const badge = await notesTheBadge(lene.page.context())
  await dana.becomes('Busy')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby', 'changes in any way, every time')
  await lene.choosesAvailability('Do not disturb')
  await expect(lene.myAvailability).toHaveAccessibleName('My availability: Do not disturb. Change')

  await dana.becomes('Available')
  await expect.poll(badge).toBe(1)
  await dana.becomes('Away')
  await expect.poll(badge).toBe(2)

  await bell(lene).click()
  await expect.poll(badge).toBe(0)
  await lene.page.keyboard.press('Escape')

  await dana.becomes('Available')
  await expect.poll(badge).toBe(1)
  await lene.page.goto('about:blank')
  await expect.poll(badge).toBe(0)
})

test('whoever presses a notice that the worker has shown, as on a phone, is led to the open board', async ({
  lene,
}) => {
  await lene.opensTheBoard()
  await hasKeptTheBoard(lene.page)
  const [worker] = lene.page.context().serviceWorkers()

  const came = await worker?.evaluate(async () => {
    const told: string[] = []
    let work: Promise<unknown> = Promise.resolve()
    const notification = { close: () => told.push('closed') }
    const waitUntil = (promise: Promise<unknown>): void => {
      work = promise
    }
    dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil }))
    await work.then(
      () => told.push('in front'),
      (no: unknown) => told.push(String(no)),
    )
    return told
  })

  // It has found the page; but no story may press in a person's place, and without a press the browser says no.
  expect(came).toEqual(['closed', expect.stringContaining('Not allowed to focus a window')])
})

test('whom I watch is kept for me in this browser, and how they are at first is no news', async ({
  lene,
  dana,
}) => {
  await dana.becomes('Busy')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby', 'is available, every time')
  await dana.becomes('Available')
  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)

  await lene.signsIn()

  await expect(watched(lene)).toContainText('Dana Birkby')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available.*, watched$/)
  await expect(toasts(lene.page)).toHaveCount(0)
  await expect(recent(lene)).toBeHidden()
})

test('where the browser blocks notifications, I am told so, and on the page all the same', async ({
  lene,
  dana,
}) => {
  await dana.becomes('Busy')
  await lene.signsIn()

  const panel = await lene.opens('Dana Birkby')
  await panel.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(panel.getByText(/This browser blocks notifications|Your browser asks you/)).toBeVisible()
  await dana.becomes('Available')

  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)
  await toasts(lene.page).getByRole('button', { name: 'Keep watching' }).click()
  await expect(toasts(lene.page)).toHaveCount(0)
  await expect(panel.getByRole('radio', { name: 'is available, every time' })).toBeChecked()
})

test('by keys alone I get to an alert, it stays while I am at it, and I am back where I was', async ({
  lene,
  dana,
}) => {
  await lene.page.clock.install()
  await dana.becomes('Busy')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby', 'is available, every time')
  await lene.sees('Sara Davis').focus()
  await dana.becomes('Available')
  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)

  await lene.page.keyboard.press('F6')
  await expect(toasts(lene.page).getByRole('link', { name: 'Chat' })).toBeFocused()
  await toasts(lene.page).hover()
  await lene.page.mouse.move(5, 5)
  await lene.page.clock.runFor(30_000)
  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)
  await lene.tabsTo(toasts(lene.page).getByRole('button', { name: 'Dismiss: Dana Birkby' }))
  await lene.page.keyboard.press('Enter')

  await expect(toasts(lene.page)).toHaveCount(0)
  await expect(lene.sees('Sara Davis')).toBeFocused()
})

test('I am told of the next change of hers, whatever it is, and of no other unless I say so then', async ({
  lene,
  dana,
}) => {
  await dana.becomes('Available')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby', 'changes in any way, once')

  await dana.becomes('Away')
  await expect(toasts(lene.page)).toContainText(`${DANA} is away`)
  await expect(toasts(lene.page)).toContainText('You asked to be told once.')
  await expect(watched(lene)).toBeHidden()

  await toasts(lene.page).getByRole('button', { name: 'Keep watching' }).click()
  const panel = await lene.opens('Dana Birkby')
  await expect(panel.getByRole('radio', { name: 'changes in any way, every time' })).toBeChecked()
  await dana.becomes('Busy')
  await expect(toasts(lene.page)).toContainText(`${DANA} is busy`)
  await expect(watched(lene)).toContainText('Dana Birkby')
})

test('an Arabic name stands before what an English page tells of her', async ({ lene, world }) => {
  const name = 'ليلى منصور'
  const becomes = (availability: 'Busy' | 'Online') =>
    world.control.publish({ user: `sip:laylam@${world.domain}`, endpoint: 'desktop', availability })
  await becomes('Busy')
  await lene.signsIn()
  await watches(lene, name)
  await becomes('Online')

  const told = toasts(lene.page).getByText(`${apart(name)} is available`)
  const [herName, theRest] = await told.evaluate((line) => {
    const sentence = line.firstChild
    if (sentence === null) throw new Error('nothing is told')
    return ['ليلى', 'is available'].map((words) => {
      const range = document.createRange()
      const from = sentence.textContent?.indexOf(words) ?? -1
      range.setStart(sentence, from)
      range.setEnd(sentence, from + words.length)
      const { left, right } = range.getBoundingClientRect()
      return { left, right }
    })
  })
  expect(herName?.right).toBeLessThanOrEqual(theRest?.left ?? Number.NaN)
})

test('once I have signed out, nobody who reads the page aloud is told of whom I watch', async ({
  lene,
  dana,
}) => {
  await dana.becomes('Busy')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby', 'changes in any way, every time')
  const spoken = lene.page.getByRole('status')

  await dana.becomes('Available')
  await expect(spoken.filter({ hasText: `${DANA} is available` })).toHaveCount(1)
  await dana.becomes('Away') // which waits its turn
  await expect(toasts(lene.page)).toContainText(`${DANA} is away`)
  await lene.signsOut()

  await expect(spoken.filter({ hasText: 'Dana Birkby' })).toHaveCount(0)
})

test('by the bell in her row I watch her, and let her be again', async ({ lene }) => {
  await lene.signsIn()
  const row = lene.sees('Dana Birkby')
  const bellInRow = row.getByRole('button', { name: 'Watch Dana Birkby' })

  await row.hover()
  await bellInRow.click()
  await expect(row).toHaveAccessibleName(/, watched$/)
  await expect(bellInRow).toHaveAttribute('aria-pressed', 'true')

  await bellInRow.click()
  await expect(row).not.toHaveAccessibleName(/, watched$/)
  await expect(watched(lene)).toBeHidden()
})

test('what I set at another device is among the recent changes', async ({ lene }) => {
  await lene.signsIn()
  await lene.becomes('Busy')

  await expect(recent(lene)).toContainText('You from another device')
})

test('on a phone the bell leads to whom I watch, and from there to them', async ({ lene }) => {
  await lene.page.setViewportSize({ width: 360, height: 760 })
  await lene.signsIn()
  await watches(lene, 'Dana Birkby')

  await bell(lene).click()
  await lene.page
    .getByRole('dialog', { name: 'Alerts' })
    .getByRole('button', { name: /Dana Birkby/ })
    .click()

  await expect(lene.page.getByRole('heading', { name: 'Dana Birkby', exact: true })).toBeFocused()
})

test('where the administrator has switched it off, nobody can be watched', async ({ lene, board }) => {
  board.isConfiguredWith({ features: { notifications: false } })
  await lene.signsIn()

  const panel = await lene.opens('Dana Birkby')

  await expect(panel.getByRole('link', { name: 'Chat' })).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Watch', exact: true })).toHaveCount(0)
  await expect(bell(lene)).toHaveCount(0)
})
