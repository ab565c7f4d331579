import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn } from '../lib/names-in.ts'
import type { Availability } from '../ucwa/availability.ts'
import { toSipUri } from '../ucwa/hal.ts'
import {
  alertsAfter,
  isAvailable,
  type Alert,
  type AlertWhen,
  type Change,
  type PresenceTold,
  type Watching,
} from './alerts.ts'

const DANA = toSipUri('sip:dana@contoso.com')
const SARA = toSipUri('sip:sara@contoso.com')
const alertFor = (who: Alert['who'], when: AlertWhen): Alert => ({ who, name: 'Dana', when, hasSound: false })

const AVAILABILITIES = [
  'Online',
  'IdleOnline',
  'Busy',
  'IdleBusy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offline',
  'Unknown',
] as const satisfies readonly Availability[]
const anyPresence: fc.Arbitrary<PresenceTold> = fc.record({
  availability: fc.constantFrom(...AVAILABILITIES),
  activity: fc.constantFrom(null, 'in-a-meeting', 'out-of-office'),
})
const anyWhen = fc.constantFrom(
  ...namesIn<AlertWhen>({ availableOnce: true, available: true, changeOnce: true, change: true }),
)

function run(when: AlertWhen, reads: readonly (PresenceTold | null)[]) {
  let watching: Watching = new Map([[DANA, { alert: alertFor(DANA, when), last: null }]])
  const changes: (Change | null)[] = []
  for (const presence of reads) {
    const after = alertsAfter(watching, { kind: 'read', who: DANA, presence })
    watching = after.watching
    changes.push(after.change)
  }
  const told = changes.filter((change) => change?.isAskedFor === true)
  return { watching, changes, told }
}

const isSaid = ({ availability, activity }: PresenceTold): boolean =>
  availability !== 'Unknown' || activity !== null

describe('laws', () => {
  test('who is asked about is told of exactly as often as they become available', () =>
    fc.assert(
      fc.property(fc.array(anyPresence), (reads) => {
        const said = reads.filter(isSaid)
        const became = said.filter((now, at) => {
          const before = said[at - 1]
          return before !== undefined && isAvailable(now) && !isAvailable(before)
        })
        expect(run('available', reads).told.map((change) => change?.presence)).toEqual(became)
        expect(run('availableOnce', reads).told.map((change) => change?.presence)).toEqual(became.slice(0, 1))
      }),
    ))

  test('of whatever changes one is told each time, or of the first alone, and watches them no more', () =>
    fc.assert(
      fc.property(fc.array(anyPresence), (reads) => {
        const each = run('change', reads).told
        const once = run('changeOnce', reads)
        expect(once.told.map((change) => change?.presence)).toEqual(
          each.slice(0, 1).map((change) => change?.presence),
        )
        expect(once.told.map((change) => change?.isOver)).toEqual(each.slice(0, 1).map(() => true))
        expect(once.watching.has(DANA)).toBe(each.length === 0)
      }),
    ))

  test('nothing is told on the first load, however somebody is', () =>
    fc.assert(
      fc.property(anyWhen, anyPresence, (when, presence) => {
        expect(run(when, [presence]).changes).toEqual([null])
      }),
    ))

  test('reading again what is known, as after every gap, tells nothing more', () =>
    fc.assert(
      fc.property(anyWhen, fc.array(anyPresence), fc.nat({ max: 3 }), (when, reads, times) => {
        const again = reads.flatMap((presence) => [
          presence,
          ...Array.from({ length: times }, () => presence),
        ])
        expect(run(when, again).told).toEqual(run(when, reads).told)
      }),
    ))

  test('no two changes in a row are the same', () =>
    fc.assert(
      fc.property(fc.array(anyPresence), (reads) => {
        const listed = run('change', reads).changes.flatMap((change) => change?.presence ?? [])
        for (const [at, presence] of listed.entries()) expect(listed[at + 1]).not.toEqual(presence)
      }),
    ))

  test('of whom nobody asked, nothing is told', () =>
    fc.assert(
      fc.property(anyWhen, fc.array(anyPresence), (when, reads) => {
        let watching: Watching = new Map([[SARA, { alert: alertFor(SARA, when), last: null }]])
        for (const presence of reads) {
          const after = alertsAfter(watching, { kind: 'read', who: DANA, presence })
          watching = after.watching
          expect(after.change).toBe(null)
        }
      }),
    ))
})

const AWAY: PresenceTold = { availability: 'Away', activity: null }
const ONLINE: PresenceTold = { availability: 'Online', activity: null }
const IDLE: PresenceTold = { availability: 'IdleOnline', activity: null }
const UNKNOWN: PresenceTold = { availability: 'Unknown', activity: null }
const MEETING: PresenceTold = { availability: 'Busy', activity: 'in-a-meeting' }

test.each<[string, AlertWhen, readonly (PresenceTold | null)[], number]>([
  ['they become available', 'available', [AWAY, ONLINE], 1],
  ['they are so already', 'available', [ONLINE, ONLINE], 0],
  ['they become available, idle', 'available', [AWAY, IDLE], 1],
  ['they come back from idle', 'available', [IDLE, ONLINE], 0],
  ['they become available twice', 'available', [AWAY, ONLINE, AWAY, ONLINE], 2],
  ['they become available twice, and once was asked for', 'availableOnce', [AWAY, ONLINE, AWAY, ONLINE], 1],
  ['they leave', 'available', [ONLINE, AWAY], 0],
  ['they leave, and everything was asked for', 'change', [ONLINE, AWAY], 1],
  ['they leave and come back, and the next change was asked for', 'changeOnce', [ONLINE, AWAY, ONLINE], 1],
  ['a meeting begins, and everything was asked for', 'change', [AWAY, MEETING], 1],
  ['nothing is known of them for a while', 'change', [ONLINE, UNKNOWN, ONLINE], 0],
  ['there is no presence of theirs for a while', 'change', [ONLINE, null, ONLINE], 0],
  ['they have left when there is a presence of theirs again', 'change', [ONLINE, null, AWAY], 1],
])('when %s', (_, when, reads, times) => {
  expect(run(when, reads).told).toHaveLength(times)
})

test('who is watched anew is known by what the board shows of them', () => {
  const { watching } = alertsAfter(new Map(), {
    kind: 'watch',
    alert: alertFor(DANA, 'available'),
    known: AWAY,
  })
  const { change } = alertsAfter(watching, { kind: 'read', who: DANA, presence: ONLINE })
  expect(change?.isAskedFor).toBe(true)
})

test('asking otherwise forgets nothing that is known', () => {
  const first = run('availableOnce', [AWAY]).watching
  const { watching } = alertsAfter(first, {
    kind: 'watch',
    alert: alertFor(DANA, 'available'),
    known: ONLINE,
  })
  expect(alertsAfter(watching, { kind: 'read', who: DANA, presence: ONLINE }).change?.isAskedFor).toBe(true)
})

test('who is watched no more is no news', () => {
  const { watching } = alertsAfter(run('available', [AWAY]).watching, { kind: 'unwatch', who: DANA })
  expect(alertsAfter(watching, { kind: 'read', who: DANA, presence: ONLINE }).change).toBe(null)
})
