import type { Fault } from '../sandbox/control.ts'
import { hears, isShown } from './hearing.ts'
import { expect, test } from './stories.ts'

/**
 * What a session survives: one story for each row of docs/reliability.md, titled with the row's words; those of several
 * tabs are in several-tabs.spec.ts. The arrows between the states, one by one and by the hand-turned clock, are in
 * src/session/*.test.ts.
 */

/** What the browser itself says when requests are dropped, refused or garbled. */
const ANY_FAILURE = /status of (400|401|403|404|408|409|410|429|500|502|503|504)|ERR_[A-Z_]+|CORS policy/

test.use({ expectedInConsole: ANY_FAILURE })

const BEFALLS_THE_CHANNEL: readonly [string, Fault][] = [
  ['next, resync: followed, transient caches dropped, all read again', { kind: 'resync' }],
  ['next, resume: subscriptions renewed, parameters sent again, all read again', { kind: 'resume' }],
  ['409 PGetReplaced that was our own browser’s doing: ignored', { kind: 'pget-replaced', count: 1 }],
  ['404 ApplicationNotFound: a new application', { kind: 'expire-application' }],
  [
    '410 InactiveApplicationExpired: a new application',
    { kind: 'expire-application', subcode: 'InactiveApplicationExpired' },
  ],
  ['the server is restarted, and knows neither application nor token', { kind: 'restart' }],
  ['401 on anything: the token is renewed, the requests repeated', { kind: 'expire-token' }],
  ['408 on a poll', { kind: 'status', status: 408, match: 'GET .*/events', count: 2 }],
  ['429 with Retry-After', { kind: 'status', status: 429, retryAfterSeconds: 1, count: 2 }],
  ['500 on anything', { kind: 'status', status: 500, count: 4 }],
  ['504 from a gateway', { kind: 'status', status: 504, as: 'html', count: 4 }],
  [
    'a proxy’s page in place of events',
    { kind: 'status', status: 200, as: 'html', match: 'GET .*/events', count: 2 },
  ],
  ['a connection reset in the middle of a poll', { kind: 'reset', match: 'GET .*/events', count: 2 }],
  ['a truncated body', { kind: 'truncate', count: 4 }],
  ['a malformed body', { kind: 'malformed', count: 4 }],
  ['a body of the wrong shape', { kind: 'wrong-shape', count: 4 }],
  ['batches refused whole with 429', { kind: 'batch-429', count: 2 }],
  ['a link to a host that is not trusted', { kind: 'foreign-link', count: 2 }],
  ['a poll that hangs, and is dropped', { kind: 'hang', durationMs: 1500, match: 'GET .*/events', count: 1 }],
]

for (const [row, fault] of BEFALLS_THE_CHANNEL) {
  test(`${row}; nothing is lost`, async ({ lene, dana, server }) => {
    await lene.signsIn()
    await lene.choosesAvailability('Busy')
    await isShown(lene, 'Busy')

    await server.fails(fault)
    await dana.becomes('Away')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, (was )?Away/)

    await expect(lene.connection).toHaveText('Live')
    await server.works()
    await hears(lene, dana)
    await isShown(lene, 'Busy')
    await server.agreesWith(lene)
  })
}

test('resync in the answer to something else than a poll: followed, all read again', async ({
  lene,
  dana,
  server,
}) => {
  await lene.signsIn()
  await server.hasToldEverything()
  await server.forgetsRequests()

  await server.fails({ kind: 'resync', match: 'GET .*danab.*/presence', count: 1 })
  await dana.becomes('Away')

  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
  // Nothing that Dana does needs another subscription; only who may have lost one subscribes again.
  await expect.poll(async () => (await server.costs()).by['POST presenceSubscriptions']).toBe(1)
  await expect(lene.connection).toHaveText('Live')
  await hears(lene, dana)
  await server.agreesWith(lene)
})

test('409 PGetReplaced, and not by us: this browser yields, says so, and takes over when asked', async ({
  lene,
  dana,
  server,
}) => {
  await lene.signsIn()
  await server.fails({ kind: 'pget-replaced', count: 2 })
  await dana.becomes('Away')
  const useHere = lene.page.getByRole('button', { name: 'Use it here' })
  await expect(useHere).toBeVisible()

  await useHere.click()
  await expect(lene.connection).toHaveText('Live')
  await hears(lene, dana)
})

for (const subcode of ['TooManyApplications', 'UserAgentNotAllowed']) {
  test(`410 ${subcode}: the reason and a button, no retry by itself`, async ({ lene, dana, server }) => {
    await lene.signsIn()
    await server.fails({ kind: 'status', status: 410, code: 'Gone', subcode, match: 'POST .*/applications$' })
    await server.fails({ kind: 'expire-application' })
    await expect(lene.page.getByRole('alert')).toContainText(subcode)

    await server.works()
    await lene.page.getByRole('button', { name: 'Start again' }).click()
    await expect(lene.connection).toHaveText('Live')
    await hears(lene, dana)
  })
}

test.describe('while somebody is away from their desk', () => {
  test('a new application does not show them; their next touch does, as they had chosen', async ({
    lene,
    server,
    world,
  }) => {
    await lene.page.clock.install()
    await lene.signsIn()
    await lene.choosesAvailability('Busy')
    await isShown(lene, 'Busy')
    const isAvailable = async () => (await world.control.applications()).map((one) => one.isAvailable)
    await expect.poll(isAvailable).toEqual([true])

    await lene.page.clock.fastForward('10:00')
    await server.fails({ kind: 'expire-application' })
    await expect.poll(isAvailable).toEqual([false])
    await expect(lene.connection).toHaveText('Live')

    await lene.page.keyboard.press('Shift')
    await expect.poll(isAvailable).toEqual([true])
    await isShown(lene, 'Busy')
  })
})

test.describe('when the user’s pool moves', () => {
  test.use({ sandboxFlags: ['--pools', '2'] })

  test('roam: autodiscover again, new token, new application, nothing lost', async ({
    lene,
    dana,
    server,
  }) => {
    await lene.signsIn()
    await lene.choosesAvailability('Busy')
    await isShown(lene, 'Busy')

    await server.fails({ kind: 'roam' })
    await dana.becomes('Away')

    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
    await expect(lene.connection).toHaveText('Live')
    await hears(lene, dana)
    await isShown(lene, 'Busy')
    await server.agreesWith(lene)
  })
})

test.describe('when the user’s pool fails and the other of its pair takes over', () => {
  test.use({ sandboxFlags: ['--pools', '2'] })

  test('pool pairing, resiliency mode: found anew, own presence lives on, the list is kept as it was', async ({
    lene,
    dana,
    server,
  }) => {
    await lene.signsIn()
    await lene.choosesAvailability('Busy')
    await isShown(lene, 'Busy')
    await hears(lene, dana)

    // Until an administrator has failed the users over, the other pool has nobody's contacts.
    await server.fails({ kind: 'status', status: 503, code: 'ServiceFailure', match: '/people' })
    await server.fails({ kind: 'roam' })
    await dana.becomes('Away')

    await expect(lene.page.getByText(/^Your contact list may be out of date/)).toBeVisible()
    await expect(lene.connection).toHaveText('Live')
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was /)
    await isShown(lene, 'Busy')
    await lene.choosesAvailability('Do not disturb')
    await isShown(lene, 'Do not disturb')

    await server.works()
    await hears(lene, dana)
    await isShown(lene, 'Do not disturb')
    await server.agreesWith(lene)
  })
})

test.describe('when people alone fail', () => {
  for (const subcode of ['ExchangeServiceFailure', 'MigrationInProgress']) {
    test(`${subcode}: one’s own presence lives on, and the list is kept`, async ({ lene, dana, server }) => {
      await lene.signsIn()
      await hears(lene, dana)
      await server.fails({ kind: 'status', status: 503, code: 'ServiceFailure', subcode, match: '/people' })
      await lene.choosesAvailability('Do not disturb')
      await isShown(lene, 'Do not disturb')
      await expect(lene.connection).toHaveText('Live')
      await dana.becomes('Away')
      await expect(lene.page.getByText(/^Your contact list may be out of date/)).toContainText(subcode)
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was /)

      await server.works()
      await hears(lene, dana)
    })
  }
})

test('401 that only the person can mend: one prompt over the board, which stays as it was', async ({
  lene,
  dana,
  server,
}) => {
  await lene.signsIn()
  await hears(lene, dana)
  await server.fails({ kind: 'status', status: 400, code: 'invalid_grant', match: 'POST .*oauthtoken' })
  await server.fails({ kind: 'expire-token' })
  await dana.becomes('Away')
  const prompt = lene.page.getByRole('dialog', { name: 'Sign in again' })
  await expect(prompt).toBeVisible()
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)

  await server.works()
  await prompt.getByLabel('Password').fill(lene.account.password)
  await prompt.getByRole('button', { name: 'Sign in' }).click()
  await expect(prompt).toHaveCount(0)
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
  await expect(lene.page.getByText('may be out of date')).toHaveCount(0)
})

test('who only watches can be shown, and go back to watching', async ({ lene, world }) => {
  const isAvailable = async () => (await world.control.applications()).map((one) => one.isAvailable)
  await lene.signsIn({ onlyWatch: true })
  await expect.poll(isAvailable).toEqual([false])
  await lene.me.getByRole('button', { name: 'Show me' }).click()
  await isShown(lene, 'Available')
  expect(await isAvailable()).toEqual([true])

  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: 'Only watch' }).click()
  await expect.poll(isAvailable).toEqual([false])
  await expect(lene.me.getByRole('button', { name: 'Show me' })).toBeVisible()
  await expect(lene.connection).toHaveText('Live')
})

test('a write whose answer is lost is settled: the last thing chosen is what the server ends with', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await server.fails({ kind: 'reset', match: 'POST .*/presence$', count: 1 })
  await lene.choosesAvailability('Busy')
  await isShown(lene, 'Busy')
  await server.fails({ kind: 'truncate', match: 'POST .*/presence$', count: 1 })
  await lene.choosesAvailability('Do not disturb')
  await isShown(lene, 'Do not disturb')
  expect((await server.truthFor(lene)).me).toMatchObject({ availability: 'DoNotDisturb' })
})

test('offline and online: the board says so at once, and is made good', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await lene.page.context().setOffline(true)
  await expect(lene.connection).toHaveText('No network')
  await dana.becomes('Away')

  await lene.page.context().setOffline(false)
  await expect(lene.connection).toHaveText('Live', { timeout: 5000 })
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
  await server.agreesWith(lene)
})

test('sleep and wake: the channel is proven alive within 5 s of waking visible', async ({
  lene,
  dana,
  server,
}) => {
  // Complaints 1 and 2 of the peers: stale after sleep, never connected again.
  await lene.page.clock.install()
  await lene.signsIn()
  await server.forgetsRequests()
  await lene.page.clock.fastForward('45:00')
  await expect(async () => {
    expect((await server.costs()).by['GET application']).toBeGreaterThanOrEqual(1)
  }).toPass({ timeout: 5000 })
  await expect(lene.connection).toHaveText('Live', { timeout: 5000 })
  await hears(lene, dana)
})
