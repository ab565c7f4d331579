import { describe, expect, test } from 'vitest'
import { aContact, anHref, POOL } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { batchAnswer, readsOf, type Answer, type Line } from '../testing/scripted-server.ts'
import {
  APP,
  application,
  APPLICATIONS,
  at,
  contact,
  INTERNAL,
  links,
  lurker,
  me,
  challenged,
  opened,
  foundRoot,
  SHOWN,
  signIn,
  TOKEN,
  granted,
  USER,
  WATCHING,
  foundUser,
  wayIn,
  world,
  XFRAME,
} from '../testing/scripted-world.ts'
import { failureOf } from './errors.ts'
import { toHref, toSipUri } from './hal.ts'

const never = new AbortController().signal

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

describe('opening', () => {
  test('creates the application, makes the person available for nothing but presence, and says where events are', async () => {
    const { server, events, client } = await opened()
    expect(events).toBe(at('/events?ack=1&instanceId=tab'))
    const [creation, availability] = server.requests.slice(-3)
    expect(JSON.parse(creation?.body ?? '')).toEqual({
      userAgent: 'Presence Board',
      culture: 'en-US',
      endpointId: 'endpoint',
      instanceId: 'tab',
      type: 'Browser',
    })
    expect(JSON.parse(availability?.body ?? '')).toEqual({ supportedModalities: [] })
    expect(client.canReportMyActivity()).toBe(true)
  })

  test('again after a reload takes up the same one: it was made available before', async () => {
    const there = world()
    const conflict: Answer = { status: 409, body: { code: 'Conflict', subcode: 'AlreadyExists' } }
    wayIn(there)
      .expects('POST', APPLICATIONS, { ...application(lurker), status: 200 })
      .expects('POST', at('/me/mma'), conflict)
      .expects('GET', at('/me'), { body: me })
    await signIn(there.client)
    await there.client.open(SHOWN, never)
    expect(there.client.canReportMyActivity()).toBe(true)
  })

  test('a lurker’s makes nobody available, and there is no presence of their own', async () => {
    const there = world()
    wayIn(there).expects('POST', APPLICATIONS, application(lurker))
    await signIn(there.client)
    await there.client.open(WATCHING, never)
    expect(there.client.canReportMyActivity()).toBe(false)
    expect(await there.client.ucwa.presence(never)).toBe(null)
    expect(await failure(there.client.ucwa.setPresence('Busy'))).toMatchObject({ kind: 'refused', status: 0 })
    there.server.expectAllPlayed()
  })

  test('that was made a lurker’s again has no presence of their own, though its link is still known', async () => {
    const there = world()
    wayIn(there)
      .expects('POST', APPLICATIONS, application(lurker))
      .expects('POST', at('/me/mma'))
      .expects('GET', at('/me'), { body: me })
      .expects('GET', at('/me/presence'), {
        status: 409,
        body: { code: 'Conflict', subcode: 'MakeMeAvailableRequired' },
      })
    await signIn(there.client)
    await there.client.open(SHOWN, never)
    expect(await there.client.ucwa.presence(never)).toBe(null)
    there.server.expectAllPlayed()
  })

  test('that is a lurker’s no more has their presence, by the link that is read at the same time', async () => {
    const there = world()
    wayIn(there)
      .expects('POST', APPLICATIONS, application(lurker))
      .expects('GET', at('/me'), { body: me })
      .expects('GET', at('/me/presence'), { body: { availability: 'Busy', rel: 'presence' } })
    await signIn(there.client)
    await there.client.open(WATCHING, never)
    const [, presence] = await Promise.all([there.client.ucwa.me(never), there.client.ucwa.presence(never)])
    expect(presence?.availability).toBe('Busy')
    there.server.expectAllPlayed()
  })

  test('that is refused says so', async () => {
    const there = world()
    wayIn(there).expects('POST', APPLICATIONS, {
      status: 410,
      body: { code: 'Gone', subcode: 'TooManyApplications' },
    })
    await signIn(there.client)
    expect(await failure(there.client.open(SHOWN, never))).toMatchObject({ kind: 'refused', status: 410 })
  })
})

describe('an application that turns out to be somebody else’s', () => {
  const danas = application({ ...lurker, uri: 'sip:danab@contoso.com' })

  test('is ended again, with nothing published by it, and whose it is is told', async () => {
    const { client, server, somebodyElse } = await opened()
    server.expects('POST', APPLICATIONS, danas).expects('DELETE', at(''))
    expect(await failure(client.open(SHOWN, never))).toEqual({ kind: 'signedOut' })
    expect(somebodyElse).toEqual(['sip:danab@contoso.com'])
    expect(client.whose()).toBe(null)
    server.expectAllPlayed()
  })

  test('is theirs once they have signed in themselves', async () => {
    const there = await opened()
    wayIn(there).expects('POST', APPLICATIONS, danas)
    await signIn(there.client, { address: 'danab@contoso.com' })
    await there.client.open(WATCHING, never)
    expect([there.client.whose(), there.somebodyElse]).toEqual(['sip:danab@contoso.com', []])
  })
})

describe('after opening', () => {
  const AWAY = 'https://pool2.contoso.com/ucwa/oauth/v1/applications'

  test('the person is shown later, as they had chosen, by the same application', async () => {
    const there = world()
    wayIn(there)
      .expects('POST', APPLICATIONS, application(lurker))
      .expects('POST', at('/me/mma'))
      .expects('GET', at('/me'), { body: me })
    await signIn(there.client)
    await there.client.open(WATCHING, never)
    await there.client.showMe('Busy', never)
    expect(there.client.canReportMyActivity()).toBe(true)
    const [availability] = there.server.requests.slice(-2)
    expect(JSON.parse(availability?.body ?? '')).toMatchObject({ signInAs: 'Busy' })
    there.server.expectAllPlayed()
  })

  test('autodiscover is asked again, and says whether the pool has moved', async () => {
    const { client, server } = await opened()
    server.expects('GET', INTERNAL, foundRoot).expects('GET', USER, foundUser)
    expect(await client.locate(never)).toBe(false)
    server
      .expects('GET', INTERNAL, foundRoot)
      .expects('GET', USER, { body: { _links: links({ applications: AWAY, xframe: XFRAME }) } })
    expect(await client.locate(never)).toBe(true)
    server.expectAllPlayed()
  })

  test('the application can be closed without signing out, and reads wait for the next', async () => {
    const { client, server } = await opened()
    server.expects('DELETE', `${POOL}${APP}`)
    await client.close(never)
    const asked = client.ucwa.presence(never)
    server
      .expects('POST', APPLICATIONS, application(me))
      .expects('GET', at('/me/presence'), { body: { availability: 'Away' } })
    await client.open(WATCHING, never)
    expect(await asked).toMatchObject({ availability: 'Away' })
    expect(client.lastRequest()).toEqual({ url: `${POOL}${APP}`, token: 'cwt' })
    server.expectAllPlayed()
  })

  // The poll went on as if nothing had happened, and every read waited for an application that nobody opened.
  test('an application that may not have been closed after all is read as before, and reads wait for no other', async () => {
    const { client, server } = await opened()
    server.expects('DELETE', `${POOL}${APP}`, 'unreachable')
    const closing = client.close(never)
    const asked = client.ucwa.presence(never)
    server.expects('GET', at('/me/presence'), { body: { availability: 'Away' } })
    await closing
    expect(await asked).toMatchObject({ availability: 'Away' })
    expect(client.applicationHref()).toBe(`${POOL}${APP}`)
    server.expectAllPlayed()
  })

  test('one that could not be closed before somebody signed out is not there again', async () => {
    const { client, server } = await opened()
    server.expects('DELETE', `${POOL}${APP}`, 'silent')
    const stop = new AbortController()
    const closing = client.close(stop.signal)
    await settled()
    await client.end(AbortSignal.abort())
    stop.abort()
    await closing
    expect(client.applicationHref()).toBe(null)
  })
})

describe('reads', () => {
  const groups = (count: number) => ({
    rel: 'myGroups',
    _embedded: {
      group: Array.from({ length: count }, (_, n) => ({
        id: `g${n}`,
        name: `Group ${n}`,
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=g${n}` }),
      })),
      defaultGroup: {
        id: 'd',
        name: 'Other',
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=d` }),
      },
      pinnedGroup: {
        id: 'p',
        name: 'Pinned',
        _links: links({ groupContacts: `${APP}/people/contacts?groupId=p` }),
      },
    },
  })

  /** What the pool says to each read, by path. */
  const pool = (href: string): Answer => {
    const path = href.slice(at('').length)
    if (path === '/people/groups') return { body: groups(5) }
    if (path === '/me') return { body: me }
    if (path === '/me/presence') return { body: { availability: 'Online' } }
    if (path === '/me/note') return { body: { message: '', type: 'Personal' } }
    if (path.endsWith('/presence')) return { body: { availability: 'Busy', deviceType: 'PC' } }
    if (path.endsWith('/note')) return { body: { message: `note of ${path}` } }
    const group = new URL(href).searchParams.get('groupId') ?? ''
    return { body: { _embedded: { contact: Array.from({ length: 9 }, (_, n) => contact(`${group}-${n}`)) } } }
  }
  const batch: Line = (request) => batchAnswer(readsOf(request).map(pool))

  test('of 60 and more contacts in 7 groups cost 4 requests beside the opening', async () => {
    const { client, server } = await opened()
    const { ucwa } = client
    const before = server.requests.length
    for (let batches = 0; batches < 4; batches += 1) server.expects('POST', at('/batch'), batch)
    const [, , , all] = await Promise.all([
      ucwa.me(never),
      ucwa.presence(never),
      ucwa.note(never),
      ucwa.myGroups(never),
    ])
    expect(all.map(({ kind }) => kind)).toEqual([
      'pinnedGroup',
      ...Array<string>(5).fill('group'),
      'defaultGroup',
    ])
    const contacts = (await Promise.all(all.map(({ id }) => ucwa.groupContacts(id, never)))).flat()
    const shown = await Promise.all(
      contacts.map(async ({ uri }) => [
        uri,
        await ucwa.contactPresence(uri, never),
        await ucwa.contactNote(uri, never),
      ]),
    )
    expect(shown).toHaveLength(63)
    expect(server.requests.length - before).toBe(4)
    server.expectAllPlayed()
  })

  test('of somebody whose hrefs are not known yet read the contact list first, once for all who ask', async () => {
    const { client, server } = await opened()
    const uris = [toSipUri('sip:x-0@contoso.com'), toSipUri('sip:x-1@contoso.com')]
    server
      .expects('GET', at('/people/contacts'), {
        body: { _embedded: { contact: [contact('x-0'), contact('x-1')] } },
      })
      .expects('POST', at('/batch'), batch)
    await Promise.all(uris.map((uri) => client.ucwa.contactPresence(uri, never)))
    expect(client.ownerOf(toHref(`${APP}/people/X-1/note`, POOL))).toBe(null)
    expect(client.ownerOf(toHref(`${APP}/people/x-1/note`, POOL))).toBe('sip:x-1@contoso.com')
    server.expectAllPlayed()
  })

  test('of somebody who is on no list are refused', async () => {
    const { client, server } = await opened()
    server.expects('GET', at('/people/contacts'), { body: {} })
    expect(await failure(client.ucwa.contactNote(aContact().uri, never))).toMatchObject({
      kind: 'refused',
      status: 0,
    })
  })

  test('of whom the server links to nothing, as of an address that leads to nobody, find nothing and ask nothing', async () => {
    const { client, server } = await opened()
    const bare = {
      rel: 'contact',
      uri: 'sip:gone@contoso.com',
      _links: links({ self: `${APP}/people/gone` }),
    }
    server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: [bare] } } })
    const gone = toSipUri('sip:gone@contoso.com')
    expect(await client.ucwa.contactPresence(gone, never)).toBe(null)
    expect(await client.ucwa.contactNote(gone, never)).toBe(null)
    expect(await client.ucwa.contactLocation(gone, never)).toBe(null)
    server.expectAllPlayed()
  })

  test.each<[string, Answer, 'none' | 'refused']>([
    ['an empty message', { body: { message: '' } }, 'none'],
    ['204', {}, 'none'],
    ['404', { status: 404, body: { code: 'NotFound', subcode: 'ResourceNotFound' } }, 'none'],
    [
      '404 of a lost application',
      { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } },
      'refused',
    ],
    ['403', { status: 403, body: { code: 'Forbidden' } }, 'refused'],
  ])('of a note that is answered with %s', async (_, answer, expected) => {
    const { client, server } = await opened()
    server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: [contact('x')] } } })
    server.expects('GET', at('/people/x/note'), answer)
    const note = client.ucwa.contactNote(toSipUri('sip:x@contoso.com'), never)
    if (expected === 'none') expect(await note).toBe(null)
    else expect((await failure(note))?.kind).toBe('refused')
  })

  test('wait from the loss of the application until the next is open, and then use its hrefs', async () => {
    const { client, server } = await opened()
    server.expects('GET', `${POOL}${APP}`, {
      status: 404,
      body: { code: 'NotFound', subcode: 'ApplicationNotFound' },
    })
    expect(await failure(client.check(never))).toEqual({ kind: 'applicationGone' })
    const asked = client.ucwa.presence(never)
    server
      .expects('POST', APPLICATIONS, application(me))
      .expects('GET', at('/me/presence'), { body: { availability: 'Away' } })
    await client.open(SHOWN, never)
    expect(await asked).toMatchObject({ availability: 'Away' })
    server.expectAllPlayed()
  })
})

const nextApplication: Answer = {
  ...application(me),
  body: JSON.parse(JSON.stringify(application(me).body).replaceAll(APP, `${APP}2`)),
}

// What waited for the list of a lost application found nothing, and nobody asked again: the board stood still.
test('a list that was asked of a lost application keeps nobody waiting in the next', async () => {
  const { client, server } = await opened()
  const lin = toSipUri('sip:x-0@contoso.com')
  const left = new AbortController()
  server.expects('GET', at('/people/contacts'), 'silent')
  const before = client.ucwa.contactPresence(lin, left.signal).catch(() => 'given up')
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  left.abort()
  expect(await before).toBe('given up')
  server
    .expects('GET', at('2/people/contacts'), { body: { _embedded: { contact: [contact('x-0')] } } })
    .expects('GET', at('/people/x-0/presence'), { body: { availability: 'Busy' } })
  expect((await client.ucwa.contactPresence(lin, never))?.availability).toBe('Busy')
  server.expectAllPlayed()
})

test('a batch that hangs for a lost application keeps nobody waiting in the next, however large it was', async () => {
  const { client, server } = await opened()
  const people = Array.from({ length: 100 }, (_, n) => contact(`x-${n}`))
  server.expects('GET', at('/people/contacts'), { body: { _embedded: { contact: people } } })
  server.expects('POST', at('/batch'), 'silent')
  const before = people.map(({ uri }) => failure(client.ucwa.contactPresence(toSipUri(uri), never)))
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  expect(await Promise.all(before)).toEqual(people.map(() => ({ kind: 'applicationGone' })))
  server.expects('GET', at('2/me/presence'), { body: { availability: 'Busy' } })
  expect((await client.ucwa.presence(never))?.availability).toBe('Busy')
  server.expectAllPlayed()
})

// Every group of the next application was then looked for in the lost one, and refused for good.
test('a list that comes in from a lost application tells the next one nothing', async () => {
  const { client, server } = await opened()
  const group = (of: string) => ({
    _embedded: { group: { id: 'g', name: 'G', _links: links({ groupContacts: `${of}/people/g` }) } },
  })
  let land = (): void => undefined
  const late = new Promise<Answer>((resolve) => (land = () => resolve({ body: group(APP) })))
  server.expects('GET', at('/people/groups'), () => late)
  const left = new AbortController()
  const before = client.ucwa.groupContacts('g', left.signal).catch(() => 'given up')
  await settled()
  server.expects('POST', APPLICATIONS, nextApplication)
  await client.open(WATCHING, never)
  left.abort()
  expect(await before).toBe('given up')
  land()
  await settled()
  server
    .expects('GET', at('2/people/groups'), { body: group(`${APP}2`) })
    .expects('GET', at('2/people/g'), { body: { _embedded: { contact: [contact('x')] } } })
  expect(await client.ucwa.groupContacts('g', never)).toHaveLength(1)
  server.expectAllPlayed()
})

describe('the parameters of a poll', () => {
  test('are sent when they change, and again after a resume', async () => {
    let mediumSeconds = 5
    const { client, server } = await opened(() => ({ lowSeconds: null, mediumSeconds, timeoutSeconds: null }))
    const polls = (ack: number, sent: string, body: object) =>
      server.expects('GET', at(`/events?ack=${ack}${sent}`), { body })
    const leadsTo = (rel: string, ack: number) => ({ _links: links({ [rel]: `${APP}/events?ack=${ack}` }) })
    polls(1, '&medium=5', leadsTo('next', 2))
    polls(2, '', leadsTo('next', 3))
    polls(3, '&medium=30', leadsTo('resume', 4))
    polls(4, '&medium=30', leadsTo('next', 5))
    await client.poll(anHref(`${APP}/events?ack=1`), never)
    await client.poll(anHref(`${APP}/events?ack=2`), never)
    mediumSeconds = 30
    await client.poll(anHref(`${APP}/events?ack=3`), never)
    await client.poll(anHref(`${APP}/events?ack=4`), never)
    server.expectAllPlayed()
  })
})

describe('where the event channel goes on, said by another answer', () => {
  const poll = (server: Awaited<ReturnType<typeof opened>>['server'], ack: number, sent = '') =>
    server.expects('GET', at(`/events?ack=${ack}${sent}`), { body: ahead(ack + 1) })
  const ahead = (ack: number) => ({ _links: links({ next: `${APP}/events?ack=${ack}` }) })
  const saying = (rel: 'resync' | 'resume', ack: number, of: object = {}) => ({
    ...of,
    _links: links({ [rel]: `${APP}/events?ack=${ack}` }),
  })
  const eventsAt = (ack: number) => anHref(`${APP}/events?ack=${ack}`)
  const presence = { availability: 'Busy', rel: 'presence' }

  test('a poll under way is given up for it, and something went unheard', async () => {
    const { client, server } = await opened()
    server.expects('GET', eventsAt(7), 'silent')
    const asked = client.poll(eventsAt(7), never)
    server.expects('GET', at('/me/presence'), { body: saying('resync', 3, presence) })
    expect(await client.ucwa.presence(never)).toMatchObject({ availability: 'Busy' })
    expect(await asked).toEqual({ events: [], next: eventsAt(3), gap: true })
    poll(server, 3)
    expect(await client.poll(eventsAt(3), never)).toMatchObject({ next: eventsAt(4), gap: false })
    server.expectAllPlayed()
  })

  test('is the same in a part of a batch, and with no poll under way it is kept for the next', async () => {
    const { client, server } = await opened()
    server.expects('POST', at('/batch'), (request) =>
      batchAnswer(readsOf(request).map(() => ({ body: saying('resync', 3, presence) }))),
    )
    await Promise.all([client.ucwa.presence(never), client.ucwa.note(never)])
    expect(await client.poll(eventsAt(7), never)).toEqual({ events: [], next: eventsAt(3), gap: true })
    server.expectAllPlayed()
  })

  test('resume forgets the parameters as well', async () => {
    const { client, server } = await opened(() => ({
      lowSeconds: null,
      mediumSeconds: 5,
      timeoutSeconds: null,
    }))
    poll(server, 1, '&medium=5')
    await client.poll(eventsAt(1), never)
    server.expects('GET', at('/me/presence'), { body: saying('resume', 2, presence) })
    await client.ucwa.presence(never)
    expect(await client.poll(eventsAt(2), never)).toMatchObject({ gap: true })
    poll(server, 2, '&medium=5')
    await client.poll(eventsAt(2), never)
    server.expectAllPlayed()
  })

  test('is followed once, however many answers repeat it', async () => {
    const { client, server } = await opened()
    const reads = async () => {
      server.expects('GET', at('/me/presence'), { body: saying('resync', 3, presence) })
      await client.ucwa.presence(never)
    }
    await reads()
    expect(await client.poll(eventsAt(7), never)).toMatchObject({ gap: true })
    await reads()
    poll(server, 3)
    expect(await client.poll(eventsAt(3), never)).toMatchObject({ gap: false })
    server.expectAllPlayed()
  })

  test('means nothing for the next application', async () => {
    const { client, server } = await opened()
    server.expects('GET', at('/me/presence'), { body: saying('resync', 3, presence) })
    await client.ucwa.presence(never)
    server.expects('POST', APPLICATIONS, application(lurker))
    await client.open(WATCHING, never)
    poll(server, 1)
    expect(await client.poll(eventsAt(1), never)).toMatchObject({ gap: false })
    server.expectAllPlayed()
  })

  test('a word in a note is no link', async () => {
    const { client, server } = await opened()
    server.expects('GET', at('/me/note'), { body: { message: '"resync" "resume"', type: 'Personal' } })
    await client.ucwa.note(never)
    poll(server, 1)
    expect(await client.poll(eventsAt(1), never)).toMatchObject({ gap: false })
    server.expectAllPlayed()
  })
})

describe('a poll', () => {
  const next = anHref(`${APP}/events?ack=2`)
  const gone: Answer = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } }

  test('may be silent for as long as the server holds it', async () => {
    const { client, server, clock } = await opened()
    server.expects('GET', next, 'silent')
    const asked = failure(client.poll(next, never))
    await clock.advance(209_999)
    expect(server.held()).toBe(1)
    await clock.advance(1)
    expect((await asked)?.kind).toBe('unreachable')
  })

  test('learns whose is what from the resources it brings', async () => {
    const { client, server } = await opened()
    const event = {
      link: { rel: 'contact', href: `${APP}/people/x` },
      type: 'added',
      _embedded: { contact: contact('x') },
    }
    server.expects('GET', next, {
      body: {
        _links: links({ next: `${APP}/events?ack=3` }),
        sender: [{ rel: 'people', href: `${APP}/people`, events: [event] }],
      },
    })
    expect((await client.poll(next, never)).next).toBe(at('/events?ack=3'))
    expect(client.ownerOf(anHref(`${APP}/people/x/presence`))).toBe('sip:x@contoso.com')
  })

  test('believes a 404 only when the application says the same', async () => {
    const { client, server } = await opened()
    server
      .expects('GET', next, gone)
      .expects('GET', `${POOL}${APP}`, { body: { _links: links({ self: APP }) } })
    expect(await failure(client.poll(next, never))).toMatchObject({ kind: 'refused', status: 404 })
    server.expects('GET', next, gone).expects('GET', `${POOL}${APP}`, gone)
    expect(await failure(client.poll(next, never))).toEqual({ kind: 'applicationGone' })
    server.expectAllPlayed()
  })

  test('that was replaced says so', async () => {
    const { client, server } = await opened()
    server.expects('GET', next, { status: 409, body: { code: 'Conflict', subcode: 'PGetReplaced' } })
    expect(await failure(client.poll(next, never))).toEqual({ kind: 'replaced' })
  })

  test('goes nowhere that a link leads astray', async () => {
    const { client } = await opened()
    expect((await failure(client.poll(toHref('https://evil.example/events', POOL), never)))?.kind).toBe(
      'malformed',
    )
  })
})

describe('subscriptions', () => {
  const subscription = {
    rel: 'presenceSubscription',
    id: '7',
    _links: links({ self: `${APP}/ps/7`, addToPresenceSubscription: `${APP}/psm?id=7` }),
  }
  const uris = [toSipUri('sip:a@contoso.com')]

  test('are made, extended, added to, and ended, though they may have lapsed', async () => {
    const { client, server } = await opened()
    server
      .expects('POST', at('/people/presenceSubscriptions'), { status: 201, body: subscription })
      .expects('POST', at('/ps/7?duration=30'), { status: 200, body: subscription })
      .expects('POST', at('/psm?id=7'), { status: 201, body: {} })
      .expects('DELETE', at('/ps/7'), { status: 404 })
    const made = await client.subscribe(uris, 30, never)
    await client.extend(made, 30, never)
    await client.addTo(made, uris, never)
    await client.unsubscribe(made, never)
    const bodies = server.requests.slice(-4).map(({ body }) => (body === null ? null : JSON.parse(body)))
    expect(bodies).toEqual([{ duration: 30, uris }, null, { contactUris: uris }, null])
    server.expectAllPlayed()
  })

  test('to contacts and groups are looked up once, and refreshed', async () => {
    const { client, server } = await opened()
    const start = { startOrRefreshSubscriptionToContactsAndGroups: `${APP}/people/cgs/start` }
    server
      .expects('GET', at('/people/cgs'), { body: { _links: links(start) } })
      .expects('POST', at('/people/cgs/start?duration=30'), { status: 201, body: {} })
      .expects('POST', at('/people/cgs/start?duration=30'), { status: 201, body: {} })
    await client.followContactsAndGroups(30, never)
    await client.followContactsAndGroups(30, never)
    server.expectAllPlayed()
  })
})

/** Links to where nothing may be asked. */
const astray = (body: object): Answer => ({
  body: JSON.parse(JSON.stringify(body).replaceAll(`"href":"${APP}`, `"href":"https://evil.example${APP}`)),
})

// What is taken once and kept would be followed, in vain, for as long as the application lives.
describe('an answer that leads astray is not taken, and is asked for again:', () => {
  test('an application', async () => {
    const there = world()
    const { body } = application(me)
    wayIn(there).expects('POST', APPLICATIONS, astray(Object(body)))
    await signIn(there.client)
    expect((await failure(there.client.open(WATCHING, never)))?.kind).toBe('malformed')
    expect(there.client.applicationHref()).toBe(null)
  })

  test('a list of contacts', async () => {
    const { client, server } = await opened()
    const list = { _embedded: { contact: [contact('x-0')] } }
    server
      .expects('GET', at('/people/contacts'), astray(list))
      .expects('GET', at('/people/contacts'), { body: list })
      .expects('GET', at('/people/x-0/presence'), { body: { availability: 'Busy' } })
    const read = () => client.ucwa.contactPresence(toSipUri('sip:x-0@contoso.com'), never)
    expect((await failure(read()))?.kind).toBe('malformed')
    expect((await read())?.availability).toBe('Busy')
    server.expectAllPlayed()
  })

  test('a subscription', async () => {
    const { client, server } = await opened()
    const subscription = { rel: 'presenceSubscription', id: '7', _links: links({ self: `${APP}/ps/7` }) }
    server.expects('POST', at('/people/presenceSubscriptions'), astray(subscription))
    const subscribing = client.subscribe([toSipUri('sip:a@contoso.com')], 30, never)
    expect((await failure(subscribing))?.kind).toBe('malformed')
  })

  test('where changes to the list are announced', async () => {
    const { client, server } = await opened()
    const found = {
      _links: links({ startOrRefreshSubscriptionToContactsAndGroups: `${APP}/people/cgs/start` }),
    }
    server
      .expects('GET', at('/people/cgs'), astray(found))
      .expects('GET', at('/people/cgs'), { body: found })
      .expects('POST', at('/people/cgs/start?duration=30'), { status: 201, body: {} })
    expect((await failure(client.followContactsAndGroups(30, never)))?.kind).toBe('malformed')
    await client.followContactsAndGroups(30, never)
    server.expectAllPlayed()
  })
})

describe('the end', () => {
  test('deletes the application, and leaves no token, href or password', async () => {
    const { client, server, frames } = await opened()
    expect(client.tokenFor(anHref('/photo'))).toBe('cwt')
    expect(client.tokenFor(toHref('https://evil.example/photo', POOL))).toBe(null)
    server.expects('DELETE', `${POOL}${APP}`)
    await client.end(never)
    expect(client.tokenFor(anHref('/photo'))).toBe(null)
    expect(frames).toContain('closed')
    expect(await failure(client.ucwa.me(never))).toEqual({ kind: 'signedOut' })
    expect(await failure(client.open(SHOWN, never))).toEqual({ kind: 'signedOut' })
    server.expectAllPlayed()
  })

  test('comes though the server is gone', async () => {
    const { client, server } = await opened()
    server.expects('DELETE', `${POOL}${APP}`, 'unreachable')
    await client.end(never)
    expect(client.tokenFor(anHref('/photo'))).toBe(null)
  })

  test('releases who still waits', async () => {
    const { client } = world()
    const waiting = failure(client.ucwa.me(never))
    await client.end(never)
    expect(await waiting).toEqual({ kind: 'signedOut' })
  })

  test('is not for good: another may sign in', async () => {
    const there = await opened()
    there.server.expects('DELETE', `${POOL}${APP}`)
    await there.client.end(never)
    there.server
      .expects('GET', INTERNAL, foundRoot)
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, granted)
      .expects('GET', USER, foundUser)
      .expects('POST', APPLICATIONS, application(me))
      .expects('GET', at('/me/presence'), { body: { availability: 'Online' } })
    await signIn(there.client)
    await there.client.open(SHOWN, never)
    expect(await there.client.ucwa.presence(never)).toMatchObject({ availability: 'Online' })
    there.server.expectAllPlayed()
  })
})
