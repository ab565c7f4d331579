import type { Control } from '../sandbox/control.ts'
import { createPerson } from './person.ts'
import { expect, test } from './stories.ts'

/**
 * Subscriptions outlive what made them: a resync, and the tab that led. Nobody goes by them any more, and each would stand
 * at the server, and count for its limit, for up to half an hour.
 */

/** What stands at the server, by id, with how many people each is about. */
async function standing(control: Control): Promise<ReadonlyMap<string, number>> {
  const [only, ...others] = await control.applications()
  expect(others).toEqual([])
  return new Map(only?.subscriptions.map(({ id, contacts }) => [id, contacts]))
}

const peopleIn = (of: ReadonlyMap<string, number>): number =>
  Array.from(of.values()).reduce((sum, count) => sum + count, 0)

/** Waits until everybody is subscribed to once, and by nothing that stood before. */
const isAllNew = (control: Control, before: ReadonlyMap<string, number>): Promise<void> =>
  expect(async () => {
    const now = await standing(control)
    expect([...now.keys()].filter((id) => before.has(id))).toEqual([])
    expect(peopleIn(now)).toBe(peopleIn(before))
  }).toPass({ timeout: 20_000 })

test('after a resync the server holds no subscription twice', async ({ lene, dana, server, world }) => {
  await lene.signsIn()
  await server.hasToldEverything()
  const before = await standing(world.control)
  expect(peopleIn(before)).toBeGreaterThan(50)
  await server.forgetsRequests()

  await server.fails({ kind: 'resync' })
  await dana.becomes('Away')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)

  await isAllNew(world.control, before)
  expect((await server.costs()).by['DELETE presenceSubscription']).toBe(before.size)
  await dana.becomes('Busy')
  await server.agreesWith(lene)
})

test('when the leading tab closes, the next one ends the subscriptions that it leaves behind', async ({
  lene,
  dana,
  server,
  world,
}) => {
  await lene.signsIn()
  const page = await lene.page.context().newPage()
  const second = createPerson(page, lene.account, async () => page.url(), world.control)
  await page.goto(lene.page.url())
  await page.getByRole('button', { name: `Go on as ${lene.account.username}` }).click()
  await expect(second.connection).toHaveText('Live')
  await server.hasToldEverything()
  const before = await standing(world.control)
  expect(peopleIn(before)).toBeGreaterThan(50)
  await server.forgetsRequests()

  await lene.page.close()

  await isAllNew(world.control, before)
  expect((await server.costs()).by['DELETE presenceSubscription']).toBe(before.size)
  await dana.becomes('Busy')
  await expect(second.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
  await server.agreesWith(second)
})
