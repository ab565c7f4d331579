import { describe, expect, test } from 'vitest'
import type { Answer } from '../testing/scripted-server.ts'
import {
  APP,
  application,
  APPLICATIONS,
  at,
  contact,
  links,
  me,
  opened,
  signIn,
  WATCHING,
  wayIn,
  world,
} from '../testing/scripted-world.ts'
import { failureOf } from './errors.ts'
import { toSipUri } from './hal.ts'

const never = new AbortController().signal

const failure = async (work: Promise<unknown>) => {
  try {
    await work
    return null
  } catch (error) {
    return failureOf(error)
  }
}

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
