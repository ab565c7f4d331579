import type { Locator } from '@playwright/test'

import type { Person } from './person.ts'
import { barriersOn } from './barriers.ts'
import { expect, test } from './stories.ts'

const TITLE = 'Who sees what of me'

async function opens(person: Person): Promise<Locator> {
  await person.myMenu.click()
  await person.page.getByRole('menuitem', { name: TITLE }).click()
  return person.page.getByRole('dialog', { name: TITLE })
}

/** My own card, as somebody at that level sees it. */
async function cardFor(privacy: Locator, level: string): Promise<Locator> {
  await privacy.getByRole('radio', { name: level }).check()
  return privacy.getByRole('region', { name: `My card for ${level}` })
}

test('I see my own card as each level sees it', async ({ lene }) => {
  await lene.signsIn()
  await lene.writesNote('Writing the spring plan.', { togetherWith: 'Do not disturb' })
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  await lene.moves('Copenhagen, roof')
  const privacy = await opens(lene)

  const family = await cardFor(privacy, 'Friends and family')
  await expect(family).toContainText('Do not disturb')
  await expect(family).toContainText('Writing the spring plan.')
  await expect(family).toContainText('Copenhagen, roof')
  const workgroup = await cardFor(privacy, 'Workgroup')
  await expect(workgroup).toContainText('Busy')
  await expect(workgroup).toContainText('Urgent interruptions only')
  const colleagues = await cardFor(privacy, 'Colleagues')
  await expect(colleagues).toContainText('Do not disturb')
  await expect(colleagues).toContainText('Location: may be shown')
  const external = await cardFor(privacy, 'External contacts')
  await expect(external).toContainText('Note: may be shown')
  await expect(external).not.toContainText('Copenhagen, roof')
  const blocked = await cardFor(privacy, 'Blocked contacts')
  await expect(blocked).toContainText('Offline')
  await expect(blocked).not.toContainText('Writing the spring plan.')
  await expect(blocked).not.toContainText('Product lead')
})

test('everybody stands at their level, and a name leads to where that is changed', async ({
  lene,
  world,
}) => {
  const dana = lene.account.uri.replace('lenea', 'danab')
  await world.control.privacy({ owner: lene.account.uri, contact: dana, level: 'Workgroup' })
  await lene.signsIn()
  const privacy = await opens(lene)
  await expect(privacy.getByRole('radio', { name: 'Workgroup, 1 person' })).not.toBeChecked()

  await privacy.getByRole('radio', { name: 'Workgroup' }).check()
  await privacy.getByRole('button', { name: 'Dana Birkby' }).click()

  await expect(privacy).toHaveCount(0)
  const panel = lene.page.getByRole('complementary', { name: 'Dana Birkby' })
  await expect(panel.getByRole('heading', { name: 'Dana Birkby' })).toBeFocused()
  await expect(panel.getByRole('combobox', { name: /sees you$/ })).toHaveValue('Workgroup')
})

test('a number of mine is entered, shown on my card, hidden again, and deleted', async ({ lene }) => {
  await lene.signsIn()
  const privacy = await opens(lene)
  const saved = () => expect(privacy.getByText('saving…')).toHaveCount(0)
  const onCard = privacy.getByRole('checkbox', { name: 'Home phone on my card' })
  const enters = async (number: string): Promise<void> => {
    await privacy.getByRole('button', { name: 'Change Home phone number' }).click()
    await privacy.getByRole('textbox', { name: 'Home phone number' }).fill(number)
    await lene.page.keyboard.press('Enter')
    await expect(privacy.getByRole('button', { name: 'Change Home phone number' })).toBeFocused()
    await saved()
  }

  await enters('+45 33 44 55 66')
  await expect(onCard).toBeVisible()
  const family = await cardFor(privacy, 'Friends and family')
  if (!(await onCard.isChecked())) await onCard.click()
  await expect(onCard).toBeChecked()
  await expect(family).toContainText('Home phone')
  await onCard.click()
  await expect(onCard).not.toBeChecked()
  await saved()
  await expect(family).not.toContainText('Home phone')
  await enters('')

  await expect(onCard).toHaveCount(0)
  await expect(privacy.getByRole('listitem').filter({ hasText: /^Home phone/ })).toContainText('No number')
})

test('whoever leaves a number as it was stands where they began', async ({ lene }) => {
  await lene.signsIn()
  const privacy = await opens(lene)
  const change = privacy.getByRole('button', { name: 'Change Home phone number' })
  await change.click()
  await lene.page.keyboard.press('Escape')
  await expect(change).toBeFocused()

  await lene.page.keyboard.press('Enter')
  await expect(privacy.getByRole('textbox', { name: 'Home phone number' })).toBeFocused()
  await privacy.getByRole('button', { name: 'Cancel' }).press('Enter')

  await expect(change).toBeFocused()
})

test('what the directory has set is shown and cannot be changed here', async ({ lene }) => {
  await lene.signsIn()
  const privacy = await opens(lene)

  await expect(privacy.getByRole('listitem').filter({ hasText: /^Work phone/ })).toContainText('On your card')
  await expect(privacy.getByRole('button', { name: 'Change Work phone number' })).toHaveCount(0)
})

test.describe('what the server finds to be no number', () => {
  test.use({ expectedInConsole: /status of 400/ })

  test('is refused with that reason', async ({ lene }) => {
    await lene.signsIn()
    const privacy = await opens(lene)

    await privacy.getByRole('button', { name: 'Change Mobile phone number' }).click()
    await privacy.getByRole('textbox', { name: 'Mobile phone number' }).fill('ask the reception')
    await privacy.getByRole('button', { name: 'Save' }).click()

    await expect(privacy).toContainText('The server finds that this is no phone number.')
  })
})

test('by keyboard alone it is opened, walked through and left', async ({ lene }) => {
  const { page } = lene
  await lene.signsIn()
  await lene.tabsTo(lene.myMenu)
  await page.keyboard.press('Enter')
  await lene.walksTo(page.getByRole('menuitem', { name: TITLE }))
  await page.keyboard.press('Enter')

  const privacy = page.getByRole('dialog', { name: TITLE })
  await lene.tabsTo(privacy.getByRole('radio', { name: 'Colleagues' }))
  await page.keyboard.press('ArrowUp')
  await expect(privacy.getByRole('heading', { name: 'Workgroup' })).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(privacy).toHaveCount(0)
  await expect(lene.myMenu).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`there is no barrier that a machine can find, ${colorScheme}`, async ({ lene }) => {
    await lene.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await lene.signsIn()
    const privacy = await opens(lene)
    await expect(privacy.getByRole('region', { name: 'My card for Colleagues' })).toBeVisible()
    await expect(privacy.getByText('Work phone').first()).toBeVisible()

    expect(await barriersOn(lene.page)).toEqual([])
  })
}
