import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createSubscriptions } from './subscriptions.ts'

const MINUTE_MS = 60_000
const [ada, lin, sam] = ['sip:Ada@contoso.com', 'sip:lin@contoso.com', 'sip:sam@contoso.com'] as const

/** Subscriptions, and everything that was told of them, in order. */
function told() {
  const clock = createHandTurnedClock()
  const heard: string[] = []
  const subscriptions = createSubscriptions(clock, {
    watched: (uri) => heard.push(`watched ${uri}`),
    unwatched: (uri) => heard.push(`unwatched ${uri}`),
    added: () => heard.push('added'),
    joined: (uris) => heard.push(`joined ${uris.join(' ')}`),
    aboutToExpire: () => heard.push('about to expire'),
    deleted: () => heard.push('deleted'),
  })
  return { clock, heard, subscriptions }
}

describe('when time passes', () => {
  test('a subscription is announced to expire once, and then is gone', () => {
    const { clock, heard, subscriptions } = told()
    const { id } = subscriptions.add([ada], 10)
    clock.advance(8 * MINUTE_MS)
    expect(heard).toEqual([`watched ${ada}`, 'added', `joined ${ada}`, 'about to expire'])
    clock.advance(2 * MINUTE_MS)
    expect(heard.slice(4)).toEqual([`unwatched ${ada}`, 'deleted'])
    expect([subscriptions.get(id), subscriptions.extend(id, 10)]).toEqual([null, null])
  })

  test.each([
    [10, 5, 20, 25], // what remains and what is added
    [30, 0, 10, 30], // never more than 30
    [30, 10, 30, 30],
  ])('one of %i minutes, extended after %i by %i, lasts %i more', (first, after, more, left) => {
    const { clock, subscriptions } = told()
    const { id } = subscriptions.add([ada], first)
    clock.advance(after * MINUTE_MS)
    subscriptions.extend(id, more)
    clock.advance(left * MINUTE_MS - 1)
    expect(subscriptions.get(id)).not.toBeNull()
    clock.advance(1)
    expect(subscriptions.get(id)).toBeNull()
  })
})

describe('when a contact is in two subscriptions', () => {
  test('it is watched once, and unwatched with the last of them', () => {
    const { heard, subscriptions } = told()
    const first = subscriptions.add([ada, lin], 30)
    const second = subscriptions.add([ada.toLowerCase(), sam], 30)
    expect(heard.filter((line) => line.startsWith('watched'))).toHaveLength(3)
    subscriptions.remove(first.id)
    expect(heard.filter((line) => line.startsWith('unwatched'))).toEqual([`unwatched ${lin}`])
    subscriptions.leave(second.id, ada)
    expect(subscriptions.watches(ada)).toBe(false)
    expect(subscriptions.watchedUris()).toEqual([sam])
  })

  test('one who joins again is not announced again', () => {
    const { heard, subscriptions } = told()
    const { id } = subscriptions.add([ada], 30)
    subscriptions.join(id, [ada, lin])
    expect(heard.at(-1)).toBe(`joined ${lin}`)
  })
})

test('a group that is subscribed to already is extended, and takes in who has joined it', () => {
  const { clock, heard, subscriptions } = told()
  const first = subscriptions.addGroup('choir', [ada], 10)
  clock.advance(5 * MINUTE_MS)
  const second = subscriptions.addGroup('choir', [ada, lin], 10)
  expect([first.id, second.id, second.expiresAtMs - clock.now()]).toEqual(['choir', 'choir', 15 * MINUTE_MS])
  expect(heard.at(-1)).toBe(`joined ${lin}`)
})

const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    who: fc.subarray([ada, lin, sam]),
    minutes: fc.integer({ min: 10, max: 30 }),
  }),
  fc.record({ kind: fc.constant('leave' as const), at: fc.nat(3), who: fc.constantFrom(ada, lin, sam) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('passes' as const), minutes: fc.nat(15) }),
)

test('whatever is done, those are watched who are in some subscription, and each is told once', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { clock, heard, subscriptions } = told()
      for (const one of steps) {
        const ids = subscriptions.all().map(({ id }) => id)
        if (one.kind === 'add') subscriptions.add(one.who, one.minutes)
        else if (one.kind === 'passes') clock.advance(one.minutes * MINUTE_MS)
        else if (one.kind === 'remove') subscriptions.remove(ids[one.at] ?? '')
        else subscriptions.leave(ids[one.at] ?? '', one.who)

        const members = new Set(subscriptions.all().flatMap(({ uris }) => Array.from(uris.keys())))
        const watched = new Set<string>()
        for (const [, what = '', uri = ''] of heard.map(
          (line) => /^(watched|unwatched) (.+)$/.exec(line) ?? [],
        )) {
          if (what === 'watched') {
            expect(watched.has(uri)).toBe(false)
            watched.add(uri)
          } else watched.delete(uri)
        }
        expect(new Set(Array.from(watched, (uri) => uri.toLowerCase()))).toEqual(members)
        expect(new Set(subscriptions.watchedUris())).toEqual(watched)
      }
    }),
  ))
