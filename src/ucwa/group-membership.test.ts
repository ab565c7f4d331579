import { expect, test } from 'vitest'
import { POOL } from '../testing/examples.ts'
import type { Answer } from '../testing/scripted-server.ts'
import { failureOf } from './errors.ts'
import { toSipUri } from './hal.ts'
import { groups, links, there } from '../testing/people-server.ts'

const at = (path: string) => `${POOL}${path}`

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
