import { expect, test } from 'vitest'
import { LONGEST_WAIT_MS } from '../lib/patience.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { ConfigurationError } from '../ucwa/config.ts'
import { readConfiguration, type NotReached } from './read-configuration.ts'

const RIGHT = { status: 200, text: '{ "company": "Contoso" }' }

type Answer = typeof RIGHT | 'none'

/** A web server that answers the same until the test says otherwise. */
function reading(first: Answer) {
  const [page, clock, over] = [anExamplePage(), createHandTurnedClock(), new AbortController()]
  const told: NotReached[] = []
  let [answer, asked] = [first, 0]
  let tryNow = (): void => {}
  const read = readConfiguration(
    {
      ask: async () => {
        asked += 1
        if (answer === 'none') throw new TypeError('Failed to fetch')
        return answer
      },
      clock,
      page,
      onNotReached: (why, again) => {
        told.push(why)
        tryNow = again
      },
    },
    over.signal,
  )
  const ended = read.then(
    ({ company }) => company,
    (error: unknown) => error,
  )
  return {
    page,
    clock,
    told,
    ended,
    asked: () => asked,
    tryNow: () => tryNow(),
    answers: (next: Answer) => {
      answer = next
    },
    stop: () => over.abort(new Error('stopped')),
  }
}

test.each<[string, Answer, NotReached]>([
  ['nobody answers', 'none', { kind: 'noAnswer' }],
  ['the web server is being started', { status: 503, text: '<h1>' }, { kind: 'serverFailed', status: 503 }],
  ['a proxy finds no server', { status: 502, text: '' }, { kind: 'serverFailed', status: 502 }],
  ['the answer came too late', { status: 408, text: '' }, { kind: 'serverFailed', status: 408 }],
  ['too much is asked', { status: 429, text: '' }, { kind: 'serverFailed', status: 429 }],
])('when %s, it says so, and the board opens by itself later', async (_, answer, why) => {
  const { told, clock, answers, ended } = reading(answer)
  await settled()
  expect(told).toEqual([why])

  answers(RIGHT)
  await clock.advance(LONGEST_WAIT_MS)
  expect(await ended).toBe('Contoso')
  expect(clock.sleeping()).toBe(0)
})

test.each<[string, Answer, RegExp]>([
  ['there is no such file', { status: 404, text: '' }, /cannot be read: status 404/],
  ['it may not be read', { status: 403, text: '' }, /cannot be read: status 403/],
  ['it is not JSON', { status: 200, text: '<!doctype html>' }, /is not JSON/],
  ['it has a mistake', { status: 200, text: '{ "compny": "Contoso" }' }, /there is no such field/],
])('when %s, that is a mistake, and asked for no more', async (_, answer, sentence) => {
  const { told, clock, ended, asked } = reading(answer)
  const mistake = await ended
  expect(mistake).toBeInstanceOf(ConfigurationError)
  expect(String(mistake)).toMatch(sentence)
  expect(told).toEqual([])
  await clock.advance(LONGEST_WAIT_MS)
  expect(asked()).toBe(1)
})

test.each(['{ "password": "hunter2", }', '{ "password": hunter2 }', '{ "password": "hunter2" "name": "" }'])(
  'where the file is no JSON, what stands there is not told: %s',
  async (text) => {
    const told = String(await reading({ status: 200, text }).ended)
    expect(told).toMatch(/is not JSON: SyntaxError: /)
    expect(told).not.toMatch(/unter2|password/)
  },
)

test('the longer it lasts, the less often it asks, and never less than once a minute', async () => {
  const { clock, asked, stop, ended } = reading('none')
  await clock.advance(10_000)
  const atFirst = asked()
  expect(atFirst).toBeGreaterThan(3)
  await clock.advance(12 * 60 * 60_000)
  const before = asked()
  await clock.advance(10 * LONGEST_WAIT_MS)
  expect(asked() - before).toBe(10)
  stop()
  expect(String(await ended)).toContain('stopped')
  expect(clock.sleeping()).toBe(0)
})

test('back on the network, or told to, it asks at once', async () => {
  const { page, told, answers, asked, tryNow, ended } = reading('none')
  await settled()
  page.becomes({ isOnline: false })
  await settled()
  expect(told.at(-1)).toEqual({ kind: 'offline' })

  page.becomes({ isOnline: true })
  await settled()
  expect(told.at(-1)).toEqual({ kind: 'noAnswer' })
  expect(asked()).toBe(3)

  answers(RIGHT)
  tryNow()
  expect(await ended).toBe('Contoso')
})
