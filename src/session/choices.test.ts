import { describe, expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { NO_REASON } from '../ucwa/errors.ts'
import { createChoices } from './choices.ts'
import { createEndings, type EndingChoice, type Endings } from './endings.ts'
import type { Choice, Publication } from './publication.ts'

const BUSY: EndingChoice = { resource: 'presence', wanted: 'Busy' }
const PLACE: Choice = { resource: 'location', wanted: 'Copenhagen' }
const HOUR_MS = 3_600_000

function choosing() {
  const clock = createHandTurnedClock()
  const sent: Choice[] = []
  let now: Endings = { planned: [], late: [] }
  let newest: Publication | null = null
  let isStale = false
  const endings = createEndings({ clock, publish: () => {}, onChange: (to) => (now = to) })
  const choices = createChoices({
    mayWrite: () => !isStale,
    publish: (those) => sent.push(...those),
    newest: () => newest,
    plan: endings.plan,
    endOfRefused: endings.endOfRefused,
  })
  return {
    ...choices,
    sent,
    planned: () => now.planned.map(({ choice, atMs }) => ({ choice, atMs })),
    goesStale: () => (isStale = true),
    becomes: (choice: Choice, state: Publication['state']) => {
      const failure = { kind: 'refused' as const, status: 409, reason: NO_REASON }
      newest = { choice, state, failure: state === 'refused' ? failure : null, beganAtMs: clock.now() }
      endings.published(newest)
    },
  }
}

describe('what the person chooses', () => {
  test('is published, to end when they said', () => {
    const run = choosing()
    run.publish([BUSY], HOUR_MS)
    expect(run.sent).toEqual([BUSY])
    expect(run.planned()).toEqual([{ choice: BUSY, atMs: HOUR_MS }])
  })

  test('is not begun while the page is stale, and nothing is planned for it', () => {
    const run = choosing()
    run.goesStale()
    run.publish([BUSY], HOUR_MS)
    run.publish([PLACE], null)
    expect(run.sent).toEqual([])
    expect(run.planned()).toEqual([])
  })

  test('is not tried again while the page is stale', () => {
    const run = choosing()
    run.becomes(BUSY, 'refused')
    run.goesStale()
    run.tryAgain('presence')
    expect(run.sent).toEqual([])
  })

  test('tried again after a refusal ends when it was to end', () => {
    const run = choosing()
    run.publish([BUSY], HOUR_MS)
    run.becomes(BUSY, 'sending')
    run.becomes(BUSY, 'refused')
    expect(run.planned()).toEqual([])
    run.tryAgain('presence')
    expect(run.sent).toHaveLength(2)
    expect(run.planned()).toEqual([{ choice: run.sent[1], atMs: HOUR_MS }])
  })

  test('tried again and refused once more still ends when it was to end', () => {
    const run = choosing()
    run.publish([BUSY], HOUR_MS)
    run.becomes(BUSY, 'refused')
    run.tryAgain('presence')
    const second = run.sent[1] ?? PLACE
    run.becomes(second, 'sending')
    run.becomes(second, 'refused')
    run.tryAgain('presence')
    expect(run.planned()).toEqual([{ choice: run.sent[2], atMs: HOUR_MS }])
  })

  test('ends by no time of another choice', () => {
    const run = choosing()
    run.publish([BUSY], HOUR_MS)
    run.becomes(BUSY, 'refused')
    const away: Choice = { resource: 'presence', wanted: 'Away' }
    run.publish([away], null)
    run.becomes(away, 'sending')
    run.becomes(away, 'refused')
    run.tryAgain('presence')
    expect(run.planned()).toEqual([])
  })

  test('is not tried again unless it was refused', () => {
    const run = choosing()
    run.becomes(BUSY, 'confirmed')
    run.tryAgain('presence')
    expect(run.sent).toEqual([])
  })
})
