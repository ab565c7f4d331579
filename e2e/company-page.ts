import { expect, type Page } from '@playwright/test'

import type { Person } from './person.ts'

/** On a page of the company's own, which is then closed. */
export async function signsInOn(page: Page, { username, password }: Person['account']): Promise<void> {
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password').fill(password)
  const submit = page.getByRole('button', { name: 'Sign in' })
  await submit.click()
  await expect(submit).toHaveCount(0) // the cookie has come
  await page.close()
}
