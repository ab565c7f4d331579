import { startRedirectingTo } from './autodiscover-elsewhere.ts'
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

test('a redirect that ends at an origin that is not trusted leads nobody in', async ({ lene, board }, {
  project,
}) => {
  test.skip(project.name === 'xframe', 'a frame that is redirected is only silent')
  const elsewhere = await startRedirectingTo(INTRANET)
  board.isConfiguredWith({ autodiscover: { url: elsewhere.url } })
  await lene.opensTheBoard()
  await lene.typesIn(lene.account.username, lene.account.password)

  await expect(lene.heading).toContainText(`http://${INTRANET}`)
  await expect(lene.heading).toContainText('which this page does not trust')
  elsewhere.stop()
})
