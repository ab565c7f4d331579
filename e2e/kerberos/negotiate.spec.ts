import type { Page } from '@playwright/test'

import { expect, test } from './stories.ts'

test('a ticket becomes a token of the server, and nothing but a ticket does', async ({
  lene,
  dana,
  sandbox,
}) => {
  expect(await asksForToken(lene.page, sandbox.ready.pool)).toBe(200)
  expect(await asksForToken(dana.page, sandbox.ready.pool)).toBe(401)
})

/** As the frame does it, from the pool's own page. */
async function asksForToken(page: Page, pool: string): Promise<number> {
  await page.goto(`${pool}/xframe`)
  return page.evaluate(async () => {
    const body = new URLSearchParams({ grant_type: 'urn:microsoft.rtc:windows' })
    const { status } = await fetch('/WebTicket/oauthtoken', { method: 'POST', body })
    return status
  })
}
