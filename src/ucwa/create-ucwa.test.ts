import { describe, expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import type { Answer } from '../testing/scripted-server.ts'
import {
  APP,
  application,
  APPLICATIONS,
  at,
  INTERNAL,
  links,
  lurker,
  me,
  challenged,
  opened,
  ROOT,
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

describe('the end', () => {
  test('while somebody still signs in leaves whoever does so next alone', async () => {
    const there = world()
    there.server
      .expects('GET', INTERNAL, 'unreachable')
      .expects('GET', ROOT, foundRoot)
      .expects('GET', USER, challenged)
      .expects('POST', TOKEN, 'silent')
    const first = failure(signIn(there.client))
    await settled()
    await there.client.end(never)
    wayIn(there)
    const { way } = await signIn(there.client)
    await first
    expect(way.kind).toBe('found')
    expect(there.client.passTokens()).not.toEqual([])
    there.server.expectAllPlayed()
  })

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
