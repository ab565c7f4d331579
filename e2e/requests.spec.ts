import { expect, test } from './stories.ts'

// Sandbox time is real time here: what the first events of a new subscription cause must not mix with the first reading.
test.use({ timeScale: 1 })

test('60 people in 7 groups cost at most 14 requests', async ({ lene, server }) => {
  await lene.opensTheBoard()
  await server.forgetsRequests()

  await lene.signsIn()
  await server.agreesWith(lene)
  const forTheScreen = await server.costs()

  expect(forTheScreen.total, JSON.stringify(forTheScreen.by)).toBeLessThanOrEqual(14)
  // A new subscription announces the presence of each contact once: that may be read once more, in one batch.
  await server.hasToldEverything()
  const afterwards = await server.costs()
  expect(afterwards.total - forTheScreen.total, JSON.stringify(afterwards.by)).toBeLessThanOrEqual(1)
})

test.describe('with 1,000 contacts', () => {
  test.use({ sandboxFlags: ['--contacts', '1000'] })

  test('one presence change of each costs 10 batches, or 11', async ({ lene, server }) => {
    await lene.signsIn()
    await expect(lene.page.getByRole('button', { name: 'All, 1,000 people' })).toBeVisible()
    await server.agreesInNumbersWith(lene)
    await server.hasToldEverything()
    await server.forgetsRequests()

    const changes = await server.storms({
      viewer: lene,
      changesPerSecond: 1000,
      durationSeconds: 1,
      kinds: ['presence'],
    })
    expect(changes).toBe(1000)
    await server.agreesInNumbersWith(lene)
    await server.hasToldEverything()

    const costs = await server.costs()
    expect(costs.total, JSON.stringify(costs.by)).toBeGreaterThanOrEqual(10)
    expect(costs.total, JSON.stringify(costs.by)).toBeLessThanOrEqual(11)
  })
})
