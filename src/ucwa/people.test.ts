import { expect, test } from 'vitest'
import { aGroup, POOL } from '../testing/examples.ts'
import { failureOf } from './errors.ts'
import { parseResource, toHref, toSipUri } from './hal.ts'
import { canChangeGroup, groupsIn } from './groups.ts'
import { WRITABLE, groups, linked, never, there } from '../testing/people-server.ts'

const at = (path: string) => `${POOL}${path}`
const dana = toSipUri('sip:danab@contoso.com')

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
