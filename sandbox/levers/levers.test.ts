import { request } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn } from '../conformance/client.ts'
import { createControl } from '../control.ts'
import { readFlags } from '../flags.ts'
import { start } from '../start.ts'

/** Longer than most files: every lever, right and wrong, on one server over real connections. */
const { origins, stop, sandbox } = await start(readFlags(['--contacts', '20', '--time-scale', '50']))
afterAll(stop)
const address = `${origins.autodiscover}/_sandbox`
const control = createControl(address)
const [lene, dana] = await control.users()
if (lene === undefined || dana === undefined) throw new Error('too few users')
const server = { autodiscover: `${origins.autodiscover}/`, users: [lene] as const, control, stop }

const post = async (name: string, body: unknown) => {
  const answer = await fetch(`${address}/${name}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

describe('when a lever is asked for what it does not understand', () => {
  test.each<[string, unknown, string]>([
    [
      'publish',
      { user: 'sip:nobody@contoso.com', note: 'x' },
      'nobody in contoso.com is sip:nobody@contoso.com',
    ],
    ['publish', { user: lene.uri, mood: 'good' }, 'unknown field mood'],
    [
      'publish',
      { user: lene.uri, availability: 'Sleepy' },
      'availability must be null or one of Online, Busy',
    ],
    ['publish', { user: lene.uri, activity: 'text' }, 'activity goes with an availability: name both'],
    [
      'publish',
      { user: lene.uri, activity: 'text', availability: null },
      'activity goes with an availability',
    ],
    ['publish', { note: 'x' }, 'user is required'],
    ['publish', { user: '', note: 'x' }, 'user must not be empty'],
    ['publish', null, 'the body must be a JSON object'],
    [
      'publish',
      { user: lene.uri, location: 'x'.repeat(61) },
      'location must not be longer than 60 characters',
    ],
    [
      'publish',
      { user: lene.uri, availability: 'Busy', activity: {} },
      'activity must be null, a string, or strings by culture',
    ],
    ['publish', { user: lene.uri, machine: 'asleep' }, 'machine must be active, idle or away'],
    ['publish', { user: lene.uri, call: 'shouting' }, 'call must be null, on-the-phone or in-a-conference'],
    ['publish', { user: lene.uri, meetingMinutes: -1 }, 'meetingMinutes must not be below 0'],
    ['publish', { user: lene.uri, meetingMinutes: 1e300 }, 'meetingMinutes must be at most 5259600'],
    ['publish', { user: lene.uri, signOut: 'yes' }, 'signOut must be true or false'],
    ['lurk', { user: 'sip:nobody@contoso.com' }, 'nobody in contoso.com is sip:nobody@contoso.com'],
    ['privacy', { owner: lene.uri, contact: dana.uri }, 'level is required'],
    [
      'privacy',
      { owner: lene.uri, contact: dana.uri, level: 'Unknown' },
      'level must be null or one of External',
    ],
    ['privacy', { owner: lene.uri, contact: 'dana', level: null }, 'dana is no SIP address'],
    ['storm', { changesPerSecond: -1, durationSeconds: 1 }, 'changesPerSecond must not be below 0'],
    ['storm', { changesPerSecond: 10_001, durationSeconds: 1 }, 'changesPerSecond must be at most 10000'],
    ['storm', { changesPerSecond: 1, durationSeconds: 86_401 }, 'durationSeconds must be at most 86400'],
    ['storm', { changesPerSecond: 1, durationSeconds: 1, kinds: ['moods'] }, 'kinds.0 must be of presence'],
    ['roster', { viewer: lene.uri, add: 'no address' }, 'no address is no SIP address'],
    ['roster', { viewer: lene.uri, removeGroup: 'No such group' }, 'has no group No such group'],
    ['roster', { viewer: lene.uri, addGroup: '' }, 'addGroup must not be empty'],
    ['roster', { viewer: lene.uri, addGroup: 'x'.repeat(257) }, 'addGroup must not be longer than 256'],
    ['roster', { viewer: lene.uri, remove: lene.uri }, 'is not on the list'],
    [
      'roster',
      { viewer: lene.uri, remove: { contact: dana.uri, group: 'Other Contacts' } },
      'is not in Other Contacts',
    ],
    ['roster', { viewer: lene.uri, addDistributionGroup: 'Nowhere' }, 'has no distribution group Nowhere'],
    [
      'roster',
      { viewer: lene.uri, addDelegate: 'sip:x@y.example' },
      'nobody in contoso.com is sip:x@y.example',
    ],
    ['roster', { viewer: lene.uri, removeDelegate: dana.uri }, 'has no delegates'],
    [
      'roster',
      { viewer: 'sip:sarad@contoso.com', add: { contact: lene.uri, group: 'My organization' } },
      "who is in My organization is not the list's to say",
    ],
    [
      'roster',
      {
        viewer: lene.uri,
        move: { contact: dana.uri, from: 'Pinned Contacts', to: 'Other Contacts' },
        remove: lene.uri,
      },
      'is not',
    ],
    [
      'roster',
      { viewer: lene.uri, renameGroup: { group: 'Pinned Contacts', name: 'Mine' } },
      "Pinned Contacts is the system's own group",
    ],
    ['fault', { kind: 'earthquake' }, 'kind must be one of status, delay, hang, reset, truncate'],
    ['fault', { kind: 'status' }, 'status is required'],
    ['fault', { kind: 'status', status: 99 }, 'status must be at least 200'],
    ['fault', { kind: 'delay', delayMs: 5, match: '(' }, 'match must be a regular expression'],
    ['clock', { advanceSeconds: 'soon' }, 'advanceSeconds must be a number'],
    ['clock', { advanceSeconds: 1e300 }, 'advanceSeconds must be at most 315576000'],
    [
      'fault',
      { kind: 'status', status: 403, diagnostics: '28020;\r\nSet-Cookie: a=b' },
      'diagnostics must be what a header can hold',
    ],
    ['fault', { kind: 'status', status: 403, diagnostics: 'schön' }, 'diagnostics must be what a header can'],
    ['reset', { everything: true }, 'unknown field everything'],
  ])('%s %j is 400 with the reason', async (name, body, reason) => {
    const answered = await post(name, body)
    expect(answered.status).toBe(400)
    expect(answered.body.error).toContain(reason)
  })

  test('a body that is no JSON, a domain that is none, and a lever that is none, are told so', async () => {
    const broken = await fetch(`${address}/publish`, { method: 'POST', body: '{' })
    const domain = await fetch(`${address}/users?domain=nope`)
    const lever = await fetch(`${address}/earthquake`)
    expect([broken.status, domain.status, lever.status]).toEqual([400, 400, 404])
  })

  test.each([
    { remove: 'sip:nobody@contoso.com' },
    { removeGroup: 'Pinned Contacts' },
    { renameGroup: { group: 'Other Contacts', name: 'Mine' } },
  ])('nothing has been changed by a roster change of which one part is wrong: %j', async (wrong) => {
    const before = await control.truth(lene.uri)
    const answered = await post('roster', { viewer: lene.uri, addGroup: 'Choir', ...wrong })
    expect(answered.status).toBe(400)
    expect((await control.truth(lene.uri)).groups).toEqual(before.groups)
  })

  test.each([
    ['users?world=1', 'unknown or repeated query field world'],
    ['users?domain=', 'domain must not be empty'],
    ['truth?viewer=', 'viewer must not be empty'],
    ['truth', 'viewer is required'],
    ['users?viewer=sip:a@b.c', 'unknown or repeated query field viewer'],
  ])('GET %s is 400 with the reason', async (name, reason) => {
    const answered = await fetch(`${address}/${name}`)
    expect([answered.status, (await answered.json()).error]).toEqual([400, expect.stringContaining(reason)])
  })
})

describe('when a web page from elsewhere asks', () => {
  /** `fetch` lets nobody name another host. */
  const statusFor = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((answered, failed) => {
      const asking = request(`${address}/clock`, { method: 'POST', headers }, (answer) => {
        answer.resume()
        answered(answer.statusCode)
      })
      asking.on('error', failed)
      asking.end('{"advanceSeconds":0}')
    })

  test.each<[string, Record<string, string>, number]>([
    [
      'with text, of which the browser asks nobody',
      { Origin: 'http://evil.example', 'Content-Type': 'text/plain' },
      403,
    ],
    ['from nowhere', { Origin: 'null' }, 403],
    ['by a name of its own for this address', { Host: 'evil.example' }, 403],
    ['from this machine', { Origin: 'http://localhost:5173' }, 200],
    ['by a name of this machine', { Host: 'localhost' }, 200],
  ])('%s: %j is answered %i', async (_, headers, status) => {
    expect(await statusFor(headers)).toBe(status)
  })
})

describe('when worlds lie side by side', () => {
  test('each has its own people, faults and counts', async () => {
    const other = control.of('w17.example')
    const [somebody] = await other.users()
    expect(somebody?.username).toMatch(/@w17\.example$/)
    await other.fault({ kind: 'status', status: 503 })
    await signIn(server)
    await control.forgetRequests()
    await expect(
      signIn({ ...server, autodiscover: `${server.autodiscover}?sipuri=${somebody?.uri}` }),
    ).rejects.toThrow()
    expect((await other.requests()).requests.total).toBeGreaterThan(0)
    expect((await control.requests()).requests.total).toBe(0)
    await other.clearFaults()
  })
})

test('a partner’s person whom the ready line’s world knows is meant as it knows them, and no namesake', async () => {
  const marek = 'sip:marek.novak@fabrikam.com'
  const { world } = sandbox.realm('contoso.com')
  await control.publish({ user: marek, note: 'At the fair' })
  await control.privacy({ owner: marek, contact: lene.uri, level: 'FriendsAndFamily' })
  expect(world.note(marek, marek)?.message).toBe('At the fair')
  expect(world.privacyRelationship(marek, lene.uri)).toBe('FriendsAndFamily')
  expect(sandbox.realms().map((realm) => realm.world.domain)).not.toContain('fabrikam.com')

  const [namesake] = await control.of('fabrikam.com').users()
  expect(namesake?.uri).toMatch(/@fabrikam\.com$/i)
  await control.publish({ user: namesake?.uri ?? '', note: 'In the other world' })
  const other = sandbox.realm('fabrikam.com').world
  expect(other.note(namesake?.uri ?? '', namesake?.uri ?? '')?.message).toBe('In the other world')
})

test('whoever is out of office is back with an empty note as with none', async () => {
  const seen = async () => {
    const { note, activity } = (await control.truth(lene.uri)).contacts[dana.uri] ?? {}
    return [note?.type, activity]
  }
  await control.publish({ user: dana.uri, availability: 'Away', note: 'Mine', outOfOffice: 'Back' })
  expect(await seen()).toEqual(['OutOfOffice', 'out-of-office'])
  await control.publish({ user: dana.uri, outOfOffice: '' })
  expect(await seen()).toEqual(['Personal', null])
})

describe('when something goes wrong on purpose', () => {
  const ask = () => fetch(server.autodiscover)

  test('a status comes in UCWA’s words, with Retry-After, as often as was asked', async () => {
    await control.fault({
      kind: 'status',
      status: 429,
      subcode: 'LimitExceeded',
      retryAfterSeconds: 3,
      count: 1,
    })
    const struck = await ask()
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([429, '3'])
    expect(await struck.json()).toEqual({ code: 'TooManyRequests', subcode: 'LimitExceeded' })
    expect((await ask()).status).toBe(200)
  })

  test('or as the page of a proxy, for what matches and until it is taken away', async () => {
    await control.fault({ kind: 'status', status: 502, as: 'html', match: '^GET /$' })
    expect((await ask()).headers.get('content-type')).toBe('text/html')
    expect((await fetch(`${server.autodiscover}xframe`)).status).toBe(200)
    await control.clearFaults()
    expect((await ask()).status).toBe(200)
  })

  test('of a batch, only the part that matches is struck', async () => {
    const session = await signIn(server)
    const people = session.application.embedded('people').href('self')
    const me = session.application.embedded('me').href('self')
    const part = (href: string) =>
      `--b\r\nContent-Type: application/http; msgtype=request\r\n\r\nGET ${href} HTTP/1.1\r\n\r\n`
    await control.fault({ kind: 'status', status: 404, match: '^GET .*/people$' })
    const answered = await session.ask(session.application.href('batch'), {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/batching;boundary=b' },
      body: `${part(people)}${part(me)}--b--\r\n`,
    })
    await control.clearFaults()
    expect(answered.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200'])
  })

  test('a reset cuts the connection', async () => {
    await control.fault({ kind: 'reset', count: 1 })
    await expect(ask()).rejects.toThrow('fetch failed')
  })

  test('a page that may ask can still read a fault’s answer where CORS is served', async () => {
    await control.fault({ kind: 'status', status: 503, count: 1 })
    const struck = await fetch(server.autodiscover, { headers: { Origin: 'http://localhost:5173' } })
    expect([struck.status, struck.headers.get('access-control-allow-origin')]).toEqual([
      503,
      'http://localhost:5173',
    ])
  })
})

test('a request that is held counts already, and no longer once the counts have been forgotten', async () => {
  const session = await signIn(server)
  await control.forgetRequests()
  const held = session.ask(session.application.href('events'))
  while ((await control.requests()).requests.by['GET events'] !== 1) await new Promise(setImmediate)
  await control.forgetRequests()
  await control.fault({ kind: 'pget-replaced' })
  expect((await held).status).toBe(409)
  expect(await control.requests()).toEqual({
    requests: { total: 0, by: {} },
    batchParts: { total: 0, by: {} },
    bytesIn: 0,
    bytesOut: 0,
  })
})

test('a contact is put into a group beside others, and taken out of one alone', async () => {
  const groupsOfDana = async () =>
    (await control.truth(lene.uri)).groups.filter(({ members }) => members.includes(dana.uri))
  const before = await groupsOfDana()
  await control.roster({ viewer: lene.uri, addGroup: 'Choir' })
  await control.roster({ viewer: lene.uri, add: { contact: dana.uri, group: 'Choir' } })
  expect((await groupsOfDana()).map(({ name }) => name)).toEqual(
    expect.arrayContaining([...before.map(({ name }) => name), 'Choir']),
  )
  await control.roster({ viewer: lene.uri, remove: { contact: dana.uri, group: 'Choir' } })
  expect(await groupsOfDana()).toEqual(before)
})

test('an address that leads to nobody can be on a list, as a contact of whom there is nothing to read', async () => {
  const nobody = 'sip:left-the-company@contoso.com'
  const session = await signIn(server)
  const subscription = session.application.embedded('people').href('myContactsAndGroupsSubscription')
  await session.ask(`${subscription}/startOrRefresh`, { method: 'POST', json: { duration: 30 } })
  await control.roster({ viewer: lene.uri, add: nobody })
  const events = await session.eventsUntil(({ rel, type }) => rel === 'contact' && type === 'added')
  const contact = await session.ask(events.at(-1)?.href ?? '')
  const { raw } = jsonOf(contact)
  expect([raw['uri'], raw['name'], Object.keys(Object(raw['_links']))]).toEqual([
    nobody,
    undefined,
    ['self', 'contactPrivacyRelationship'],
  ])
  expect((await session.ask(`${jsonOf(contact).href('self')}/presence`)).status).toBe(404)
  expect((await post('publish', { user: nobody, note: 'boo' })).status).toBe(400)
  await control.storm({ changesPerSecond: 1000, durationSeconds: 0.05, viewer: lene.uri })
  await control.roster({ viewer: lene.uri, remove: nobody })
  expect(Object.keys((await control.truth(lene.uri)).contacts)).not.toContain(nobody)
})

test('truth holds the name alone before makeMeAvailable, and what was published after', async () => {
  expect((await control.truth(lene.uri)).me).toEqual({ name: lene.name })
  const session = await signIn(server)
  await session.ask(session.application.embedded('me').href('makeMeAvailable'), { method: 'POST', json: {} })
  await control.publish({ user: lene.uri, availability: 'Busy', note: 'in a cellar' })
  expect((await control.truth(lene.uri)).me).toMatchObject({
    availability: 'Busy',
    note: { message: 'in a cellar' },
  })
})

test('a reset ends applications and tokens, and brings back the people as they were', async () => {
  const session = await signIn(server)
  await control.publish({ user: dana.uri, note: 'after' })
  await control.reset()
  expect(await control.applications()).toEqual([])
  expect((await session.ask(session.application.href('self'))).status).toBe(401)
  expect((await control.truth(lene.uri)).contacts[dana.uri]?.note?.message).not.toBe('after')
})

test('a storm keeps its pace when the clock jumps, and ends with a reset, with what it has done', async () => {
  const { world } = sandbox.realm('contoso.com')
  const begun = new Promise<void>((heard) => {
    const stopHearing = world.onChange(() => {
      stopHearing()
      heard()
    })
  })
  const storm = control.storm({ changesPerSecond: 100, durationSeconds: 3600, viewer: lene.uri })
  await begun
  await control.advance(3600)
  await control.reset()
  const { changes } = await storm
  expect(changes).toBeGreaterThan(0)
  expect(changes).toBeLessThan(6000) // an hour of it were 360,000
})

test('a thousand contacts and a thousand changes take well under a second of work', async () => {
  const big = await start(readFlags(['--contacts', '1000', '--time-scale', '50']))
  try {
    const own = createControl(`${big.origins.autodiscover}/_sandbox`)
    const [viewer] = await own.users()
    if (viewer === undefined) throw new Error('nobody')
    const session = await signIn({ ...server, autodiscover: `${big.origins.autodiscover}/`, users: [viewer] })
    const uris = Object.keys((await own.truth(viewer.uri)).contacts)
    const startedAt = process.cpuUsage()
    const people = session.application.embedded('people')
    await session.ask(people.href('presenceSubscriptions'), { method: 'POST', json: { duration: 30, uris } })
    const world = big.sandbox.realm('contoso.com').world
    for (const uri of uris) world.setNote(uri, `changed ${uri}`)
    const { user, system } = process.cpuUsage(startedAt)
    expect(uris).toHaveLength(1000)
    const [application] = await own.applications()
    expect(application?.queued).toBeGreaterThan(2500) // some 30 of them block the viewer or show no note
    expect((user + system) / 1000).toBeLessThan(1000)
  } finally {
    await big.stop()
  }
})

test('what nobody watches costs no application anything', () => {
  const realm = sandbox.realm('contoso.com')
  expect(Array.from(realm.watchersOf('sip:nobody@contoso.com'))).toEqual([])
})
