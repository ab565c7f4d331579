import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { toSipUri } from '../ucwa/hal.ts'
import type { Alert, PresenceTold } from './alerts.ts'
import { createAlertsBook, type AlertWord, type Telling } from './alerts-book.ts'
import { TOLD_WITHIN_MS } from './timing.ts'

const DANA = toSipUri('sip:dana@contoso.com')
const AWAY: PresenceTold = { availability: 'Away', activity: null }
const ONLINE: PresenceTold = { availability: 'Online', activity: null }
const alert: Alert = { who: DANA, name: 'Dana', when: 'available', hasSound: false }

/** Two tabs of one person, as a line joins them: what one says the other hears when it is delivered. */
function twoTabs(first: Alert = alert, walls: ReadonlySet<number> = new Set()) {
  const clock = createHandTurnedClock()
  let leader = 0
  let ids = 0
  let kept: readonly Alert[] = [first]
  const words: { readonly to: number; readonly word: AlertWord }[] = []
  const own: Telling[] = []
  const listed: Telling[][] = [[], []]
  const tabs = [0, 1].map((tab) =>
    createAlertsBook({
      clock,
      uniqueId: () => String((ids += 1)),
      isLeading: () => leader === tab,
      isQuiet: () => false,
      canRing: () => !walls.has(tab),
      knownOf: () => null,
      onAlerts: () => undefined,
      keep: (alerts) => {
        kept = alerts
      },
      onTelling: (telling, isOwn) => {
        listed[tab]?.push(telling)
        if (isOwn) own.push(telling)
      },
      onRing: (telling) => own.push(telling),
      say: (word) => words.push({ to: 1 - tab, word }),
    }),
  )
  for (const tab of tabs) tab.begin([first])
  return {
    clock,
    own,
    listed,
    kept: () => kept,
    read: (tab: number, presence: PresenceTold) => tabs[tab]?.read(DANA, presence),
    deliver: () => {
      while (words.length > 0) {
        for (const { to, word } of words.splice(0)) if (word.kind !== 'alertsSeen') tabs[to]?.heard(word)
      }
    },
    /** The leader goes; what it has said arrives. */
    handOver: () => {
      leader = 1
      tabs[1]?.lead()
    },
  }
}

test('both tabs list it, and only the one that leads tells it beyond the page', () => {
  const run = twoTabs()
  for (const tab of [0, 1]) run.read(tab, AWAY)
  for (const tab of [0, 1]) run.read(tab, ONLINE)
  run.deliver()
  expect(run.own).toHaveLength(1)
  expect(run.listed.map((list) => list.length)).toEqual([1, 1])
})

test.each([
  ['leads, the other', [0], 1],
  ['follows, the leader', [1], 1],
  ['leads and another follows, nobody', [0, 1], 0],
])('when a wall %s tells it beyond the page', (_, walls, times) => {
  const run = twoTabs(alert, new Set(walls))
  for (const tab of [0, 1]) run.read(tab, AWAY)
  for (const tab of [0, 1]) run.read(tab, ONLINE)
  run.deliver()
  expect(run.own).toHaveLength(times)
  expect(run.listed.map((list) => list.length)).toEqual([1, 1])
})

test('in whatever order two tabs read, hear and hand over, each change is told once', () => {
  const STEPS = ['leaderReads', 'followerReads', 'deliver', 'handOver'] as const
  fc.assert(
    fc.property(fc.shuffledSubarray([...STEPS], { minLength: STEPS.length }), (steps) => {
      const run = twoTabs()
      for (const tab of [0, 1]) run.read(tab, AWAY)
      let hasHandedOver = false
      for (const step of steps) {
        if (step === 'leaderReads' && !hasHandedOver) run.read(0, ONLINE) // a leader that has gone reads nothing
        if (step === 'followerReads') run.read(1, ONLINE)
        if (step === 'deliver') run.deliver()
        if (step === 'handOver') {
          run.deliver() // what it has said is on the line before it goes
          hasHandedOver = true
          run.handOver()
        }
      }
      run.deliver()
      expect(run.own).toHaveLength(1)
    }),
  )
})

test('what was found long before the leader went is no news', async () => {
  const run = twoTabs()
  for (const tab of [0, 1]) run.read(tab, AWAY)
  run.read(1, ONLINE)
  await run.clock.advance(TOLD_WITHIN_MS)
  run.handOver()
  expect(run.own).toEqual([])
})

test.each(['availableOnce', 'changeOnce'] as const)(
  'once told, who was to be told of once is watched no more: %s',
  (when) => {
    const run = twoTabs({ ...alert, when })
    for (const tab of [0, 1]) run.read(tab, AWAY)
    run.read(0, ONLINE)
    run.deliver()
    expect(run.kept()).toEqual([])
    for (const presence of [AWAY, ONLINE]) for (const tab of [0, 1]) run.read(tab, presence)
    expect(run.own).toHaveLength(1)
  },
)
