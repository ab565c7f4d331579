import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST_WAIT_MS } from '../lib/patience.ts'
import { anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import {
  batchAnswer,
  createScriptedServer,
  readsOf,
  type Answer,
  type Line,
} from '../testing/scripted-server.ts'
import { LEFT_COUNTS_MS, MOST_PARTS, type Batch } from './batch.ts'
import { failureOf, UcwaError } from './errors.ts'
import type { Href } from './hal.ts'
import type { TransportReply, TransportRequest } from './transport.ts'
import { parseHeaderLines } from './transport.ts'
import { REQUEST_MS, TO, batchOn } from '../testing/batches.ts'

const never = new AbortController().signal
const hrefs = (count: number): readonly Href[] => Array.from({ length: count }, () => anHref())

const readAll = (batch: Batch, those: readonly Href[]) =>
  Promise.all(those.map((href) => batch.read(href, never)))

/** Reads that many, and leaves the first of them, or all, when told to. */
function readAndLeave(batch: Batch, count: number) {
  const aborts = hrefs(count).map((href) => {
    const abort = new AbortController()
    batch.read(href, abort.signal).catch(() => null)
    return abort
  })
  return {
    one: () => aborts[0]?.abort('unmounted'),
    all: () => aborts.forEach((abort) => abort.abort('unmounted')),
  }
}

const echo = (href: string): Answer => ({ body: { read: href } })
const echoes: Line = (request) => batchAnswer(readsOf(request).map(echo))
const TOO_MANY: Line = { status: 429, body: { code: 'TooManyRequests' } }

describe('after a 429', () => {
  test('half as many are asked for after a pause, then twice as many again', async () => {
    const asked: (readonly string[])[] = []
    const counted: Line = (request) => {
      asked.push(readsOf(request))
      return batchAnswer(readsOf(request).map(echo))
    }
    const server = createScriptedServer().expects('POST', TO, TOO_MANY)
    for (let batches = 0; batches < 2; batches += 1) server.expects('POST', TO, counted)
    const { batch, clock } = batchOn(server)
    const those = hrefs(120)
    const reads = readAll(batch, those)
    await clock.advance(FIRST_WAIT_MS - 1)
    expect(server.requests).toHaveLength(1)
    await clock.advance(1)
    const replies = await reads
    expect(asked.map((part) => part.length)).toEqual([50, 70])
    expect(asked.flat()).toEqual(those)
    expect(replies.map(({ body }) => JSON.parse(body).read)).toEqual(those)
  })

  test('no sooner than the server says', async () => {
    const server = createScriptedServer()
      .expects('POST', TO, {
        status: 429,
        body: { code: 'TooManyRequests' },
        headers: { 'Retry-After': '60' },
      })
      .expects('GET', 'https://lyncweb.contoso.com/1', { body: {} })
      .expects('GET', 'https://lyncweb.contoso.com/2', { body: {} })
    const { batch, clock } = batchOn(server)
    const reads = readAll(batch, [anHref('/1'), anHref('/2')])
    await clock.advance(59_999)
    expect(server.requests).toHaveLength(1)
    await clock.advance(1)
    await reads
    server.expectAllPlayed()
  })

  test('a read that is refused alone fails', async () => {
    const href = anHref()
    const server = createScriptedServer().expects('GET', href, TOO_MANY)
    await expect(batchOn(server).batch.read(href, never)).rejects.toThrow('serverFailed 429')
  })

  test.each([
    ['after it was halved to one', () => TO],
    ['where no batch is offered', () => null],
  ])(
    'a read that is refused alone fails, and the next waits as long as the server says: %s',
    async (_, batchHref) => {
      const [one, two] = [anHref(), anHref()]
      const server = createScriptedServer()
      if (batchHref() !== null) server.expects('POST', TO, TOO_MANY)
      server
        .expects('GET', one, { ...TOO_MANY, headers: { 'Retry-After': '30' } })
        .expects('GET', two, { body: {} })
      const { batch, clock } = batchOn(server, { batchHref })
      const reads = [one, two].map((href) => batch.read(href, never))
      const refused = expect(reads[0]).rejects.toThrow('serverFailed 429')
      await clock.advance(FIRST_WAIT_MS)
      await refused
      const asked = server.requests.length
      await clock.advance(29_000 - FIRST_WAIT_MS)
      expect(server.requests).toHaveLength(asked)
      await clock.advance(1000 + FIRST_WAIT_MS)
      await expect(reads[1]).resolves.toMatchObject({ status: 200 })
      server.expectAllPlayed()
    },
  )
})

describe('a read that is no longer wanted', () => {
  test('is left out, and rejects at once with the signal’s reason', async () => {
    const [one, two, three] = [anHref(), anHref(), anHref()]
    const server = createScriptedServer().expects('POST', TO, echoes)
    const { batch } = batchOn(server)
    const abort = new AbortController()
    const reads = [batch.read(one, never), batch.read(two, abort.signal), batch.read(three, never)]
    abort.abort('unmounted')
    await expect(reads[1]).rejects.toBe('unmounted')
    await Promise.all([reads[0], reads[2]])
    expect(readsOf(server.requests[0] ?? { method: 'GET', url: '', headers: {}, body: '' })).toEqual([
      one,
      three,
    ])
  })

  test('has its answer dropped when it is on its way already, and the others get theirs', async () => {
    const server = heldServer()
    const { batch } = batchOn(server)
    const abort = new AbortController()
    const wanted = batch.read(anHref(), never)
    const unwanted = batch.read(anHref(), abort.signal)
    await settled()
    abort.abort('unmounted')
    await expect(unwanted).rejects.toBe('unmounted')
    server.answer()
    await expect(wanted).resolves.toMatchObject({ status: 200 })
  })

  test('keeps nobody waiting when it was the last of its batch, which runs to its end all the same', async () => {
    const server = heldServer()
    const { batch } = batchOn(server)
    const leave = readAndLeave(batch, 2)
    await settled()
    const wanted = readAll(batch, hrefs(2))
    leave.one()
    await settled()
    expect(server.parts()).toEqual([2])
    leave.all()
    await settled()
    expect(server.parts()).toEqual([2, 2])
    server.answer()
    server.answer()
    await expect(wanted).resolves.toHaveLength(2)
  })

  test('counts for the limit of the server for as long as that works on it', async () => {
    const server = heldServer()
    const { batch } = batchOn(server)
    const leave = readAndLeave(batch, 70)
    await settled()
    const wanted = readAll(batch, hrefs(80))
    leave.all()
    await settled()
    expect(server.parts()).toEqual([70, 30])
    server.answer()
    server.answer()
    await settled()
    expect(server.parts()).toEqual([50])
    server.answer()
    await expect(wanted).resolves.toHaveLength(80)
  })

  test('leaves the next to wait where the server has its fill, but not for long: it may be done by then', async () => {
    const server = heldServer()
    const { batch, clock } = batchOn(server)
    const leave = readAndLeave(batch, 100)
    await settled()
    const wanted = readAll(batch, hrefs(3))
    leave.all()
    await clock.advance(LEFT_COUNTS_MS - 1)
    expect(server.parts()).toEqual([100])
    await clock.advance(1)
    expect(server.parts()).toEqual([100, 3])
    server.answer()
    server.answer()
    await expect(wanted).resolves.toHaveLength(3)
  })

  test('rejects with all others when the session ends', async () => {
    const server = heldServer()
    const { batch, life } = batchOn(server)
    const reads = [batch.read(anHref(), never), batch.read(anHref(), never)]
    await settled()
    life.abort(new UcwaError({ kind: 'signedOut' }))
    for (const read of reads) await expect(read).rejects.toThrow('signedOut')
  })
})

/**
 * Holds every request until the test answers the oldest. It works on those as well that nobody listens to any more: on each
 * until it is answered, or so long that whoever asked has given it up.
 */
function heldServer() {
  type Held = { readonly request: TransportRequest; readonly reply: (reply: TransportReply) => void }
  const held = new Set<Held>()
  const partsOf = ({ request }: Held): number => (request.method === 'GET' ? 1 : readsOf(request).length)
  const inBatches = ({ request }: Held): number => (request.method === 'GET' ? 0 : readsOf(request).length)
  let most = 0
  return {
    send: (request: TransportRequest, signal: AbortSignal) =>
      new Promise<TransportReply>((reply, reject) => {
        const one = { request, reply }
        held.add(one)
        most = Math.max(
          most,
          Array.from(held, inBatches).reduce((sum, count) => sum + count, 0),
        )
        signal.addEventListener('abort', () => {
          if (failureOf(signal.reason)?.kind === 'unreachable') held.delete(one)
          reject(signal.reason)
        })
      }),
    /** How many parts of batches it was at work on at once, at most. */
    most: () => most,
    parts: () => Array.from(held, partsOf),
    answer: (status = 200) => {
      const [first] = held
      if (first === undefined) return
      held.delete(first)
      const isOne = first.request.method === 'GET'
      const { body, headers } = batchAnswer(readsOf(first.request).map(echo))
      const type = isOne ? 'application/json' : (headers?.['Content-Type'] ?? '')
      first.reply({
        status,
        headers: parseHeaderLines(`Content-Type: ${type}`),
        body: isOne ? JSON.stringify({ read: first.request.url }) : String(body),
        url: null,
      })
    },
  }
}

const STEPS = fc.record({
  act: fc.oneof(
    fc.record({ kind: fc.constant('read'), count: fc.constantFrom(1, 2, 60, 130) }),
    fc.record({ kind: fc.constant('leave'), count: fc.constantFrom(1, 60, 200) }),
    fc.record({ kind: fc.constantFrom('answer', 'refuse', 'wait'), count: fc.constant(0) }),
  ),
  settles: fc.boolean(),
})

test(
  'however reads, answers, refusals and leaving interleave, each read is settled once, with its own answer, and the server is never asked too much',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(STEPS, { maxLength: 12 }), async (steps) => {
        const server = heldServer()
        const { batch, clock } = batchOn(server)
        const reads: { href: Href; abort: AbortController; settlings: unknown[] }[] = []
        for (const { act, settles } of steps) {
          const { kind, count } = act
          if (kind === 'read') {
            for (const href of hrefs(count)) {
              const one = { href, abort: new AbortController(), settlings: new Array<unknown>() }
              reads.push(one)
              const keep = (settling: unknown) => one.settlings.push(settling)
              batch.read(href, one.abort.signal).then(({ body }) => keep(JSON.parse(body).read), keep)
            }
          }
          if (kind === 'answer') server.answer()
          if (kind === 'refuse') server.answer(429)
          if (kind === 'leave') for (const { abort } of reads.slice(-count)) abort.abort('unmounted')
          if (kind === 'wait') await clock.advance(LEFT_COUNTS_MS / 20) // what is left counts throughout
          if (settles) await settled()
          expect(server.most()).toBeLessThanOrEqual(MOST_PARTS)
        }
        while (reads.some(({ settlings }) => settlings.length === 0)) {
          await clock.advance(10_000)
          server.answer()
          await settled()
        }
        for (const { href, abort, settlings } of reads) {
          expect(settlings).toHaveLength(1)
          const [outcome] = settlings
          const isRight =
            outcome === href ||
            (abort.signal.aborted && outcome === 'unmounted') ||
            ['serverFailed', 'unreachable'].includes(failureOf(outcome)?.kind ?? '') // refused alone, or given up
          expect(isRight).toBe(true)
        }
        await clock.advance(REQUEST_MS) // what was left by everybody ends as well
        expect(clock.sleeping()).toBe(0)
      }),
      { numRuns: 100 },
    ),
  20_000,
)
