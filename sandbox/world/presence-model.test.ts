import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aggregate,
  availabilityOf,
  AWAY_TIMEOUT_MS,
  locationAt,
  MANUAL_BUSY_LIFE_MS,
  nextTurnAtMs,
  type Endpoint,
  type PresenceState,
} from './presence-model.ts'
import type { Availability, PreferredAvailability } from './world-model.ts'

const NOW_MS = 1_000_000_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const nobody: PresenceState = {
  endpoints: [],
  manual: null,
  meetings: [],
  isOutOfOffice: false,
  lastActiveAtMs: null,
}
const application = (unusedMs: number, more: Partial<Endpoint> = {}): Endpoint => ({
  deviceType: 'Web',
  lastUsedAtMs: NOW_MS - unusedMs,
  machine: { kind: 'timed', inactiveTimeoutMs: 5 * MINUTE_MS },
  call: null,
  isPresenting: false,
  modalities: [],
  location: null,
  ...more,
})
const ACTIVE = application(0)
const IDLE = application(6 * MINUTE_MS)
const AWAY = application(11 * MINUTE_MS)
const on = (...endpoints: readonly Endpoint[]): PresenceState => ({ ...nobody, endpoints })
const chose = (
  availability: PreferredAvailability,
  state: PresenceState,
  activity: string | null = null,
): PresenceState => ({ ...state, manual: { availability, activity, setAtMs: NOW_MS } })
const meeting = (state: PresenceState, fromMs: number, toMs: number): PresenceState => ({
  ...state,
  meetings: [{ startAtMs: NOW_MS + fromMs, endAtMs: NOW_MS + toMs }],
})
const inMeeting = (state: PresenceState): PresenceState => meeting(state, -HOUR_MS, HOUR_MS)
const outOfOffice = (state: PresenceState): PresenceState => ({ ...state, isOutOfOffice: true })
const onPhone = { call: 'on-the-phone' } as const
const inConference = { call: 'in-a-conference' } as const

describe('the aggregate', () => {
  test.each<[string, PresenceState, number, string | null]>([
    ['no endpoint is live', nobody, 18_500, null],
    ['no endpoint is live, whatever was chosen', chose('Away', nobody), 18_500, null],
    ['signed out and out of office', outOfOffice(nobody), 18_500, null],
    ['a machine is active', on(ACTIVE), 3500, null],
    ['the machine is idle', on(IDLE), 5000, null],
    ['the machine is away', on(AWAY), 15_500, null],
    ['one of several is active', on(AWAY, ACTIVE, IDLE), 3500, null],
    ['Do Not Disturb is chosen', chose('DoNotDisturb', on(AWAY)), 9500, null],
    [
      'Do Not Disturb is chosen while on the phone',
      chose('DoNotDisturb', on({ ...ACTIVE, ...onPhone })),
      9500,
      null,
    ],
    ['Be Right Back is chosen', chose('BeRightBack', on(ACTIVE)), 12_500, null],
    ['Away is chosen', chose('Away', on(ACTIVE)), 15_500, null],
    ['Off Work is chosen', chose('Offwork', on(ACTIVE)), 15_500, 'off-work'],
    ['the screen is shared', on({ ...ACTIVE, isPresenting: true }), 9500, 'presenting'],
    [
      'the screen is shared, Online chosen',
      chose('Online', on({ ...ACTIVE, isPresenting: true })),
      9500,
      'presenting',
    ],
    ['Online is chosen', chose('Online', on(ACTIVE)), 3500, null],
    ['Online is chosen and the machine idle', chose('Online', on(IDLE)), 3500, null],
    ['Online is chosen and the machine away', chose('Online', on(AWAY)), 15_500, null],
    ['Online is chosen in a meeting', chose('Online', inMeeting(on(ACTIVE))), 3500, null],
    ['Busy is chosen', chose('Busy', on(ACTIVE)), 6500, null],
    ['Busy is chosen and the machine idle', chose('Busy', on(IDLE)), 8000, null],
    ['Busy is chosen and the machine away', chose('Busy', on(AWAY)), 15_500, null],
    ['on the phone', on({ ...ACTIVE, ...onPhone }), 6500, 'on-the-phone'],
    ['on the phone, at an idle machine', on({ ...IDLE, ...onPhone }), 8000, 'on-the-phone'],
    ['on the phone, at a machine away', on({ ...AWAY, ...onPhone }), 15_500, null],
    ['in a conference', on({ ...ACTIVE, ...inConference }), 7000, 'in-a-conference'],
    ['in a meeting', inMeeting(on(ACTIVE)), 6500, 'in-a-meeting'],
    ['in a meeting, idle', inMeeting(on(IDLE)), 8000, 'in-a-meeting'],
    ['on the phone in a meeting', inMeeting(on({ ...ACTIVE, ...onPhone })), 6500, 'on-the-phone'],
    ['in a conference in a meeting', inMeeting(on({ ...ACTIVE, ...inConference })), 7000, 'in-a-conference'],
    ['a meeting begins', meeting(on(ACTIVE), 0, HOUR_MS), 6500, 'in-a-meeting'],
    ['a meeting has just ended', meeting(on(ACTIVE), -HOUR_MS, 0), 3500, null],
    ['out of office, and there', outOfOffice(on(ACTIVE)), 3500, null],
    ['out of office, and away', outOfOffice(on(AWAY)), 15_500, 'out-of-office'],
    ['a text of their own is set with Online', chose('Online', on(ACTIVE), 'In the lab'), 3500, 'In the lab'],
    ['a text set with Online, and away', chose('Online', on(AWAY), 'In the lab'), 15_500, null],
    [
      'a text set with Busy, and idle',
      chose('Busy', on(IDLE), 'Closing the books'),
      8000,
      'Closing the books',
    ],
    [
      'a text set with Busy, on the phone',
      chose('Busy', on({ ...ACTIVE, ...onPhone }), 'x'),
      6500,
      'on-the-phone',
    ],
  ])('when %s', (_, state, number, activity) => {
    expect(aggregate(state, NOW_MS, 'general')).toMatchObject({ number, activity })
  })

  test('when Do Not Disturb is chosen, those who may interrupt see Busy, urgent interruptions only', () => {
    expect(aggregate(chose('DoNotDisturb', on(IDLE)), NOW_MS, 'workgroup')).toMatchObject({
      availability: 'Busy',
      activity: 'urgent-interruptions-only',
    })
  })

  test('takes device type from the most active endpoint, of equals from the one used last', () => {
    const mobile = application(7 * MINUTE_MS, { deviceType: 'Mobile' })
    const pc = application(6 * MINUTE_MS, { deviceType: 'PC' })
    expect(aggregate(on(mobile, pc, AWAY), NOW_MS, 'general').deviceType).toBe('PC')
    expect(aggregate(on(mobile, ACTIVE), NOW_MS, 'general').deviceType).toBe('Web')
    expect(aggregate(nobody, NOW_MS, 'general').deviceType).toBe('Unknown')
  })

  test('tells when a device was last used, once none is', () => {
    expect(aggregate(on(ACTIVE), NOW_MS, 'general').lastActiveAtMs).toBeNull()
    expect(aggregate(on(IDLE, AWAY), NOW_MS, 'general').lastActiveAtMs).toBe(NOW_MS - 6 * MINUTE_MS)
    const left = { ...nobody, lastActiveAtMs: NOW_MS - HOUR_MS }
    expect(aggregate(left, NOW_MS, 'general').lastActiveAtMs).toBe(NOW_MS - HOUR_MS)
  })

  test.each<[number, Availability]>([
    [0, 'Online'],
    [4499, 'Online'],
    [4500, 'IdleOnline'],
    [5999, 'IdleOnline'],
    [6000, 'Busy'],
    [7499, 'Busy'],
    [7500, 'IdleBusy'],
    [8999, 'IdleBusy'],
    [9000, 'DoNotDisturb'],
    [11_999, 'DoNotDisturb'],
    [12_000, 'BeRightBack'],
    [14_999, 'BeRightBack'],
    [15_000, 'Away'],
    [17_999, 'Away'],
    [18_000, 'Offline'],
    [99_999, 'Offline'],
  ])('names the band of %d %s', (number, availability) => {
    expect(availabilityOf(number)).toBe(availability)
  })
})

describe('time', () => {
  test.each<[string, number, Availability]>([
    ['just before five minutes', 5 * MINUTE_MS - 1, 'Online'],
    ['at five minutes', 5 * MINUTE_MS, 'IdleOnline'],
    ['just before ten', 10 * MINUTE_MS - 1, 'IdleOnline'],
    ['at ten', 5 * MINUTE_MS + AWAY_TIMEOUT_MS, 'Away'],
  ])('makes an application unused idle and away: %s', (_, unusedMs, availability) => {
    expect(aggregate(on(application(unusedMs)), NOW_MS, 'general').availability).toBe(availability)
  })

  test('leaves a machine as it was told, however long ago', () => {
    const desk = application(99 * HOUR_MS, { machine: { kind: 'told', state: 'active' } })
    expect(aggregate(on(desk), NOW_MS, 'general').availability).toBe('Online')
    expect(nextTurnAtMs(on(desk), NOW_MS)).toBeNull()
  })

  test.each<[PreferredAvailability, boolean]>([
    ['Busy', true],
    ['DoNotDisturb', true],
    ['Online', false],
    ['BeRightBack', false],
    ['Away', false],
    ['Offwork', false],
  ])('ends a choice of %s after a day: %s', (availability, lapses) => {
    const desk = application(0, { machine: { kind: 'told', state: 'active' } })
    const chosen = chose(availability, on(desk))
    const before = aggregate(chosen, NOW_MS + MANUAL_BUSY_LIFE_MS - 1, 'general')
    const after = aggregate(chosen, NOW_MS + MANUAL_BUSY_LIFE_MS, 'general')
    expect(after.number).toBe(lapses ? 3500 : before.number)
  })
})

describe('the location', () => {
  const at = (text: string, turn: number, endpoint: Endpoint): Endpoint => ({
    ...endpoint,
    location: { text, turn },
  })

  test.each<[string, readonly Endpoint[], string | null]>([
    ['nobody has said', [ACTIVE], null],
    ['only one has said, away though it is', [ACTIVE, at('Home', 1, AWAY)], 'Home'],
    ['the most active said so before another did', [at('Home', 2, IDLE), at('Office', 1, ACTIVE)], 'Office'],
    ['both are active', [at('Home', 2, ACTIVE), at('Office', 1, ACTIVE)], 'Home'],
    ['the last word was that it is nobody’s business', [at('', 2, ACTIVE), at('Office', 1, ACTIVE)], ''],
  ])('when %s', (_, all, expected) => {
    expect(locationAt(all, NOW_MS)).toBe(expected)
    expect(locationAt(all.toReversed(), NOW_MS)).toBe(expected)
  })
})

const minutes = fc.integer({ min: -30, max: 30 }).map((count) => NOW_MS + count * MINUTE_MS)
const endpoints: fc.Arbitrary<Endpoint> = fc.record({
  deviceType: fc.constantFrom('PC', 'Mobile', 'Web', 'DeskPhone'),
  lastUsedAtMs: fc.integer({ min: 0, max: 30 }).map((count) => NOW_MS - count * MINUTE_MS),
  machine: fc.oneof(
    fc.record({
      kind: fc.constant('timed' as const),
      inactiveTimeoutMs: fc.integer({ min: 1, max: 20 }).map((count) => count * MINUTE_MS),
    }),
    fc.record({ kind: fc.constant('told' as const), state: fc.constantFrom('active', 'idle', 'away') }),
  ),
  call: fc.constantFrom(null, 'on-the-phone', 'in-a-conference'),
  isPresenting: fc.boolean(),
  modalities: fc.constant([]),
  location: fc.option(fc.record({ text: fc.string(), turn: fc.nat() })),
})
const states: fc.Arbitrary<PresenceState> = fc.record({
  endpoints: fc.array(endpoints, { maxLength: 3 }),
  manual: fc.option(
    fc.record({
      availability: fc.constantFrom('Online', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offwork'),
      activity: fc.constantFrom(null, 'In the lab'),
      setAtMs: minutes.map((atMs) => atMs - MANUAL_BUSY_LIFE_MS),
    }),
  ),
  meetings: fc.array(fc.record({ startAtMs: minutes, endAtMs: fc.oneof(minutes, fc.constant(Infinity)) }), {
    maxLength: 2,
  }),
  isOutOfOffice: fc.boolean(),
  lastActiveAtMs: fc.option(minutes),
})
const scripts = fc.constantFrom('general' as const, 'workgroup' as const)

describe('whatever the states of a person', () => {
  test('they are Offline exactly when no endpoint is live, and then say nothing', () =>
    fc.assert(
      fc.property(states, scripts, (state, script) => {
        const { availability, activity, deviceType } = aggregate(state, NOW_MS, script)
        expect(availability === 'Offline').toBe(state.endpoints.length === 0)
        if (availability === 'Offline') expect([activity, deviceType]).toEqual([null, 'Unknown'])
      }),
    ))

  test('both runs of the script differ only where Do Not Disturb was chosen', () =>
    fc.assert(
      fc.property(states, (state) => {
        const [general, workgroup] = [
          aggregate(state, NOW_MS, 'general'),
          aggregate(state, NOW_MS, 'workgroup'),
        ]
        if (general.number !== 9500) expect(workgroup).toEqual(general)
        else expect(['DoNotDisturb', 'Busy']).toContain(workgroup.availability)
      }),
    ))

  test('the order of endpoints does not matter', () =>
    fc.assert(
      fc.property(states, scripts, (state, script) => {
        const reversed = { ...state, endpoints: state.endpoints.toReversed() }
        const { deviceType: _, ...forwards } = aggregate(state, NOW_MS, script)
        expect(aggregate(reversed, NOW_MS, script)).toMatchObject(forwards)
      }),
    ))

  test('nothing changes before the next turn that was announced', () =>
    fc.assert(
      fc.property(
        states,
        scripts,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (state, script, part) => {
          const turnAtMs = nextTurnAtMs(state, NOW_MS)
          const untilMs = turnAtMs ?? NOW_MS + 100 * HOUR_MS
          const betweenMs = NOW_MS + Math.floor((untilMs - NOW_MS) * part)
          expect(untilMs).toBeGreaterThan(NOW_MS)
          expect(aggregate(state, betweenMs, script)).toEqual(aggregate(state, NOW_MS, script))
          expect(locationAt(state.endpoints, betweenMs)).toBe(locationAt(state.endpoints, NOW_MS))
        },
      ),
    ))
})
