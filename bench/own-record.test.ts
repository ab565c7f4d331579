import { describe, expect, test } from 'vitest'

import { doubledIn, lostIn, sentBy, type Choice, type OwnRecord, type Seen } from './own-record.ts'

/** What the server had, in the order of time: [from that moment on, that note]. Looked at every 100 ms. */
function looks(untilMs: number, ...notes: readonly (readonly [fromMs: number, note: string | null])[]) {
  const seen: Seen[] = []
  for (let atMs = 0; atMs <= untilMs; atMs += 100)
    seen.push({ atMs, presence: null, note: notes.findLast(([fromMs]) => fromMs <= atMs)?.[1] ?? null })
  return seen
}

const chosen = (wanted: string, atMs: number, told: Choice['told'], toldAtMs: number | null): Choice => ({
  resource: 'note',
  wanted,
  atMs,
  told,
  toldAtMs,
})
const sent = (wanted: string, atMs: number) => ({ resource: 'note' as const, wanted, atMs })
const record = (of: Partial<OwnRecord>): OwnRecord => ({ choices: [], sent: [], seen: [], ...of })

describe('a choice is lost', () => {
  test.each<[string, OwnRecord, number]>([
    [
      'never, when the screen called it published and the server had it',
      record({ choices: [chosen('A', 1000, 'published', 2000)], seen: looks(5000, [1500, 'A']) }),
      0,
    ],
    [
      'never, when the server had it and somebody else took its place before the screen spoke',
      record({
        choices: [chosen('A', 1000, 'published', 4000)],
        seen: looks(5000, [1500, 'A'], [2000, 'B']),
      }),
      0,
    ],
    [
      'when the screen called it published and the server never had it',
      record({ choices: [chosen('A', 1000, 'published', 2000)], seen: looks(5000) }),
      1,
    ],
    [
      'when the server had it before it was chosen, and never after',
      record({ choices: [chosen('A', 1000, 'published', 2000)], seen: looks(5000, [0, 'A'], [900, null]) }),
      1,
    ],
    [
      'when the server had it long after the screen said so',
      record({ choices: [chosen('A', 1000, 'published', 2000)], seen: looks(9000, [8000, 'A']) }),
      1,
    ],
    [
      'when it is the last one, and nothing was ever said of it',
      record({ choices: [chosen('A', 1000, null, null)], seen: looks(5000, [1500, 'A']) }),
      1,
    ],
    [
      'not when a newer one followed at once, and nothing was said of it',
      record({
        choices: [chosen('A', 1000, null, null), chosen('B', 1200, 'published', 2000)],
        seen: looks(5000, [1500, 'B']),
      }),
      0,
    ],
    [
      'not when the person was told that it was refused',
      record({ choices: [chosen('A', 1000, 'refused', 2000)], seen: looks(5000) }),
      0,
    ],
  ])('%s', (_, of, count) => {
    expect(lostIn(of)).toHaveLength(count)
  })
})

describe('a choice is doubled', () => {
  test.each<[string, OwnRecord, number]>([
    [
      'never, when it was sent once',
      record({ choices: [chosen('A', 1000, 'published', 2000)], sent: [sent('A', 1000)] }),
      0,
    ],
    [
      'when it was sent again though the server had it all along',
      record({
        choices: [chosen('A', 1000, 'published', 4000)],
        sent: [sent('A', 1000), sent('A', 3000)],
        seen: looks(5000, [1500, 'A']),
      }),
      1,
    ],
    [
      'not when it was sent again because the first did not take',
      record({
        choices: [chosen('A', 1000, 'published', 4000)],
        sent: [sent('A', 1000), sent('A', 3000)],
        seen: looks(5000, [3500, 'A']),
      }),
      0,
    ],
    [
      'not when the person chose the same once more',
      record({
        choices: [chosen('A', 1000, 'published', 2000), chosen('A', 2900, 'published', 3500)],
        sent: [sent('A', 1000), sent('A', 3000)],
        seen: looks(5000, [1500, 'A']),
      }),
      0,
    ],
    [
      'when it was sent after the newer one that had replaced it',
      record({
        choices: [chosen('A', 1000, null, null), chosen('B', 2000, 'published', 2500)],
        sent: [sent('A', 1000), sent('B', 2000), sent('A', 3000)],
        seen: looks(5000, [1500, 'A'], [2200, 'B']),
      }),
      1,
    ],
    [
      'not when the person went back to it',
      record({
        choices: [
          chosen('A', 1000, null, null),
          chosen('B', 2000, 'published', 2500),
          chosen('A', 2900, 'published', 4000),
        ],
        sent: [sent('A', 1000), sent('B', 2000), sent('A', 3000)],
        seen: looks(5000, [1500, 'A'], [2200, 'B'], [3200, 'A']),
      }),
      0,
    ],
    [
      'never by what another resource was sent',
      record({
        choices: [chosen('Busy', 1000, 'published', 2000)],
        sent: [sent('Busy', 1000), { resource: 'presence', wanted: 'Busy', atMs: 3000 }],
        seen: looks(5000, [1500, 'Busy']),
      }),
      0,
    ],
  ])('%s', (_, of, count) => {
    expect(doubledIn(of)).toHaveLength(count)
  })
})

describe('what publishes', () => {
  const asked = (method: string, path: string, body: unknown) => ({
    method: () => method,
    url: () => `https://lyncweb.contoso.com/ucwa/oauth/v1/applications/101${path}`,
    postDataJSON: () => body,
  })
  test.each<[string, ReturnType<typeof asked>, object | null]>([
    ['a note is', asked('POST', '/me/note', { message: 'A' }), { resource: 'note', wanted: 'A', atMs: 7 }],
    [
      'an availability is, in whatever case',
      asked('POST', '/me/presence?x=1', { Availability: 'Busy' }),
      { resource: 'presence', wanted: 'Busy', atMs: 7 },
    ],
    ['a reading of it is not', asked('GET', '/me/note', null), null],
    ['a reset is not', asked('POST', '/me/presence', null), null],
    ['a report of activity is not', asked('POST', '/me/reportMyActivity', {}), null],
  ])('%s', (_, request, expected) => {
    expect(sentBy(request, 7)).toEqual(expected)
  })
})
