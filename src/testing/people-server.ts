import { anHref, POOL } from './examples.ts'
import { createHandTurnedClock } from './hand-turned-clock.ts'
import { createScriptedServer, type Answer } from './scripted-server.ts'
import type { Batch } from '../ucwa/batch.ts'
import { createCurrentApplication } from '../ucwa/current-application.ts'
import { parseResource, type Links } from '../ucwa/hal.ts'
import { createHttp } from '../ucwa/http.ts'
import { createLinkIndex } from '../ucwa/link-index.ts'
import { createPeople } from '../ucwa/people.ts'

export const never = new AbortController().signal

export const links = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([rel, href]) => [rel, { href }]))

export const linked = (of: Readonly<Record<string, number>>): Links =>
  new Map(Object.entries(of).map(([rel, revision]) => [rel, [{ href: anHref(`/${rel}`), revision }]]))

export const WRITABLE = { myGroups: 2, myGroupMemberships: 2, myContacts: 1, search: 2 }

export const groups: Answer = {
  body: {
    rel: 'myGroups',
    _embedded: {
      group: [{ rel: 'group', id: 'team', name: 'Team', _links: links({ self: '/groups/team' }) }],
    },
  },
}

/** Somebody's people, with those links, in front of a scripted pool. */
export function there(of: Readonly<Record<string, number>> = WRITABLE) {
  const server = createScriptedServer()
  const clock = createHandTurnedClock()
  const tokens = {
    current: () => 'cwt',
    isAboutToExpire: () => false,
    renew: () => Promise.reject(new Error('no token is renewed here')),
  }
  const http = createHttp(
    async (request, signal) => {
      const reply = await server.send(request, signal)
      return { ...reply, url: reply.url ?? request.url }
    },
    tokens,
    clock,
  )
  const batch: Batch = {
    read: (href, signal) => http.get(href, signal),
    remove: (href, signal) => http.send({ method: 'DELETE', href }, signal),
  }
  const application = createCurrentApplication()
  const none = parseResource({}, POOL)
  application.set({
    href: anHref('/app'),
    events: anHref('/events'),
    batch: null,
    me: none,
    people: { links: linked(of) },
  })
  const people = createPeople({ http, batch, index: createLinkIndex(), application, ended: () => never })
  const sent = () =>
    server.requests.map(({ method, url, body, headers }) => ({
      asked: `${method} ${url.slice(POOL.length)}`,
      body: body === null ? null : JSON.parse(body),
      version: headers['X-MS-RequiresMinResourceVersion'] ?? null,
      ifMatch: headers['If-Match'] ?? null,
    }))
  return { server, people, sent }
}
