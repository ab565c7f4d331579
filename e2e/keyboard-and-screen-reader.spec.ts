import { barriersOn } from './barriers.ts'
import { expect, test } from './stories.ts'
import { wordFor } from './words.ts'

test.describe('by keyboard alone', () => {
  // The frame cannot take back a P-GET that is held: it is answered when its application ends.
  test.use({ expectedInConsole: /status of 404 .*\/events\?/ })

  test('everything from sign-in to sign-out can be done', async ({ lene, server }) => {
    const { page } = lene
    await lene.opensTheBoard()

    await lene.tabsTo(page.getByLabel('Sign-in address'))
    await page.keyboard.type(lene.account.username)
    await lene.tabsTo(page.getByLabel('Password'))
    await page.keyboard.type(lene.account.password)
    await page.keyboard.press('Enter')
    await expect(lene.connection).toHaveText('Live')

    await lene.tabsTo(lene.myAvailability)
    await page.keyboard.press('Enter')
    await lene.walksTo(page.getByRole('menuitemradio', { name: 'Busy', exact: true }))
    await page.keyboard.press('Enter')
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
    await expect(lene.myAvailability).toBeFocused()

    await lene.tabsTo(lene.myNote)
    await page.keyboard.press('Enter')
    await expect(lene.noteEditor).toBeFocused()
    await page.keyboard.type('By keyboard alone.')
    await lene.tabsTo(page.getByRole('button', { name: 'Publish' }))
    await page.keyboard.press('Enter')
    await expect(lene.me).toContainText('By keyboard alone.')
    await expect.poll(async () => (await server.truthFor(lene)).me.note?.message).toBe('By keyboard alone.')

    await lene.tabsTo(lene.list.getByRole('row').first())
    await page.keyboard.press('End')
    await expect(lene.list.getByRole('row').last()).toBeFocused()
    await page.keyboard.press('Home')
    await expect(lene.list.getByRole('row').first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(lene.list.getByRole('row').nth(1)).toBeFocused()

    await page.keyboard.press('/')
    await page.keyboard.type('Dana')
    await expect(lene.sees('Sara Davis')).toBeHidden()
    await page.keyboard.press('ArrowDown')
    await expect(lene.sees('Dana Birkby')).toBeFocused()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Dana Birkby', exact: true })
    await expect(panel).toBeVisible()
    await lene.tabsTo(panel.getByRole('button', { name: 'Watch', exact: true }))
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('button', { name: 'Watching', exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lene.sees('Dana Birkby')).toBeFocused()

    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(lene.sees('Dana Birkby')).toBeFocused()

    await lene.tabsTo(lene.myMenu)
    await page.keyboard.press('Enter')
    await lene.walksTo(page.getByRole('menuitem', { name: /^Diagnostics/ }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Diagnostics' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(lene.myMenu).toBeFocused()

    await page.keyboard.press('Enter')
    await lene.walksTo(page.getByRole('menuitem', { name: 'Sign out' }))
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Password')).toBeVisible()
  })
})

test('a person is one row, whose name says who they are and how to reach them', async ({ lene, dana }) => {
  await dana.becomes('Available')
  await dana.notes('Happy to look at drafts before lunch.')
  await dana.moves('Copenhagen 4.12')

  await lene.signsIn()

  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(
    /^Dana Birkby, Available, (.*, )?Happy to look at drafts before lunch\., Copenhagen 4\.12$/,
  )
})

test.describe('when the connection is lost', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('it is said in a status, and not only in colour', async ({ lene, dana, server }) => {
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toBeVisible()

    await server.fails({ kind: 'status', status: 503 })
    await dana.becomes('Away')

    await expect(lene.page.getByRole('status').filter({ hasText: /^Not live(, next try in|$)/ })).toHaveCount(
      1,
    )
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/was Available, as of \d\d:\d\d/)
  })
})

test('beside every person stands the word for their availability', async ({ lene, server }) => {
  const { contacts } = await server.truthFor(lene)
  const words = new Set(
    Object.values(contacts).map(({ availability, activity }) => wordFor(availability, activity)),
  )

  await lene.signsIn()
  await server.agreesWith(lene)

  const people = (await lene.readsTheBoard()).flatMap((group) => group.people)
  const wordless = people.filter(({ text }) => !Array.from(words).some((word) => text.includes(word)))
  expect(wordless.map(({ name }) => name)).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ browserOptions: { colorScheme } })

    test('sign-in and board have no barriers that a machine can find', async ({ lene }) => {
      await lene.opensTheBoard()
      await expect(lene.page.getByLabel('Password')).toBeVisible()
      expect(await barriersOn(lene.page)).toEqual([])

      await lene.signsIn()
      await expect(lene.sees('Dana Birkby')).toBeVisible()

      expect(await barriersOn(lene.page)).toEqual([])
      await lene.myAvailability.click()
      await expect(lene.page.getByRole('menu')).toBeVisible()
      expect(await barriersOn(lene.page)).toEqual([])
    })
  })
}
