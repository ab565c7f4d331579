import type { Locator, Page } from '@playwright/test'

import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { apart } from './words.ts'

const DANA = apart('Dana Birkby')

/** Writes down what a screen reader is given to say by itself: what comes to stand in a live region. */
async function hearsThePage(page: Page): Promise<readonly string[]> {
  const said: string[] = []
  await page.exposeFunction('isSaid', (text: string) => said.push(text))
  await page.addInitScript(() => {
    const LIVE = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])'
    const last = new WeakMap<Element, string>()
    const listen = (): void => {
      for (const region of document.querySelectorAll(LIVE)) {
        const text = region.textContent ?? ''
        if (text !== (last.get(region) ?? '') && text !== '') Reflect.get(window, 'isSaid')(text)
        last.set(region, text)
      }
    }
    new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return said
}

/** Writes down, at each frame, what moves on the page for longer than an eye can tell. */
async function seesWhatMoves(page: Page): Promise<ReadonlySet<string>> {
  const moved = new Set<string>()
  await page.exposeFunction('moves', (what: string) => moved.add(what))
  await page.addInitScript(() => {
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation
        const lastsMs = Number(effect?.getComputedTiming().activeDuration ?? 0)
        if (lastsMs <= 10) continue
        const of = effect instanceof KeyframeEffect ? effect.target?.getAttribute('class') : null
        const what =
          animation instanceof CSSAnimation
            ? animation.animationName
            : animation instanceof CSSTransition
              ? animation.transitionProperty
              : 'script'
        Reflect.get(window, 'moves')(`${what} of ${of ?? 'something'}`)
      }
      requestAnimationFrame(look)
    }
    look()
  })
  return moved
}

const toasts = (page: Page): Locator => page.getByRole('region', { name: 'Alerts' })

async function watches(person: Person, name: string): Promise<void> {
  const panel = await person.opens(name)
  await panel.getByRole('button', { name: 'Watch', exact: true }).click()
  await panel.getByRole('radio', { name: 'is available, every time' }).check()
  await person.page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

test('while a hundred things change, I hear of whom I asked for, and once of what I did myself', async ({
  lene,
  dana,
  server,
}) => {
  const said = await hearsThePage(lene.page)
  await dana.becomes('Busy')
  await lene.signsIn()
  await server.agreesInNumbersWith(lene)
  await watches(lene, 'Dana Birkby')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/, watched$/)
  const before = said.length

  const changes = server.storms({
    viewer: lene,
    changesPerSecond: 4,
    durationSeconds: 25,
    kinds: ['presence', 'note', 'location'],
    seed: 7,
  })
  await lene.choosesAvailability('Busy')
  await expect(lene.myAvailability).toHaveAccessibleName('My availability: Busy. Change')
  expect(await changes).toBeGreaterThan(90)
  await server.agreesInNumbersWith(lene)
  await dana.becomes('Away')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
  await dana.becomes('Available')
  await expect(toasts(lene.page)).toContainText(`${DANA} is available`)
  await expect.poll(() => said).toContain(`${DANA} is available`)

  const since = said.slice(before)
  expect(since.filter((text) => text === 'You are Busy.')).toHaveLength(1)
  expect(
    since.filter((text) => !text.startsWith(`${DANA} is available`) && text !== 'You are Busy.'),
  ).toEqual([])
})

/** Everything that moves where it may: rows, panel, menus, dialogs, an alert, what is being saved. */
async function doesAllThatMoves(lene: Person, dana: Person): Promise<void> {
  const { page } = lene
  await dana.becomes('Busy')
  await lene.signsIn()
  await watches(lene, 'Dana Birkby')
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitemradio', { name: 'Availability' }).last().click()
  await page.keyboard.press('Escape')
  await page.mouse.move(5, 5) // away from the list, which stays as it is under the pointer
  await lene.myAvailability.focus()

  await dana.becomes('Available')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
  await expect(toasts(page)).toContainText(`${DANA} is available`)

  await lene.choosesAvailability('Busy')
  await expect(lene.myAvailability).toHaveAccessibleName('My availability: Busy. Change')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await lene.opens('Dana Birkby')
}

test('a row that goes elsewhere, a panel that opens and what is being saved are seen to move', async ({
  lene,
  dana,
}) => {
  const moved = await seesWhatMoves(lene.page)
  await doesAllThatMoves(lene, dana)

  const all = [...moved].join('\n')
  expect(all).toMatch(/^translate of contact-row/m)
  expect(all).toMatch(/^person-enter of/m)
  expect(all).toMatch(/^contact-row-fresh of/m)
})

test.describe('for people who want less motion', () => {
  test.use({ browserOptions: { reducedMotion: 'reduce' } })

  test('nothing moves at all', async ({ lene, dana }) => {
    const moved = await seesWhatMoves(lene.page)
    await doesAllThatMoves(lene, dana)

    expect([...moved]).toEqual([])
  })
})
