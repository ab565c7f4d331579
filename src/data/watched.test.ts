import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { aUcwa } from '../testing/a-ucwa.ts'
import { aContact, aContactPresence, aGroup, aLocation, aMe, aNote, aPresence } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import { contactPresenceQuery } from './contact-presence.ts'
import { markStale } from './mark-stale.ts'
import { createWatched } from './watched.ts'

const LIN = toSipUri('sip:lin@contoso.com')
const MAX = toSipUri('sip:max@contoso.com')
const EVE = toSipUri('sip:eve@contoso.com')

/** A server of two groups, and a record of what was read and who was told to be watched, in order. */
function watching() {
  const lists = new Map<string, readonly SipUri[]>([
    ['friends', [LIN, MAX]],
    ['team', [MAX]],
  ])
  const did: string[] = []
  const ucwa = aUcwa({
    me: async () => aMe(),
    presence: async () => aPresence(),
    note: async () => aNote(),
    location: async () => aLocation(),
    myGroups: async () => Array.from(lists.keys(), (id) => aGroup({ id })),
    groupContacts: async (id) => (lists.get(id) ?? []).map((uri) => aContact({ uri })),
    contactPresence: async (of) => {
      did.push(`read ${of}`)
      return aContactPresence()
    },
    contactNote: async () => null,
    contactLocation: async () => null,
  })
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const watched = createWatched(cache, ucwa, (people) => did.push(`watch ${[...people].join(' ')}`.trim()))
  const known = { cache, watched }
  const presenceOf = (of: SipUri) => cache.getQueryData(contactPresenceQuery(ucwa, of).queryKey)
  return { lists, did, ucwa, cache, watched, known, presenceOf }
}

describe('whoever is in any group', () => {
  test('is watched first and read then, once, though in several groups', async () => {
    const { did, watched } = watching()
    watched.begin()
    await settled()
    expect(did).toEqual(['watch', 'watch', `watch ${LIN} ${MAX}`, `read ${LIN}`, `read ${MAX}`])
    watched.end()
  })

  test('is read again when an event says so, though no row is on screen', async () => {
    const { did, watched, known } = watching()
    watched.begin()
    await settled()
    did.length = 0
    await markStale(known, [['contactPresence', LIN]])
    expect(did).toEqual([`read ${LIN}`])
    watched.end()
  })

  test('is watched once they join, and let go once they leave', async () => {
    const { lists, did, watched, known, presenceOf } = watching()
    watched.begin()
    await settled()
    did.length = 0
    lists.set('friends', [MAX, EVE])
    await markStale(known, [['groupContacts', 'friends']])
    await settled()
    expect(did).toEqual([`watch ${MAX} ${EVE}`, `read ${EVE}`])
    expect(presenceOf(LIN)).toBeUndefined()
    expect(presenceOf(EVE)).toBeDefined()
    watched.end()
  })

  test('leaves with the group that is removed', async () => {
    const { lists, did, watched, known } = watching()
    watched.begin()
    await settled()
    did.length = 0
    lists.delete('friends')
    await markStale(known, [['myGroups']])
    await settled()
    expect(did).toEqual([`watch ${MAX}`])
    watched.end()
  })

  test('is read in the end when their row goes away while it is being read', async () => {
    const { ucwa, watched, cache, presenceOf } = watching()
    watched.begin()
    const leave = new QueryObserver(cache, contactPresenceQuery(ucwa, LIN)).subscribe(() => undefined)
    leave()
    await settled()
    expect(presenceOf(LIN)).toBeDefined()
    watched.end()
  })

  test('is not watched any more after the end', async () => {
    const { did, watched, known, cache } = watching()
    watched.begin()
    await settled()
    watched.end()
    expect(did.at(-1)).toBe('watch')
    did.length = 0
    await markStale(known, [['contactPresence']])
    expect(did).toEqual([])
    expect(cache.getQueryCache().getAll()).toEqual([])
  })
})

describe('whoever is found in the directory', () => {
  test('is watched and read for as long as they are looked at, and no longer', async () => {
    const { did, watched, presenceOf } = watching()
    watched.begin()
    await settled()
    did.length = 0
    watched.lookAt(new Set([EVE, LIN]))
    await settled()
    expect(did).toEqual([`watch ${LIN} ${MAX} ${EVE}`, `read ${EVE}`])
    did.length = 0
    watched.lookAt(new Set())
    await settled()
    expect(did).toEqual([`watch ${LIN} ${MAX}`])
    expect(presenceOf(EVE)).toBeUndefined()
    expect(presenceOf(LIN)).toBeDefined()
    watched.end()
  })
})

test('whoever’s panel is open is watched and read, listed or not, and no longer', async () => {
  const { did, watched } = watching()
  watched.begin()
  await settled()
  did.length = 0
  watched.visit(EVE)
  await settled()
  watched.visit(MAX)
  await settled()
  expect(did).toEqual([`watch ${LIN} ${MAX} ${EVE}`, `read ${EVE}`, `watch ${LIN} ${MAX}`])
  watched.end()
})

describe('a distribution group', () => {
  test('is read, and its people watched, only while it is open', async () => {
    const { lists, did, ucwa, watched } = watching()
    lists.set('everyone', [EVE])
    const groups = await ucwa.myGroups(new AbortController().signal)
    ucwa.myGroups = async () =>
      groups.map((group) => (group.id === 'everyone' ? { ...group, kind: 'distributionGroup' } : group))
    watched.begin()
    await settled()
    expect(did.at(-1)).toBe(`read ${MAX}`)
    watched.open(new Set(['everyone']))
    await settled()
    expect(did.slice(-2)).toEqual([`watch ${LIN} ${MAX} ${EVE}`, `read ${EVE}`])
    watched.open(new Set())
    await settled()
    expect(did.at(-1)).toBe(`watch ${LIN} ${MAX}`)
    watched.end()
  })
})
