import { expect, test } from 'vitest'
import { aGroup, anHref, POOL } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createScriptedServer, type Answer } from '../testing/scripted-server.ts'
import type { Batch } from './batch.ts'
import { createCurrentApplication } from './current-application.ts'
import { failureOf } from './errors.ts'
import { parseResource, toHref, toSipUri, type Links } from './hal.ts'
import { createHttp } from './http.ts'
import { createLinkIndex } from './link-index.ts'
import { createPeople } from './people.ts'
import { canChangeGroup, groupsIn } from './groups.ts'

const never = new AbortController().signal
const at = (path: string) => `${POOL}${path}`
const links = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([rel, href]) => [rel, { href }]))
const linked = (of: Readonly<Record<string, number>>): Links =>
  new Map(Object.entries(of).map(([rel, revision]) => [rel, [{ href: anHref(`/${rel}`), revision }]]))

const WRITABLE = { myGroups: 2, myGroupMemberships: 2, myContacts: 1, search: 2 }
const groups: Answer = {
  body: {
    rel: 'myGroups',
    _embedded: {
      group: [{ rel: 'group', id: 'team', name: 'Team', _links: links({ self: '/groups/team' }) }],
    },
  },
}
const contacts: Answer = {
  body: {
    rel: 'myContacts',
    _embedded: {
      contact: [{ rel: 'contact', uri: 'sip:DanaB@contoso.com', _links: links({ self: '/people/1' }) }],
    },
  },
}
const dana = toSipUri('sip:danab@contoso.com')
const membership = (number: number, contact: string, group: string, kind = 'group') => ({
  rel: 'myGroupMembership',
  _links: links({ self: `/memberships/${number}`, contact, [kind]: group }),
})

/** Somebody's people, with those links, in front of a scripted pool. */
function there(of: Readonly<Record<string, number>> = WRITABLE) {
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

test.each<[string, Readonly<Record<string, number>>, object]>([
  [
    'everything is linked in its second version',
    WRITABLE,
    { canCreateGroup: true, canChangeMembers: true, canSearch: true },
  ],
  [
    'the server knows the first versions alone',
    { myGroups: 1, myGroupMemberships: 1 },
    { canCreateGroup: false, canChangeMembers: false, canSearch: false },
  ],
  ['nothing is linked', {}, { canCreateGroup: false, canChangeMembers: false, canSearch: false }],
])('when %s, the offer says so', async (_, of, offer) => {
  expect(await there(of).people.offer(never)).toEqual(offer)
})

test('a group is created by its name, in the version that can', async () => {
  const { server, people, sent } = there()
  server.expects('POST', at('/myGroups'))
  await people.createGroup('Spring plan')
  expect(sent()).toEqual([
    { asked: 'POST /myGroups', body: { displayName: 'Spring plan' }, version: '2', ifMatch: null },
  ])
})

test('a group is renamed by playing back all that came of it, on the ETag that it came with', async () => {
  const { server, people, sent } = there()
  server
    .expects('GET', at('/myGroups'), groups)
    .expects('GET', at('/groups/team'), {
      body: { rel: 'group', id: 'team', name: 'Team', 'a1b2-guid': 'please pass this in a PUT request' },
      headers: { ETag: '"7"' },
    })
    .expects('PUT', at('/groups/team'))
  await people.renameGroup('team', 'Team', 'Crew')
  expect(sent().at(-1)).toEqual({
    asked: 'PUT /groups/team',
    body: { rel: 'group', id: 'team', name: 'Crew', 'a1b2-guid': 'please pass this in a PUT request' },
    version: '2',
    ifMatch: '"7"',
  })
})

test.each<[string, object, object]>([
  ['has been given another name since', { name: 'Squad' }, { kind: 'refused', status: 412 }],
  ['comes without an ETag', { name: 'Team', etag: undefined }, { kind: 'malformed' }],
])('a group that %s is not renamed', async (_, now, expected) => {
  const { server, people, sent } = there()
  server
    .expects('GET', at('/myGroups'), groups)
    .expects('GET', at('/groups/team'), { body: { rel: 'group', id: 'team', etag: '7', ...now } })
  const failure = failureOf(await people.renameGroup('team', 'Team', 'Crew').catch((error: unknown) => error))
  expect(failure).toMatchObject(expected)
  expect(sent().map(({ asked }) => asked)).toEqual(['GET /myGroups', 'GET /groups/team'])
})

test('a group that another client has deleted is refused as gone', async () => {
  const { server, people } = there()
  server.expects('GET', at('/myGroups'), { body: { rel: 'myGroups' } })
  const failure = failureOf(await people.deleteGroup('team').catch((error: unknown) => error))
  expect(failure).toMatchObject({ kind: 'refused', status: 404 })
})

test('somebody is put into a group by their address and its id', async () => {
  const { server, people, sent } = there()
  server.expects('POST', at('/myGroupMemberships'), { status: 201, body: {} })
  await people.addContact(dana, 'team')
  expect(sent()[0]?.body).toEqual({ contactUri: dana, groupId: 'team' })
})

test('and without a group is left to the server', async () => {
  const { server, people, sent } = there()
  server.expects('POST', at('/myGroupMemberships'), { status: 201, body: {} })
  await people.addContact(dana, null)
  expect(sent()[0]?.body).toEqual({ contactUri: dana })
})

test('somebody leaves one group by the membership that joins them, however their address is written there', async () => {
  const { server, people, sent } = there()
  server
    .expects('GET', at('/myContacts'), contacts)
    .expects('GET', at('/myGroups'), groups)
    .expects('GET', at('/myGroupMemberships?groupId=team'), {
      body: {
        rel: 'myGroupMemberships',
        _embedded: {
          myGroupMembership: [
            membership(1, '/people/2', '/groups/team'),
            membership(2, '/people/1', '/groups/other'),
            membership(3, '/people/1', '/groups/team'),
          ],
        },
      },
    })
    .expects('DELETE', at('/memberships/3'))
  await people.removeContact(dana, 'team')
  server.expectAllPlayed()
  expect(sent().at(-1)?.version).toBe('2')
})

const everyMembership = (more: object = {}): Answer => ({
  body: {
    rel: 'myGroupMemberships',
    ...more,
    _embedded: {
      myGroupMembership: [
        membership(1, '/people/1', '/groups/team'),
        membership(2, '/people/1', '/groups/b'),
      ],
    },
  },
})

test('somebody leaves all groups by the operation for it, where it is linked', async () => {
  const { server, people, sent } = there()
  server
    .expects('GET', at('/myContacts'), contacts)
    .expects(
      'GET',
      at('/myGroupMemberships'),
      everyMembership({ _links: links({ removeContactFromAllGroups: '/all' }) }),
    )
    .expects('POST', at('/all'))
  await people.removeContactFromAll(dana)
  expect(sent().at(-1)?.body).toEqual({ contactUri: dana })
})

const memberships = (...all: readonly ReturnType<typeof membership>[]): Answer => ({
  body: { rel: 'myGroupMemberships', _embedded: { myGroupMembership: all } },
})
const ofTeam = membership(1, '/people/1', '/groups/team')
const ofOther = membership(2, '/people/1', '/groups/b')
const ofDefault = membership(3, '/people/1', '/groups/default', 'defaultGroup')
const ofPinned = membership(4, '/people/1', '/groups/pinned', 'pinnedGroup')

test('and one by one where it is not, to the default group that they fall into then', async () => {
  const { server, people } = there()
  server
    .expects('GET', at('/myContacts'), contacts)
    .expects('GET', at('/myGroupMemberships'), memberships(ofTeam, ofOther))
    .expects('DELETE', at('/memberships/1'))
    .expects('DELETE', at('/memberships/2'), { status: 404, body: { code: 'NotFound' } }) // somebody was sooner
    .expects('GET', at('/myGroupMemberships'), memberships(ofDefault))
    .expects('DELETE', at('/memberships/3'))
    .expects('GET', at('/myGroupMemberships'), memberships())
  await people.removeContactFromAll(dana)
  server.expectAllPlayed()
})

test('out of the pinned group first, so that nothing is left half-way when that is refused', async () => {
  const { server, people } = there()
  server
    .expects('GET', at('/myContacts'), contacts)
    .expects('GET', at('/myGroupMemberships'), memberships(ofDefault, ofTeam, ofPinned))
    .expects('DELETE', at('/memberships/4'), {
      status: 403,
      body: { code: 'Forbidden', subcode: 'OperationNotSupported' },
    })
  const failure = failureOf(await people.removeContactFromAll(dana).catch((error: unknown) => error))
  expect(failure).toMatchObject({ kind: 'refused', status: 403 })
  server.expectAllPlayed()
})

test('and no membership is asked to end twice, though the server is slow to show it', async () => {
  const { server, people } = there()
  server
    .expects('GET', at('/myContacts'), contacts)
    .expects('GET', at('/myGroupMemberships'), memberships(ofDefault, ofTeam))
    .expects('DELETE', at('/memberships/1'))
    .expects('DELETE', at('/memberships/3'))
    .expects('GET', at('/myGroupMemberships'), memberships(ofDefault))
  await people.removeContactFromAll(dana)
  server.expectAllPlayed()
})

test('a distribution group joins the list by its name and mail address, and leaves it by its id', async () => {
  const { server, people, sent } = there()
  const everyone = aGroup({
    kind: 'distributionGroup',
    id: 'dg',
    name: 'Everyone',
    address: toSipUri('sip:everyone@contoso.com'),
    links: linked({ addToContactList: 1, removeFromContactList: 1 }),
  })
  server.expects('POST', at('/addToContactList')).expects('POST', at('/removeFromContactList'))
  await people.addDistributionGroup(everyone)
  await people.removeDistributionGroup(everyone)
  expect(sent().map(({ body }) => body)).toEqual([
    { displayName: 'Everyone', smtpAddress: 'everyone@contoso.com' },
    { groupId: 'dg' },
  ])
})

test('nothing is asked for that is not linked', async () => {
  const { people, sent } = there({})
  for (const work of [people.createGroup('x'), people.addContact(dana, null), people.search('x', 1, never)])
    expect(failureOf(await work.catch((error: unknown) => error))).toMatchObject({
      kind: 'refused',
      status: 0,
    })
  expect(sent()).toEqual([])
})

test.each([
  ['at its own link', 2, 1, true],
  ['at the link that leads to it', 1, 2, true],
  ['nowhere', 1, 1, false],
])('a group can be changed when its second version is named %s', (_, own, leading, can) => {
  const self = { href: '/groups/team', revision: own }
  const myGroups = parseResource(
    {
      _links: { group: [{ href: '/groups/team', revision: String(leading) }] },
      _embedded: { group: [{ rel: 'group', id: 'team', name: 'Team', _links: { self } }] },
    },
    POOL,
  )
  expect(groupsIn(myGroups).map(canChangeGroup)).toEqual([can])
  expect(toHref('/groups/team', POOL)).toBe(at('/groups/team'))
})
