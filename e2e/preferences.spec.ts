import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'

import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

/** By the button in the bar above the people. */
async function opensPreferences({ page }: Person): Promise<Locator> {
  await page.getByRole('button', { name: 'Preferences' }).click()
  return page.getByRole('dialog', { name: 'Preferences' })
}

const closes = (preferences: Locator): Promise<void> =>
  preferences.getByRole('button', { name: 'Close preferences' }).click()

const schemeOf = ({ list }: Person): Promise<string> =>
  list.evaluate((element) => getComputedStyle(element).colorScheme)

const file = (text: string) => ({
  name: 'preferences.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

const colourOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => getComputedStyle(element).color)

const ours = (fields: object): string =>
  JSON.stringify({ format: 'presence-board-preferences', preferences: fields })

async function imports(person: Person, preferences: Locator, text: string): Promise<void> {
  const picking = person.page.waitForEvent('filechooser')
  await preferences.getByRole('button', { name: 'Import' }).click()
  await (await picking).setFiles(file(text))
}

test('what I prefer holds at once, and the next time', async ({ lene }) => {
  await lene.signsIn()
  const preferences = await opensPreferences(lene)
  await expect(preferences.getByRole('radio', { name: 'System' })).toBeChecked()

  await preferences.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(() => schemeOf(lene)).toBe('dark')
  await preferences.getByRole('switch', { name: 'Sound' }).check()
  await closes(preferences)

  await lene.signsIn()
  expect(await schemeOf(lene)).toBe('dark')
  const again = await opensPreferences(lene)
  await expect(again.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(again.getByRole('switch', { name: 'Sound' })).toBeChecked()
})

test('what I prefer in one tab holds in my other tab', async ({ lene }) => {
  await lene.signsIn()
  const other = await lene.page.context().newPage()
  await other.goto(lene.page.url())
  await expect(other.getByLabel('Sign-in address')).toBeVisible()
  const preferences = await opensPreferences(lene)

  await preferences.getByRole('radio', { name: 'High contrast' }).check()

  await expect.poll(() => colourOf(other.getByLabel('Sign-in address'))).toBe('rgb(255, 255, 255)')
})

test('I take my preferences to another browser in a file, with nothing secret in it', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  const preferences = await opensPreferences(lene)
  await preferences.getByRole('radio', { name: 'Dark' }).check()
  await preferences.getByRole('radio', { name: 'Today' }).check()
  await preferences.getByLabel('End of my day').fill('16:45')

  const downloading = lene.page.waitForEvent('download')
  await preferences.getByRole('link', { name: 'Export' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('presence-board-preferences.json')
  const text = await readFile(await download.path(), 'utf8')
  expect(text).not.toContain(lene.account.username)
  expect(text).not.toContain(lene.account.password)

  await dana.signsIn()
  const danas = await opensPreferences(dana)
  await imports(dana, danas, text)
  await expect(danas.getByText('Your preferences are as in the file.')).toBeVisible()
  await expect(danas.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(danas.getByLabel('End of my day')).toHaveValue('16:45')
  expect(await schemeOf(dana)).toBe('dark')
})

test('a file that is not right changes nothing, and I am told what is wrong', async ({ lene }) => {
  await lene.signsIn()
  const preferences = await opensPreferences(lene)

  await imports(lene, preferences, 'theme = dark')
  await expect(preferences.getByText('This file is not JSON. Nothing was changed.')).toBeVisible()

  await imports(lene, preferences, ours({ theme: 'dark', endOfDay: '25:00' }))
  await expect(preferences.getByText('The file says "25:00" for “endOfDay”.')).toBeVisible()
  await expect(preferences.getByRole('radio', { name: 'System' })).toBeChecked()

  await imports(lene, preferences, ours({ theme: 'dark' }))
  await expect(preferences.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await preferences.getByRole('button', { name: 'Reset all' }).click()
  await expect(preferences.getByRole('radio', { name: 'System' })).toBeChecked()
})

test('by keyboard alone I reach my preferences, change one, and am back where I was', async ({ lene }) => {
  await lene.signsIn()
  const button = lene.page.getByRole('button', { name: 'Preferences' })
  await lene.tabsTo(button)
  await lene.page.keyboard.press('Enter')
  const preferences = lene.page.getByRole('dialog', { name: 'Preferences' })
  await lene.tabsTo(preferences.getByRole('radio', { name: 'System' }))

  await lene.page.keyboard.press('ArrowRight')
  await expect(preferences.getByRole('radio', { name: 'Light' })).toBeChecked()
  await lene.page.keyboard.press('Escape')

  await expect(preferences).toBeHidden()
  await expect(button).toBeFocused()
})

test('keys that type a character do nothing on the board once I have switched them off', async ({ lene }) => {
  await lene.signsIn()
  const keyboard = lene.page.getByRole('dialog', { name: 'Keyboard' })
  await lene.page.keyboard.press('?')
  await expect(keyboard).toBeVisible()
  await lene.page.keyboard.press('Escape')
  await expect(keyboard).toBeHidden()

  const preferences = await opensPreferences(lene)
  await preferences.getByRole('switch', { name: 'Single keys' }).uncheck()
  await closes(preferences)

  await lene.page.keyboard.press('?')
  await expect(keyboard).toBeHidden()
  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: 'Keyboard' }).click()
  await expect(keyboard.getByRole('switch', { name: 'Single keys' })).not.toBeChecked()
})

test('while I do not want my activity reported it is not, and the board says so', async ({
  lene,
  server,
}) => {
  const reports = async () => (await server.costs()).by['POST reportMyActivity'] ?? 0
  await lene.signsIn()
  await expect(lene.me).toContainText('Your activity here is reported')
  await expect.poll(reports).toBe(1)
  const preferences = await opensPreferences(lene)

  await preferences.getByRole('switch', { name: 'Report my activity' }).uncheck()
  await closes(preferences)
  await expect(lene.me).toContainText('Your activity is not reported')

  await server.forgetsRequests()
  await lene.signsIn()
  await server.hasToldEverything()
  await expect(lene.me).toContainText('Your activity is not reported')
  expect(await reports()).toBe(0)
})

test('a note is cleared at the end of my day, if I prefer that', async ({ lene }) => {
  await lene.page.clock.install({ time: new Date('2026-03-03T10:42:00') })
  await lene.signsIn()
  const preferences = await opensPreferences(lene)
  await preferences.getByRole('radio', { name: 'Today' }).check()
  await preferences.getByLabel('End of my day').fill('16:45')
  await closes(preferences)

  await lene.writesNote('Until the evening')

  await expect(lene.me).toContainText(/Until the evening.*clears at 16:45/)
})

test('what the administrator has switched off is said, and appears nowhere', async ({ lene, board }) => {
  board.isConfiguredWith({ features: { lastActive: false, notifications: false } })
  await lene.signsIn()

  const preferences = await opensPreferences(lene)

  await expect(preferences.getByText('Switched off by your administrator.')).toHaveCount(2)
  await expect(preferences.getByRole('switch', { name: 'Notifications' })).toHaveCount(0)
  await closes(preferences)
  await expect(lene.sees('Matteo Ricci')).toHaveAccessibleName(/^Matteo Ricci, Away/)
  await expect(lene.list).not.toContainText('Last active')
})
