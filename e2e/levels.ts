import { expect, type Locator } from '@playwright/test'

/** How the panel calls each level. */
export const AS = {
  External: 'as an external contact',
  Colleagues: 'as a colleague',
  Workgroup: 'as one of the workgroup',
  FriendsAndFamily: 'as friends and family',
  Blocked: 'not at all, blocked',
} as const

export type Level = keyof typeof AS

/** The level that the panel says and sets. */
export const levelIn = (panel: Locator): Locator => panel.getByRole('combobox', { name: /sees you$/ })

/** From the click to the server's word; a blocking is asked first, and meant. */
export async function grants(panel: Locator, level: Level): Promise<void> {
  await levelIn(panel).selectOption({ label: AS[level] })
  if (level === 'Blocked') await panel.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(panel.getByText('saving…')).toHaveCount(0)
  await expect(levelIn(panel)).toHaveValue(level)
}
