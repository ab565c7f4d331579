import type { Locator, Page } from '@playwright/test'

import { expect, test } from './stories.ts'

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

async function boxOf(place: Locator): Promise<Box> {
  const box = await place.boundingBox()
  if (box === null) throw new Error(`${String(place)} is not to be seen`)
  return box
}
const endOf = async (place: Locator): Promise<number> => {
  const { x, width } = await boxOf(place)
  return x + width
}
const startOf = async (place: Locator): Promise<number> => (await boxOf(place)).x
const topOf = async (place: Locator): Promise<number> => (await boxOf(place)).y
const heightOf = async (place: Locator): Promise<number> => (await boxOf(place)).height

/** Whether all that is written there can be seen. */
const isWhole = (text: Locator): Promise<boolean> =>
  text.evaluate((one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight + 1)

test('the menu and the editor of the note open without moving what stands below', async ({ lene }) => {
  await lene.signsIn()
  const location = lene.me.getByRole('button', { name: /^(Change|Set a) location/, includeHidden: true })
  await expect(location).toBeVisible()
  const before = await topOf(location)

  await lene.myAvailability.click()
  await expect(lene.page.getByRole('menuitemradio', { name: 'Busy', exact: true })).toBeVisible()
  expect(await topOf(location)).toBe(before)
  await lene.page.keyboard.press('Escape')

  await lene.myNote.click()
  await expect(lene.noteEditor).toBeVisible()
  expect(await topOf(location)).toBe(before)
})

test('rows are as high beside a panel as without it, unless the window is a phone’s', async ({ lene }) => {
  await lene.signsIn()
  const sara = lene.sees('Sara Davis')
  await expect(sara).toBeVisible()
  expect(await heightOf(sara)).toBe(56)
  const panel = await lene.opens('Dana Birkby')
  await expect(panel).toBeVisible()
  await lene.searchesFor('Sara') // other rows come, of which the list takes the measure
  await expect(lene.sees('Dana Birkby')).toBeHidden()
  expect(await heightOf(sara)).toBe(56)
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toHaveCount(0)
  expect(await heightOf(sara)).toBe(56)

  await lene.page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => heightOf(sara)).toBe(60)
  await lene.page.setViewportSize({ width: 1280, height: 800 })
  await expect.poll(() => heightOf(sara)).toBe(56)
})

test('what can be done with somebody lies neither on the edge of their row nor on their note', async ({
  lene,
  dana,
}) => {
  await lene.page.setViewportSize({ width: 1920, height: 900 })
  await dana.notes('This note is long enough to fill two lines. '.repeat(9))
  await lene.signsIn()
  await lene.opens('Dana Birkby')
  const row = lene.sees('Dana Birkby')
  const note = row.getByText('This note is long')
  await expect(note).toBeVisible()
  await row.hover()

  const chat = row.getByRole('link').first()
  expect(await endOf(note)).toBeLessThanOrEqual(await startOf(chat))
  const groundPx = await chat.evaluate((one) => one.parentElement?.clientHeight ?? 0)
  expect(groundPx).toBeLessThanOrEqual((await heightOf(row)) - 4) // the ring of focus is 2 px wide
})

test('on a phone the count of a group is whole beside its button', async ({ lene }) => {
  await lene.page.setViewportSize({ width: 360, height: 740 })
  await lene.signsIn()
  const header = lene.list.getByRole('button', { name: /^Customers and partners, \d+ of \d+ available/ })
  await header.hover()

  const count = header.getByText(/^\d+ of \d+$/)
  await expect(count).toBeVisible()
  const more = lene.list.getByRole('button', { name: 'More for Customers and partners' })
  expect(await endOf(count)).toBeLessThanOrEqual(await startOf(more))
})

const comesIn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Lene\b/ }).click()
  await page.getByRole('textbox').first().press('Enter')
  await page
    .getByRole('row', { name: /^Dana Birkby, / })
    .first()
    .waitFor()
}

test.describe('in French, whose words are long', () => {
  test.use({ browserOptions: { locale: 'fr-FR' } })

  test.describe('with a thousand people', () => {
    test.use({ sandboxFlags: ['--contacts', '1000'] })

    test('states and counts are whole', async ({ lene, dana }) => {
      await dana.becomes('Be right back')
      await lene.opensTheBoard()
      await comesIn(lene.page)

      const row = lene.page.getByRole('row', { name: /^Dana Birkby, / }).first()
      const word = row.getByText('De retour dans quelques minutes')
      await expect(word).toBeVisible()
      expect(await isWhole(word)).toBe(true)
      const chip = lene.page.getByRole('button', { name: /^Hors connexion, \d+/ })
      const view = lene.page.getByRole('button', { name: 'Affichage' })
      await expect.poll(async () => (await endOf(chip)) <= (await startOf(view))).toBe(true)
    })
  })

  test('on a phone it is said once that somebody is out of office', async ({ lene }) => {
    await lene.page.setViewportSize({ width: 360, height: 1200 })
    await lene.opensTheBoard()
    await comesIn(lene.page)

    const row = lene.page.getByRole('row', { name: /^Chloé Lefebvre, Hors du bureau, / }).first()
    await expect(row.getByText('De retour lundi')).toBeVisible()
    await expect(row.getByText('Message d’absence')).toBeHidden()
  })
})
