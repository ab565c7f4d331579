import { expect, test } from './stories.ts'

/** A name of an intranet, which this machine answers to. */
const INTRANET = 'presence.w1.example'

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`]
    await use({ ...launchOptions, args })
  },
})

test('a page that came by plain http asks for no password, and says why', async ({ lene, board }) => {
  const address = new URL(await board.address())
  address.hostname = INTRANET
  await lene.page.goto(address.href)

  await expect(lene.page.getByText('No password on this page.')).toBeVisible()
  await expect(lene.page.getByLabel('Password')).toHaveCount(0)
  await expect(lene.page.getByRole('button', { name: 'Use my Windows sign-in' })).toBeVisible()
})
