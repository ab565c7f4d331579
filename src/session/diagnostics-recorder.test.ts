import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHeardPackage, anAskedRequest, aTrouble } from '../testing/diagnostics-examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { anHref } from '../testing/examples.ts'
import { NO_REASON, type UcwaFailure } from '../ucwa/errors.ts'
import type { ChannelState } from './channel-state.ts'
import { CHART_MINUTES, nothingRecorded, TOKEN_REL } from './diagnostics.ts'
import { createDiagnosticsRecorder } from './diagnostics-recorder.ts'

const FAILED: UcwaFailure = {
  kind: 'serverFailed',
  status: 503,
  retryAfterMs: 0,
  reason: { ...NO_REASON, message: 'dana@contoso.com cannot be served', server: 'lync-fe02.contoso.com' },
}

function recording() {
  const clock = createHandTurnedClock()
  let known = nothingRecorded(clock.now())
  const recorder = createDiagnosticsRecorder(clock, (diagnostics) => {
    known = diagnostics
  })
  return { clock, recorder, known: () => known, kinds: () => known.happened.map(({ kind }) => kind) }
}

const listening = (heard = false, isProven = true): ChannelState => ({
  kind: 'listening',
  next: anHref(),
  heard: heard ? aHeardPackage() : null,
  failures: 0,
  isProven,
  wasReplaced: false,
})
const paused: ChannelState = {
  kind: 'paused',
  because: FAILED,
  atLeastMs: 0,
  retry: { kind: 'opening', failures: 1, because: FAILED, isLocated: false },
}

describe('the channel', () => {
  test('is live once, however many polls follow', () => {
    const { recorder, kinds } = recording()
    for (const heard of [false, false, false]) recorder.channelBecame(listening(heard))
    expect(kinds()).toEqual(['live'])
  })

  test('says when it was answered last, and by when it will be next', async () => {
    const { clock, recorder, known } = recording()
    recorder.channelBecame(listening())
    await clock.advance(12_000)
    recorder.channelBecame(listening(true))
    await clock.advance(1000)
    const { lastAnswer, dueByMs } = known().channel
    expect(lastAnswer).toEqual({ atMs: clock.now() - 1000, events: 1, gap: false })
    expect(dueByMs).toBe(clock.now() - 1000 + 180_000)
  })

  test('an interruption lasts from the first failure to the next time it is live', async () => {
    const { clock, recorder, known, kinds } = recording()
    recorder.channelBecame(listening())
    const fromMs = clock.now()
    recorder.channelBecame(paused)
    await clock.advance(38_000)
    recorder.channelBecame(paused)
    recorder.channelBecame(listening())
    expect(known().interruptions).toMatchObject([{ fromMs, toMs: fromMs + 38_000 }])
    expect(kinds()).toEqual(['live', 'interrupted', 'liveAgain'])
  })

  test('polls that do not hold end no interruption', () => {
    const { recorder, known } = recording()
    recorder.channelBecame(listening())
    recorder.channelBecame(paused)
    recorder.channelBecame(listening(false, false))
    expect(known().interruptions).toMatchObject([{ toMs: null }])
  })

  test('who is named in a failure is left out', () => {
    const { recorder, known } = recording()
    recorder.channelBecame(paused)
    expect(JSON.stringify([...known().happened, ...known().interruptions])).not.toContain('dana')
  })
})

describe('requests', () => {
  test('are counted by rel, and the parts of a batch by theirs', () => {
    const { recorder, known } = recording()
    recorder.asked(anAskedRequest({ rel: 'batch', parts: ['contactNote', 'contactPresence', 'contactNote'] }))
    recorder.asked(anAskedRequest({ rel: 'events' }))
    const { total, batches, byRel } = known().requests
    expect([total, batches, Object.fromEntries(byRel)]).toEqual([
      2,
      1,
      { batch: 1, contactNote: 2, contactPresence: 1, events: 1 },
    ])
  })

  test('are forgotten by the minute once the chart has moved on', async () => {
    const { clock, recorder, known } = recording()
    for (let minute = 0; minute < CHART_MINUTES * 3; minute += 1) {
      recorder.asked(anAskedRequest())
      await clock.advance(60_000)
    }
    expect(known().requests.byMinute.size).toBe(CHART_MINUTES)
  })

  test('trouble is solved by the same question answered, not by another', async () => {
    const { clock, recorder, known } = recording()
    recorder.asked(anAskedRequest({ rel: 'batch', trouble: aTrouble({ rel: 'contactPresence' }) }))
    await clock.advance(5000)
    recorder.asked(anAskedRequest({ rel: 'me' }))
    expect(known().lastTrouble?.solvedAtMs).toBe(null)
    recorder.asked(anAskedRequest({ rel: 'batch', parts: ['contactPresence'] }))
    expect(known().lastTrouble?.solvedAtMs).toBe(clock.now())
  })

  test('a token is the first, and a renewal from then on until signed out', () => {
    const { recorder, known } = recording()
    recorder.signInBegan()
    recorder.asked(anAskedRequest({ rel: TOKEN_REL, trouble: aTrouble() }))
    expect(known().token).toBe(null)
    for (let asked = 0; asked < 2; asked += 1) recorder.asked(anAskedRequest({ rel: TOKEN_REL }))
    expect(known().token).toMatchObject({ renewals: 1, expiresAtMs: null })
    recorder.tokenEnds(28_800_000)
    expect(known().token?.expiresAtMs).toBe(28_800_000)
    recorder.tokenEnds(Number.POSITIVE_INFINITY)
    expect(known().token?.expiresAtMs).toBe(null)
    recorder.signedOut()
    expect(known().token).toBe(null)
  })
})

test('a new sign-in forgets the one before, but not what happened', () => {
  const { recorder, known, kinds } = recording()
  recorder.signInBegan()
  recorder.asked(anAskedRequest({ trouble: aTrouble() }))
  recorder.channelBecame(listening())
  recorder.signInBegan()
  expect(known()).toMatchObject({ lastTrouble: null, interruptions: [], channel: { state: null } })
  expect([known().requests.total, kinds()]).toEqual([1, ['signInBegan', 'live', 'signInBegan']])
})

test('the record stays small, however long the page is open', () =>
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 200, maxLength: 400 }), (isOut) => {
      const { recorder, known } = recording()
      for (const out of isOut) recorder.channelBecame(out ? paused : listening(true))
      expect(known().happened.length).toBeLessThanOrEqual(100)
      expect(known().interruptions.length).toBeLessThanOrEqual(50)
    }),
    { numRuns: 20 },
  ))

test('the other tabs are told only when there is news of them', () => {
  const { recorder, known } = recording()
  recorder.tabs({ tabs: 2, isLeader: true })
  const before = known()
  recorder.tabs({ tabs: 2, isLeader: true })
  expect(known()).toBe(before)
  recorder.tabs({ tabs: 2, isLeader: false })
  expect(known().tabs).toEqual({ tabs: 2, isLeader: false })
})
