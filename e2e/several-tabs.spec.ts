import { hears, isShown } from './hearing.ts'
import { createPerson, type Person } from './person.ts'
import { expect, test } from './stories.ts'

/** The same person in a second tab of the same browser. */
async function anotherTabOf(person: Person, control: Parameters<typeof createPerson>[3]): Promise<Person> {
  const page = await person.page.context().newPage()
  return createPerson(page, person.account, async () => person.page.url(), control)
}

test.describe('several tabs', () => {
  test('share one application and one P-GET; when the leading tab closes, another polls within 2 s', async ({
    lene,
    dana,
    server,
    world,
  }) => {
    await lene.signsIn()
    const second = await anotherTabOf(lene, world.control)
    await second.signsIn()
    expect(await server.applications()).toBe(1)
    await hears(second, dana)
    await hears(lene, dana)
    expect(await server.applications()).toBe(1)

    await world.control.forgetRequests()
    await lene.page.close()
    await expect(async () => {
      expect((await world.control.requests()).requests.by['GET events']).toBeGreaterThanOrEqual(1)
    }).toPass({ timeout: 2000 })
    await hears(second, dana)
    expect(await server.applications()).toBe(1)
    await second.page.close()
  })

  test('another tab goes on as the same person, with the token that it asks for, and no password', async ({
    lene,
    dana,
    server,
    world,
  }) => {
    await lene.signsIn()
    const second = await anotherTabOf(lene, world.control)
    await second.opensTheBoard()
    await second.page.getByRole('button', { name: `Go on as ${lene.account.username}` }).click()
    await expect(second.connection).toHaveText('Live')
    await isShown(second, 'Available')
    await hears(second, dana)
    expect(await server.applications()).toBe(1)
  })

  test('while somebody signs in, nobody goes on as whoever is in another tab', async ({
    lene,
    dana,
    server,
    world,
  }) => {
    await lene.signsIn()
    const page = await lene.page.context().newPage()
    const beside = createPerson(page, dana.account, async () => lene.page.url(), world.control)
    await beside.opensTheBoard()
    const goOn = page.getByRole('button', { name: `Go on as ${lene.account.username}` })
    await expect(goOn).toBeEnabled()
    await server.isSlow('POST .*/applications', 3000)
    await beside.typesIn(dana.account.username, dana.account.password)
    await expect(goOn).toBeDisabled()
    await expect(beside.connection).toHaveText('Live')
    await expect.poll(() => server.applications()).toBe(2)
  })

  test('are signed out together', async ({ lene, server, world }) => {
    await lene.signsIn()
    const second = await anotherTabOf(lene, world.control)
    await second.signsIn()
    await lene.signsOut()
    await expect(second.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(second.page.getByRole('button', { name: /^Go on as / })).toHaveCount(0)
    await expect.poll(() => server.applications()).toBe(0)
  })

  test('of two people share nothing', async ({ lene, dana, server, world }) => {
    await lene.signsIn()
    const page = await lene.page.context().newPage()
    const beside = createPerson(page, dana.account, async () => lene.page.url(), world.control)
    await beside.signsIn()
    await expect.poll(() => server.applications()).toBe(2)
    await lene.signsOut()
    await expect(beside.connection).toHaveText('Live')
  })

  test('the last one closes: by CORS the application is deleted, by XFrame the server ends it', async ({
    lene,
    server,
  }, { project }) => {
    test.skip(
      project.metadata['transport'] !== 'cors',
      'through a frame nothing can be sent when the page goes',
    )
    await lene.signsIn()
    expect(await server.applications()).toBe(1)
    await lene.page.close({ runBeforeUnload: true })
    await expect.poll(() => server.applications()).toBe(0)
  })
})
