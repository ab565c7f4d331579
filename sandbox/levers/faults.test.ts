import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, jsonOf, lackedBy, signIn, wire, type Answered, type SignedIn } from '../conformance/client.ts'
import { createControl, type Fault } from '../control.ts'
import { readFlags } from '../flags.ts'
import { start } from '../start.ts'

/**
 * Over real connections, for half of the kinds are about connections.
 * (Longer than most files: each kind of fault has its row, and all are tried on one server.)
 */
const { origins, stop, sandbox } = await start(readFlags(['--contacts', '10', '--pools', '2']))
afterAll(stop)
const control = createControl(`${origins.autodiscover}/_sandbox`)
const [lene] = await control.users()
if (lene === undefined) throw new Error('nobody')
const server = { autodiscover: `${origins.autodiscover}/`, users: [lene] as const, control, stop }

let session: SignedIn
beforeEach(async () => {
  session = await signIn(server)
})
afterEach(() => control.reset())

const me = (): string => session.application.embedded('me').href('self')
const events = (): string => session.application.href('events')
const failing = async (asking: Promise<unknown>): Promise<string> =>
  asking.then(
    () => 'answered',
    () => 'failed',
  )
/** Status, and subcode or code. */
const said = ({ status, json }: Answered): readonly unknown[] => [
  status,
  json?.raw['subcode'] ?? json?.raw['code'],
]
const batchOf = (...hrefs: readonly string[]): Promise<Answered> =>
  session.ask(session.application.href('batch'), {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/batching;boundary=b' },
    body: `${hrefs
      .map(
        (href) =>
          `--b\r\nContent-Type: application/http; msgtype=request\r\n\r\nGET ${href} HTTP/1.1\r\n\r\n`,
      )
      .join('')}--b--\r\n`,
  })
/** A P-GET, once it is held. */
async function heldPoll(): Promise<{ readonly answered: Promise<Answered> }> {
  const answered = session.ask(events())
  const [application] = sandbox.realm('contoso.com').applications()
  const [channel] = application?.channels.values() ?? []
  while (channel?.quietMs() !== 0) await new Promise((turn) => setImmediate(turn))
  return { answered }
}

describe('when a request is struck by', () => {
  test.each<[string, Fault, (asking: Promise<Answered>) => Promise<void>]>([
    [
      'status, it is refused in the words asked for',
      { kind: 'status', status: 410, subcode: 'TooManyApplications' },
      async (asking) => expect(said(await asking)).toEqual([410, 'TooManyApplications']),
    ],
    [
      'status with diagnostics, they come in their header',
      { kind: 'status', status: 403, diagnostics: '28070;source="fe1";reason="No."' },
      async (asking) =>
        expect((await asking).headers.get('x-ms-diagnostics')).toBe('28070;source="fe1";reason="No."'),
    ],
    [
      'reset, the connection is cut',
      { kind: 'reset' },
      async (asking) => expect(await failing(asking)).toBe('failed'),
    ],
    [
      'delay, it is answered later',
      { kind: 'delay', delayMs: 60 },
      async (asking) => {
        const fromMs = performance.now()
        expect((await asking).status).toBe(200)
        expect(performance.now() - fromMs).toBeGreaterThan(50)
      },
    ],
    [
      'hang, there is silence, and then the connection is cut',
      { kind: 'hang', durationMs: 60 },
      async (asking) => {
        const fromMs = performance.now()
        expect(await failing(asking)).toBe('failed')
        expect(performance.now() - fromMs).toBeGreaterThan(50)
      },
    ],
    [
      'truncate, the body ends before its length',
      { kind: 'truncate' },
      async (asking) => expect(await failing(asking)).toBe('failed'),
    ],
    [
      'malformed, the body is not of its declared type',
      { kind: 'malformed' },
      async (asking) => {
        const { status, headers, json } = await asking
        expect([status, headers.get('content-type'), json]).toEqual([
          200,
          'application/json; charset=utf-8',
          null,
        ])
      },
    ],
    [
      'wrong-shape, every value is of another type',
      { kind: 'wrong-shape' },
      async (asking) => {
        const { raw } = jsonOf(await asking)
        expect([typeof raw['name'], Array.isArray(raw['_links'])]).toEqual(['number', true])
      },
    ],
    [
      'slow-stream, the body takes its time and is whole',
      { kind: 'slow-stream', bytesPerSecond: 1000 },
      async (asking) => {
        const fromMs = performance.now()
        expect(jsonOf(await asking).raw['rel']).toBe('me')
        expect(performance.now() - fromMs).toBeGreaterThan(200)
      },
    ],
    [
      'foreign-link, every link but self leads elsewhere',
      { kind: 'foreign-link', origin: 'http://127.0.0.1:9' },
      async (asking) => {
        const resource = jsonOf(await asking)
        expect(resource.href('makeMeAvailable')).toMatch(/^http:\/\/127\.0\.0\.1:9\/ucwa\//)
        expect(resource.href('self')).toBe(me())
      },
    ],
    [
      'foreign-link with a rel, that one alone',
      { kind: 'foreign-link', rel: 'photo' },
      async (asking) => {
        const resource = jsonOf(await asking)
        expect(resource.href('photo')).toMatch(/^https:\/\/elsewhere\.invalid\//)
        expect(resource.href('makeMeAvailable')).toMatch(/^\/ucwa\//)
      },
    ],
    [
      'without-link, that link is not there, and the others are',
      { kind: 'without-link', rel: 'photo' },
      async (asking) => {
        const resource = jsonOf(await asking)
        expect([resource.has('photo'), resource.has('makeMeAvailable')]).toEqual([false, true])
      },
    ],
    [
      'expire-token, it meets the challenge',
      { kind: 'expire-token' },
      async (asking) => expect((await asking).status).toBe(401),
    ],
    [
      'expire-application, its application is gone',
      { kind: 'expire-application' },
      async (asking) => expect(said(await asking)).toEqual([404, 'ApplicationNotFound']),
    ],
    [
      'expire-application for inactivity, its application has expired',
      { kind: 'expire-application', subcode: 'InactiveApplicationExpired' },
      async (asking) => expect(said(await asking)).toEqual([410, 'InactiveApplicationExpired']),
    ],
    [
      'resync, its answer has that link as well',
      { kind: 'resync' },
      async (asking) => expect(jsonOf(await asking).href('resync')).toBe(events()),
    ],
    [
      'roam, its application is not here any more',
      { kind: 'roam' },
      async (asking) => expect(said(await asking)).toEqual([404, 'ApplicationNotFound']),
    ],
    [
      'restart, it is cut off',
      { kind: 'restart' },
      async (asking) => expect(await failing(asking)).toBe('failed'),
    ],
  ])('%s', async (_, fault, check) => {
    await control.fault({ ...fault, match: '/me$', count: 1 })
    await check(session.ask(me()))
    expect(await control.faults()).toMatchObject({ standing: 0, waiting: 0, struck: { [fault.kind]: 1 } })
  })

  test('resync, a P-GET is answered with that link alone, and following it skips nothing', async () => {
    await control.fault({ kind: 'resync' })
    const { raw } = jsonOf(await session.ask(events()))
    expect(raw).toEqual({ _links: { resync: { href: events() } } })
    expect(said(await session.ask(events().replace('ack=1', 'ack=9')))).toEqual([200, undefined])
  })

  test('batch-429, no part of a batch is run; other requests are answered', async () => {
    await control.forgetRequests()
    await control.fault({ kind: 'batch-429', count: 1, retryAfterSeconds: 2 })
    expect((await session.ask(me())).status).toBe(200)
    const refused = await batchOf(me())
    expect(said(refused)).toEqual([429, 'TooManyRequests'])
    expect(lackedBy(refused)).toEqual([])
    expect(refused.headers.get('retry-after')).toBe('2')
    expect((await control.requests()).batchParts.total).toBe(0)
    expect((await batchOf(me())).status).toBe(200)
  })
})

describe('when one part of the server alone is in trouble', () => {
  test.each<[number, { readonly code?: string; readonly subcode?: string }]>([
    [500, { code: 'ExchangeServiceFailure' }],
    [500, { subcode: 'MigrationInProgress' }],
    [503, {}],
  ])('people is %i %j, and presence of one’s own lives on', async (status, words) => {
    await control.fault({ kind: 'status', status, ...words, match: '/people' })
    const refused = await session.ask(session.application.embedded('people').href('myContacts'))
    expect(refused.status).toBe(status)
    expect(jsonOf(refused).raw).toMatchObject(words)
    expect((await session.ask(me())).status).toBe(200)
  })

  test.each(['TooManyApplications', 'UserAgentNotAllowed'])(
    'no application is made: 410 %s',
    async (subcode) => {
      await control.fault({ kind: 'status', status: 410, subcode, match: '^POST .*/applications$' })
      const refused = await session.register({ userAgent: 'a', endpointId: 'b', culture: 'en-US' })
      expect(said(refused)).toEqual([410, subcode])
      expect((await session.ask(me())).status).toBe(200)
    },
  )
})

describe('when one part of a batch is struck by', () => {
  test.each<[Fault, RegExp]>([
    [{ kind: 'truncate' }, /HTTP\/1\.1 200 OK(?:\r\n.+)*\r\n\r\n\{[^}]*\r\n--/],
    [{ kind: 'malformed' }, /HTTP\/1\.1 200 OK(?:\r\n.+)*\r\n\r\nWell, this is not/],
    [{ kind: 'wrong-shape' }, /"rel":2/],
    [{ kind: 'foreign-link' }, /"href":"https:\/\/elsewhere\.invalid\//],
    [{ kind: 'without-link', rel: 'photo' }, /"_links":(?!.*"photo")/],
    [{ kind: 'slow-stream', bytesPerSecond: 100_000 }, /"rel":"me"/],
    [{ kind: 'expire-application' }, /HTTP\/1\.1 404 Not Found/],
    [{ kind: 'expire-token' }, /HTTP\/1\.1 401 Unauthorized/],
    [{ kind: 'resync' }, /"resync":\{"href"/],
  ])('%j, that part shows it in an answer that is whole', async (fault, shows) => {
    await control.fault({ ...fault, match: '/me$', count: 1 })
    const { status, text } = await batchOf(me())
    expect([status, text.trim().endsWith('--')]).toEqual([200, true])
    expect(text).toMatch(shows)
  })

  test.each<[Fault]>([[{ kind: 'hang', durationMs: 20 }], [{ kind: 'reset' }], [{ kind: 'restart' }]])(
    '%j, the batch is cut off',
    async (fault) => {
      await control.fault({ ...fault, match: '/me$', count: 1 })
      expect(await failing(batchOf(me()))).toBe('failed')
    },
  )
})

// Source: UCWA reference, "Synchronous errors": those that no route gives by itself, and one that some do.
test.each([
  [409, 'Conflict', null],
  [410, 'Gone', 'CannotRedirect'],
  [500, 'ServiceFailure', 'CallbackChannelError'],
  [500, 'ServiceFailure', 'ProvisioningDataUnavailable'],
  [500, 'ServiceFailure', 'MigrationInProgress'],
  [403, 'Forbidden', 'AnonymousNotAllowed'],
  [403, 'Forbidden', 'LimitExceeded'],
])('any documented error can be asked for: %i %s %s', async (status, code, subcode) => {
  await control.fault({ kind: 'status', status, code, ...(subcode === null ? {} : { subcode }), count: 1 })
  const refused = await session.ask(me())
  expect([refused.status, refused.json?.raw]).toEqual([
    status,
    subcode === null ? { code } : { code, subcode },
  ])
})

describe('when a status comes without a code', () => {
  test.each([
    [408, 'Timeout'],
    [412, 'PreconditionFailed'],
    [502, 'ServiceFailure'],
    [504, 'GatewayTimeout'],
  ])('%i is %s, and carries what every answer does', async (status, code) => {
    await control.fault({ kind: 'status', status, count: 1 })
    const refused = await session.ask(me())
    expect([refused.status, refused.json?.raw, lackedBy(refused)]).toEqual([status, { code }, []])
  })

  test('401 is the challenge, as the server’s own is', async () => {
    const own = await ask(session.root.href('user'))
    await control.fault({ kind: 'status', status: 401, diagnostics: '28032;reason="No."', count: 1 })
    const struck = await ask(session.root.href('user'))
    const told = ({ status, text, headers }: Answered) => [
      status,
      text,
      ...['content-type', 'www-authenticate'].map((name) => headers.get(name)),
    ]
    expect(told(struck)).toEqual(told(own))
    expect(struck.headers.get('x-ms-diagnostics')).toBe('28032;reason="No."')
    expect(lackedBy(struck)).toEqual([])
  })

  test('what is no failure has none', async () => {
    await control.fault({ kind: 'status', status: 302, count: 1 })
    const moved = await session.ask(me())
    expect([moved.status, moved.text]).toEqual([302, ''])
  })
})

test('a status as a proxy’s page carries nothing of the server’s', async () => {
  await control.fault({ kind: 'status', status: 503, as: 'html', count: 1 })
  expect((await session.ask(me())).headers.has('x-ms-server-fqdn')).toBe(false)
})

describe('when a fault befalls the server’s state while a P-GET is held, at once', () => {
  test.each<[string, Fault, unknown]>([
    ['resync', { kind: 'resync' }, [200, undefined, 'resync']],
    ['resume', { kind: 'resume' }, [200, undefined, 'resume']],
    ['pget-replaced', { kind: 'pget-replaced' }, [409, 'PGetReplaced', undefined]],
    ['expire-application', { kind: 'expire-application' }, [404, 'ApplicationNotFound', undefined]],
    [
      'expire-application for inactivity',
      { kind: 'expire-application', subcode: 'InactiveApplicationExpired' },
      [410, 'InactiveApplicationExpired', undefined],
    ],
    ['roam', { kind: 'roam' }, [404, 'ApplicationNotFound', undefined]],
  ])('%s answers it', async (_, fault, expected) => {
    const { answered } = await heldPoll()
    await control.fault(fault)
    const answer = await answered
    const links = Object.keys(wire(answer.json?.raw ?? {}).raw['_links'] ?? {})
    expect([...said(answer), links.find((rel) => rel !== 'self')]).toEqual(expected)
    expect((await control.faults()).standing).toBe(0)
  })

  test('restart cuts it off, and neither token nor application is known any more', async () => {
    const { answered } = await heldPoll()
    const failed = failing(answered)
    await control.fault({ kind: 'restart' })
    expect(await failed).toBe('failed')
    expect([(await session.ask(me())).status, await control.applications()]).toEqual([401, []])
  })

  test('expire-token leaves it held, as its token was good when it came; the next request is challenged', async () => {
    const { answered } = await heldPoll()
    await control.fault({ kind: 'expire-token' })
    expect((await session.ask(me())).status).toBe(401)
    await control.fault({ kind: 'pget-replaced' })
    expect((await answered).status).toBe(409)
  })
})

describe('when nothing is there to be befallen', () => {
  test('the next P-GET meets it, once', async () => {
    await control.fault({ kind: 'resume' })
    const resumed = jsonOf(await session.ask(events()))
    const again = await failing(session.ask(resumed.href('resume'), { signal: AbortSignal.timeout(50) }))
    expect([resumed.raw['sender'], again]).toEqual([undefined, 'failed']) // held: nothing happens any more
  })

  test('resume has taken the subscriptions, and the intervals', async () => {
    const people = session.application.embedded('people')
    await session.ask(people.href('presenceSubscriptions'), {
      method: 'POST',
      json: { duration: 30, uris: Object.keys((await control.truth(lene.uri)).contacts) },
    })
    await control.fault({ kind: 'resume' })
    jsonOf(await session.ask(events())).href('resume')
    expect((await control.applications())[0]?.subscriptions).toEqual([])
  })
})

describe('when the pool is another', () => {
  test('after roam autodiscover names it, the old one sends there, and one can sign in there', async () => {
    const [old, other] = origins.pools
    await control.fault({ kind: 'roam' })
    const root = jsonOf(await ask(server.autodiscover))
    expect(root.href('user').startsWith(`${other}/`)).toBe(true)
    const user = jsonOf(await session.ask(`${old}/Autodiscover/AutodiscoverService.svc/root/oauth/user`))
    expect(user.href('redirect').startsWith(`${other}/`)).toBe(true)
    const again = await session.register({ userAgent: 'a', endpointId: 'b', culture: 'en-US' })
    expect(said(again)).toEqual([404, 'ResourceNotFound'])
    const moved = await signIn(server)
    expect(moved.user.href('applications').startsWith(`${other}/`)).toBe(true)
  })

  test('with one pool alone, that is said', async () => {
    const alone = await start(readFlags(['--contacts', '5']))
    try {
      const own = createControl(`${alone.origins.autodiscover}/_sandbox`)
      await expect(own.fault({ kind: 'roam' })).rejects.toThrow('start with --pools 2 or more')
    } finally {
      await alone.stop()
    }
  })
})

describe('when faults end', () => {
  test('a hang without a count is silent until its own end, whenever the request came', async () => {
    await control.fault({ kind: 'hang', durationMs: 80, match: '/me$' })
    const fromMs = performance.now()
    await Promise.all([failing(session.ask(me())), failing(session.ask(me()))])
    expect(performance.now() - fromMs).toBeLessThan(700)
    expect((await session.ask(me())).status).toBe(200)
    expect((await control.faults()).struck).toEqual({ hang: 2 })
  })

  test('taken away, what was slow is there at once', async () => {
    await control.fault({ kind: 'slow-stream', bytesPerSecond: 1, match: '/me$' })
    const answered = session.ask(me())
    while ((await control.faults()).waiting === 0);
    await control.clearFaults()
    expect(jsonOf(await answered).raw['rel']).toBe('me')
    while ((await control.faults()).waiting > 0);
  })

  test('taken away, nobody waits any more', async () => {
    await control.fault({ kind: 'hang', durationMs: 60_000, match: '/me$' })
    const failed = failing(session.ask(me()))
    while ((await control.faults()).waiting === 0);
    await control.clearFaults()
    expect(await failed).toBe('failed')
    expect((await session.ask(me())).status).toBe(200)
  })
})
