import { expect, test } from './stories.ts'

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
  await expect(lene.page.getByRole('grid').getByText('Matteo Ricci')).toBeVisible()
  await expect(lene.page.getByText(/Last active/)).toHaveCount(0)
  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toHaveCount(0)
})
