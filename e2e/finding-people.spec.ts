import type { Page } from '@playwright/test'
import { boardInSight } from './board.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

/** Chooses in the view menu, and leaves it. */
const views = async ({ page }: Person, ...choices: readonly (readonly [group: string, word: string])[]) => {
  await page.getByRole('button', { name: 'View', exact: true }).click()
  for (const [group, word] of choices)
    await page.getByRole('group', { name: group }).getByRole('menuitemradio', { name: word }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
}

const header = ({ list }: Person, title: string) =>
  list.getByRole('row', { name: new RegExp(`^${title}, \\d`) }).first()

/** Who stands below a heading. Nothing is touched, since a list that somebody is in keeps its order. */
const below = async (lene: Person, title: string): Promise<readonly string[]> => {
  const board = await boardInSight(lene.list)
  return (board.find((group) => group.title === title)?.people ?? []).map(({ name }) =>
    name.replace(/,.*$/s, ''),
  )
}

/** The same address once more, as from a bookmark, in which somebody signs in. */
const opensTheBookmark = async (page: Page, address: string, firstName: RegExp) => {
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('button', { name: firstName }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('a bookmark opens the view that it was made of', async ({ lene }) => {
  await lene.signsIn()
  await views(lene, ['Show as', 'Cards'], ['Group by', 'Department'], ['Sort by', 'Availability'])
  await header(lene, 'Design').press('ArrowLeft')
  await expect(header(lene, 'Design').getByRole('button', { expanded: false })).toBeVisible()
  const address = lene.page.url()

  await opensTheBookmark(lene.page, address, /^Lene\b/)

  await expect(header(lene, 'Design').getByRole('button', { expanded: false })).toBeVisible()
  await lene.page.getByRole('button', { name: 'View', exact: true }).click()
  for (const chosen of ['Cards', 'Department', 'Availability'])
    await expect(lene.page.getByRole('menuitemradio', { name: chosen, checked: true })).toBeVisible()
  expect(lene.page.url()).toBe(address)
})

test('under a chip a group is folded and opened as without one, and a bookmark keeps it', async ({
  lene,
}) => {
  await lene.signsIn()
  await lene.page.getByRole('button', { name: /^Available, \d+ p/ }).click()
  const button = (expanded: boolean) => header(lene, 'Design').getByRole('button', { expanded })
  await expect.poll(() => below(lene, 'Design')).toContain('Dana Birkby')

  await header(lene, 'Design').press('ArrowLeft')
  await expect(button(false)).toBeVisible()
  expect(await below(lene, 'Design')).toEqual([])
  await opensTheBookmark(lene.page, lene.page.url(), /^Lene\b/)
  await expect(button(false)).toBeVisible()
  expect(await below(lene, 'Design')).toEqual([])

  await header(lene, 'Design').press('ArrowRight')
  await expect.poll(() => below(lene, 'Design')).toContain('Dana Birkby')
  await expect(lene.page).toHaveURL(/#show=available$/)

  await button(true).click()
  await lene.page.getByRole('button', { name: /^All, / }).click()
  await expect(button(false)).toBeVisible()
})

test('what was searched and chosen stands in the address, and a link is followed at once', async ({
  lene,
}) => {
  await lene.signsIn()
  await lene.page.getByRole('button', { name: /^Busy, \d+ p/ }).click()
  await expect(lene.page).toHaveURL(/#show=busy$/)
  await lene.searchesFor('dana b')
  await expect(lene.page).toHaveURL(/#show=busy&find=dana\+b$/)

  await lene.page.goto(lene.page.url().replace(/#.*$/, '#group=location&who=knows'))
  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toHaveValue('')
  await expect(header(lene, 'Copenhagen, 4.12')).toBeVisible()
  await lene.page.getByRole('button', { name: /^Away, \d+ p/ }).click()
  await expect(lene.page, 'what it does not understand is left to others').toHaveURL(
    /#group=location&who=knows&show=away$/,
  )
})

test.describe('in a window that has room for the whole list', () => {
  test.use({ browserOptions: { viewport: { width: 1280, height: 9000 } } })

  test('put together by availability, a colleague stands where they belong as they change', async ({
    lene,
    dana,
  }) => {
    await lene.signsIn()
    await views(lene, ['Group by', 'Availability'])
    await lene.page.mouse.move(0, 0)
    await dana.becomes('Do not disturb')
    await expect.poll(() => below(lene, 'Do not disturb')).toContain('Dana Birkby')
    expect(await below(lene, 'Available')).not.toContain('Dana Birkby')
  })

  test('put together by place, a colleague moves with what they publish', async ({ lene, dana }) => {
    await dana.moves('Library, second floor')
    await lene.signsIn()
    await views(lene, ['Group by', 'Location'])
    await expect.poll(() => below(lene, 'Library, second floor')).toEqual(['Dana Birkby'])
    await expect(header(lene, 'Library, second floor')).toHaveAccessibleName(/, [01] of 1 available$/)
  })
})

test('sorted by recent change, nobody moves away under the pointer', async ({ lene, dana }) => {
  await lene.signsIn()
  await views(lene, ['Sort by', 'Recent change'])
  const first = lene.list.getByRole('row').nth(1)
  await expect(first).toHaveAccessibleName(/^Alex Darrow/)
  await first.hover()
  await dana.becomes('Busy')
  const chip = lene.page.getByRole('button', { name: /^\d+ moved, sort again$/ })
  await expect(chip).toHaveText('1 moved, sort again')
  await expect(first).toHaveAccessibleName(/^Alex Darrow/)

  await chip.click()
  await expect(first).toHaveAccessibleName(/^Dana Birkby/)
  await expect(chip).toHaveCount(0)

  await lene.page.mouse.move(0, 0)
  await dana.becomes('Away')
  await expect(first).toHaveAccessibleName(/^Dana Birkby, Away/)
})

test('in every density only who is in sight is in the page, and the arrows lead from one to the next', async ({
  lene,
}) => {
  await lene.signsIn()
  for (const density of ['Cards', 'List', 'Compact']) {
    await views(lene, ['Show as', density])
    const rows = await lene.list.getByRole('row').count()
    expect(rows, density).toBeGreaterThan(5)
    expect(rows, density).toBeLessThan(60)
  }
  await views(lene, ['Show as', 'Cards'])
  const row = (at: number) => lene.list.getByRole('row').nth(at) // the first heads five people, three to a shelf
  await row(1).press('ArrowRight')
  await expect(row(2)).toBeFocused()
  await lene.page.keyboard.press('ArrowDown')
  await expect(row(5)).toBeFocused()
  await lene.page.keyboard.press('ArrowUp')
  await expect(row(2)).toBeFocused()
})

test('the view is changed by the keyboard alone', async ({ lene }) => {
  await lene.signsIn()
  await lene.page.keyboard.press('v')
  await lene.walksTo(lene.page.getByRole('menuitemradio', { name: 'Compact' }))
  await lene.page.keyboard.press('Enter')
  await expect(lene.page.getByRole('menuitemradio', { name: 'Compact', checked: true })).toBeFocused()
  await lene.page.keyboard.press('Escape')
  await expect(lene.page.getByRole('button', { name: 'View', exact: true })).toBeFocused()
  await expect(lene.page).toHaveURL(/#density=compact$/)
})

test('the letters are marked by which somebody is found', async ({ lene }) => {
  await lene.signsIn()
  await lene.searchesFor('birk')
  await expect(lene.sees('Dana Birkby').getByText('Birk', { exact: true })).toBeVisible()
})

test('a colleague is reached from their row, by what the machine has for it', async ({ lene }) => {
  await lene.signsIn()
  await lene.sees('Dana Birkby').hover()
  const way = (name: string) => lene.sees('Dana Birkby').getByRole('link', { name })
  await expect(way('Chat: Dana Birkby')).toHaveAttribute('href', /^im:danab@/)
  await expect(way('Call: Dana Birkby')).toHaveAttribute('href', /^(tel|sip):/)
  await expect(way('Mail: Dana Birkby')).toHaveAttribute('href', /^mailto:/)
})

test.describe('on a phone', () => {
  test.use({ browserOptions: { viewport: { width: 360, height: 740 }, hasTouch: true } })

  test('the view is chosen on a sheet at the foot of the screen', async ({ lene }) => {
    await lene.signsIn()
    await lene.page.getByRole('button', { name: 'View', exact: true }).tap()
    const sheet = await lene.page.getByRole('menu').boundingBox()
    expect((sheet?.x ?? 0) + (sheet?.width ?? 0)).toBeGreaterThan(330)
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeGreaterThan(700)
    await lene.page.getByRole('menuitemradio', { name: 'Compact' }).tap()
    await expect(lene.page).toHaveURL(/#density=compact$/)
  })
})

/** The page as it is written from the other side. */
const turns = ({ page }: Person, direction: 'ltr' | 'rtl') =>
  page.evaluate((to) => {
    for (const part of document.querySelectorAll('.app[dir]')) part.setAttribute('dir', to)
  }, direction)

for (const { at, browserOptions } of [
  { at: 'a narrow window', browserOptions: { viewport: { width: 360, height: 740 } } },
  {
    at: 'a phone',
    browserOptions: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  },
  { at: "a list beside somebody's panel", browserOptions: { viewport: { width: 1100, height: 740 } } },
])
  test.describe(`in ${at}`, () => {
    test.use({ browserOptions })

    test('what can be done with somebody never covers how they are', async ({ lene, dana }) => {
      await dana.signsIn()
      await dana.becomes('Do not disturb')
      await lene.signsIn()
      const row = lene.sees('Dana Birkby')
      const word = row.getByText('Do not disturb', { exact: true })
      if (browserOptions.viewport.width > 360) await lene.opens('Dana Birkby')
      for (const density of ['List', 'Compact']) {
        await views(lene, ['Show as', density])
        for (const direction of ['ltr', 'rtl'] as const) {
          await turns(lene, direction)
          await row.hover()
          const shown = await word.boundingBox()
          const actions = await row.getByRole('button').or(row.getByRole('link')).all()
          expect(actions.length).toBeGreaterThan(0)
          for (const action of actions) {
            const over = await action.boundingBox()
            if (shown === null || over === null) throw new Error('nothing is drawn there')
            const isBeside = over.x >= shown.x + shown.width || over.x + over.width <= shown.x
            expect(isBeside, `${density}, ${direction}: ${JSON.stringify({ shown, over })}`).toBe(true)
          }
        }
      }
    })
  })
