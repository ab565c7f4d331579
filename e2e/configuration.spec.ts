import { group } from './list.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

/** What the four that may be switched off put on the board, by the words on screen. */
const OF_FEATURES = [
  'box: Find people',
  'key: Search',
  'my menu: Who sees what of me',
  'my menu: Wallboard',
  'key: Who sees what of me',
  'key: Wallboard',
  'button: More for Design',
  'button: More for On call',
  'menu: Groups…',
  'menu: Remove from Design',
  'menu: Remove from my list',
  'panel: Change groups…',
  'panel: Dana Birkby sees you',
]

const labels = (elements: readonly Element[]): readonly string[] =>
  elements.map((one) => one.getAttribute('aria-label') ?? '')

/** All that one may look through for them, told as above. */
async function looksThroughTheBoard(lene: Person): Promise<readonly string[]> {
  const { page } = lene
  const [menu, panel] = [page.getByRole('menu'), page.getByRole('complementary', { name: 'Dana Birkby' })]
  const found: string[] = []
  const notes = (where: string, names: readonly string[]): void =>
    void found.push(...names.map((name) => `${where}: ${name}`))

  notes('box', await page.getByRole('textbox').evaluateAll(labels))
  notes('button', await lene.list.getByRole('button', { name: /^More for/ }).evaluateAll(labels))

  await lene.myMenu.click()
  await expect(menu.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  // The hint and the keys of a line stand behind its words.
  const lines = await menu.getByRole('menuitem').allInnerTexts()
  notes(
    'my menu',
    lines.map((line) => line.split('\n')[0] ?? ''),
  )
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  await lene.list
    .getByRole('row', { name: /^Dana Birkby, / })
    .last() // in the group of hers, below the favourites
    .press('Shift+F10')
  await expect(menu.getByRole('menuitem', { name: /avourite/ })).toBeVisible()
  notes('menu', await menu.getByRole('menuitem').allInnerTexts())
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  await lene.opens('Dana Birkby')
  await expect(panel.getByText('Work phone')).toBeVisible()
  await page.keyboard.press('?')
  const keyboard = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(keyboard.getByText('Sign out')).toBeVisible()
  const keys = await keyboard.getByRole('listitem').allInnerTexts()
  notes(
    'key',
    keys.map((line) => line.split('\n')[0] ?? ''),
  )
  await page.keyboard.press('Escape')
  await expect(keyboard).toBeHidden()
  notes('panel', await panel.getByRole('button').allInnerTexts())
  notes('panel', await panel.getByRole('region').evaluateAll(labels))
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  return found
}

test('the board has the name, the title and the theme that the administrator has given it', async ({
  lene,
  board,
}) => {
  board.isConfiguredWith({
    branding: { name: 'Who is in', logo: 'icons/192.png', accent: '#7a2e8e' },
    defaults: { theme: 'dark' },
  })
  await lene.opensTheBoard()
  await expect(lene.page).toHaveTitle('Sign in · Who is in')

  await lene.signsIn()
  await expect(lene.me.getByText('Who is in')).toBeVisible()
  await expect(lene.page).toHaveTitle(/ · Who is in$/)
  expect(await lene.me.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark')
})

test('what the administrator has switched off is not on the board', async ({ lene, dana, board }) => {
  board.isConfiguredWith({ features: { lastActive: false, search: false } })
  await lene.signsIn()
  await expect(lene.sees(dana.account.name)).toBeVisible()
  await expect(lene.sees('Matteo Ricci')).toHaveAccessibleName(/^Matteo Ricci, Away/)
  await expect(lene.page.getByText(/Last active/)).toHaveCount(0)
  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toHaveCount(0)
})

test.describe('in a window that has room for the whole list', () => {
  test.use({ browserOptions: { viewport: { width: 1280, height: 5000 } } })

  test('of searching, the list’s changes, privacy and the wallboard nothing is left once they are switched off', async ({
    lene,
    board,
  }) => {
    const { page, list } = lene
    await lene.signsIn()
    await lene.searchesFor('On call')
    await list.getByRole('button', { name: 'Add On call to your list' }).click()
    await expect(list.getByRole('row', { name: 'On call, distribution group, on your list' })).toBeVisible()
    await lene.searchesFor('')
    await expect(group(lene, 'On call')).toBeVisible()
    await expect(group(lene, 'Design')).toBeVisible()
    await expect
      .poll(() => looksThroughTheBoard(lene), { timeout: 60_000 }) // what she sees of me is read by itself
      .toEqual(expect.arrayContaining(OF_FEATURES))

    board.isConfiguredWith({
      features: { search: false, manageList: false, privacy: false, wallboard: false },
    })
    await board.isStopped()
    await board.isStarted()
    await lene.signsIn()
    await expect(group(lene, 'On call')).toBeVisible()
    const left = await looksThroughTheBoard(lene)
    expect(left.filter((one) => OF_FEATURES.includes(one))).toEqual([])
    expect(left).toContain('my menu: Preferences')

    for (const keys of [['g', 'p'], ['g', 'w'], ['/']]) for (const key of keys) await page.keyboard.press(key)
    for (const title of ['On call', 'Design']) await group(lene, title).press('Shift+F10')
    await page.keyboard.press('g')
    await page.keyboard.press('a') // with these alone a dialog comes
    await expect(page.getByRole('dialog', { name: 'Alerts' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(page.getByRole('menu')).toHaveCount(0)
  })
})

test.describe('with nobody on the list', () => {
  test.use({ sandboxFlags: ['--contacts', '0', '--groups', '1'] })

  test('nobody is told to find people where that is switched off', async ({ lene, board }) => {
    board.isConfiguredWith({ features: { search: false } })
    await lene.signsIn()
    await expect(
      lene.page.getByText('Whoever you add in Skype for Business appears here.', { exact: false }),
    ).toBeVisible()
    await expect(lene.page.getByRole('button', { name: 'Find people' })).toHaveCount(0)
  })
})
