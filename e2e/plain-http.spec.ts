import { startRedirectingTo } from './autodiscover-elsewhere.ts'
import { createPerson } from './person.ts'
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

test.describe('where the browser has no locks', () => {
  // 409: on a machine so busy that the leader is silent for a second, the lead changes hands, as it is meant to.
  // 429: two tabs read the whole list at once, and each keeps to the limit of a hundred parts by itself.
  test.use({ expectedInConsole: /status of (409|429)/ })

  test('without Web Locks two tabs elect who polls; when that one closes, the other does', async ({
    lene,
    dana,
    server,
    world,
  }) => {
    // What plain http takes away, on a page that a password can be typed into: that is a browser's doing, and none of ours.
    await lene.page.context().addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'locks')
    })
    const polls = async () => (await world.control.requests()).requests.by['GET events'] ?? 0
    await lene.signsIn()
    const page = await lene.page.context().newPage()
    const second = createPerson(page, lene.account, () => Promise.resolve(lene.page.url()), world.control)
    await second.signsIn()
    expect(await server.applications()).toBe(1)

    await world.control.forgetRequests()
    await dana.becomes('Busy')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
    await expect(second.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
    await server.hasToldEverything()
    const before = await polls() // one for each package, by whichever of them polls
    await dana.becomes('Away')
    await expect(second.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
    await server.hasToldEverything()
    expect((await polls()) - before).toBe(1)

    await world.control.forgetRequests()
    await lene.page.close()
    await dana.becomes('Available')
    await expect(second.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
    await expect.poll(polls).toBeGreaterThanOrEqual(1) // by whom else
    expect(await server.applications()).toBe(1)
  })
})
