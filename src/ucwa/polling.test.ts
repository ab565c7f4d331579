import { describe, expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { batchAnswer, readsOf, type Answer } from '../testing/scripted-server.ts'
import {
  APP,
  application,
  APPLICATIONS,
  at,
  contact,
  links,
  lurker,
  opened,
  WATCHING,
} from '../testing/scripted-world.ts'
import { failureOf } from './errors.ts'
import { toHref } from './hal.ts'

const never = new AbortController().signal

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

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
