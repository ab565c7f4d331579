import { expect, test } from './stories.ts'
import { escaped } from './words.ts'

/** By the first of the browser's languages; a region makes no other language. */
const READERS = [
  { locale: 'en-US', direction: 'ltr', available: 'Available', busy: 'Busy' },
  { locale: 'de-AT', direction: 'ltr', available: 'Verfügbar', busy: 'Beschäftigt' },
  { locale: 'fr-CA', direction: 'ltr', available: 'Disponible', busy: 'Occupé(e)' },
  { locale: 'es-MX', direction: 'ltr', available: 'Disponible', busy: 'Ocupado' },
  { locale: 'ja-JP', direction: 'ltr', available: '連絡可能', busy: '取り込み中' },
  { locale: 'ar-EG', direction: 'rtl', available: 'متاح', busy: 'مشغول' },
] as const

for (const { locale, direction, available, busy } of READERS) {
  test.describe(`a reader of ${locale}`, () => {
    test.use({ browserOptions: { locale } })

    test('reads the board and sets their availability in that language', async ({ lene, dana, server }) => {
      await dana.becomes('Available')
      await lene.opensTheBoard()
      await lene.page.getByRole('button', { name: /^Lene\b/ }).click()
      await lene.page.getByRole('textbox').first().press('Enter')

      const row = lene.page.getByRole('row', { name: /^Dana Birkby/ }).first()
      await expect(row).toHaveAccessibleName(new RegExp(`^Dana Birkby.*${escaped(available)}`))
      expect(await row.evaluate((one) => getComputedStyle(one).direction)).toBe(direction)
      expect(await lene.page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2))

      const mine = lene.page.getByRole('complementary').getByRole('button')
      await mine.filter({ hasText: available }).click()
      await lene.page.getByRole('menuitemradio', { name: new RegExp(`^${escaped(busy)}`) }).click()
      await expect(mine.filter({ hasText: busy })).toBeVisible()
      await expect.poll(async () => (await server.truthFor(lene)).me.availability).toBe('Busy')
    })
  })
}
