import type { Clock } from '../lib/clock.ts'
import { nextWaitMs } from '../lib/patience.ts'
import { unlessAborted } from '../lib/unless-aborted.ts'
import { failureOf, UcwaError, type UcwaFailure } from './errors.ts'
import type { Href } from './hal.ts'
import type { Http } from './http.ts'
import { decodeAnswers, encodeReads, type ReadPart } from './multipart.ts'
import { demandGood, type Reply } from './reply.ts'
import { MOST_RENEWALS } from './token.ts'

export type Batch = {
  /**
   * One GET, sent together with the others of its tick. Resolves with a 2xx reply; rejects with that part's own
   * failure, with the whole batch's, or at once with the signal's reason.
   * @param minResourceVersion refused with 404 APIVersionNotSupported by a server that has no such version
   */
  read(href: Href, signal: AbortSignal, minResourceVersion?: number): Promise<Reply>
  /** One DELETE, which travels with the reads of its tick; documented for batches as every verb is. */
  remove(href: Href, signal: AbortSignal): Promise<Reply>
}

export type BatchDeps = {
  readonly http: Http
  readonly clock: Clock
  readonly nextTick: () => Promise<void>
  readonly uniqueId: () => string
  /** Where batches go; null where the server offers none. Throws `applicationGone` where there is no application. */
  readonly batchHref: () => Href | null
  /** Told each 2xx part before whoever asked for it. */
  readonly heed: (part: Reply) => void
  /** Of the present application: ends everything, what waits rejects with its reason. */
  readonly ended: () => AbortSignal
}

type Read = ReadPart & {
  /** Aborted once nobody waits for it any more. */
  readonly left: AbortSignal
  readonly answer: (reply: Reply) => void
  readonly fail: (error: unknown) => void
  /** A part may be refused for its token alone, and is then sent again with another: so often it has been. */
  renewals: number
}

/** Documented: "100 requests for a single user across all batches" ("Batching requests", "Limitations"). */
export const MOST_PARTS = 100

/**
 * A batch that nobody waits for any more counts no longer than this: the server may long be done with it, and its answer
 * come in slowly, while everybody waits. A server that is not done says 429. (Our choice.)
 */
export const LEFT_COUNTS_MS = 2000

/**
 * What has not been answered by then keeps nobody else waiting: the next go into what it leaves of the limit. Before that they
 * gather, so that there are few of them. (Our choice.)
 */
export const LATE_MS = 5000

/**
 * Reads of the same moment travel in one POST. Too many for the server (429: "none of the requests in the batch is
 * executed")? Then half as many after a pause, and twice as many again after each batch that goes well.
 * A read that is no longer wanted is left out, or its answer dropped. With the last of its batch nobody waits for that any
 * more, so that it keeps nobody waiting who is wanted now; but it runs to its end, since the server works on it whether or
 * not we listen, and its parts count for the limit for a while.
 */
export function createBatch({ http, clock, nextTick, uniqueId, batchHref, heed, ended }: BatchDeps): Batch {
  const queue: Read[] = []
  /** Batches that count for the limit, by their end, with the number of their parts: the last, late ones, and those that everybody left. */
  const counted = new Map<Promise<unknown>, number>()
  let isUnderWay = false
  let pause: Promise<unknown> = Promise.resolve()
  let most = MOST_PARTS
  let refusals = 0

  const run = async (): Promise<void> => {
    isUnderWay = true
    try {
      do {
        await nextTick()
        await sendSome()
      } while (queue.length > 0)
    } finally {
      isUnderWay = false
    }
  }

  const room = (): number => Array.from(counted.values()).reduce((left, parts) => left - parts, MOST_PARTS)

  const sendSome = async (): Promise<void> => {
    await pause
    while (room() === 0) await Promise.race(counted.keys())
    const reads = takeWanted(queue, Math.min(most, room()))
    const over = new AbortController()
    const late = clock.sleep(LATE_MS, over.signal).catch(() => null)
    await Promise.race([send(reads).finally(() => over.abort()), late])
  }

  const send = async (reads: Read[]): Promise<void> => {
    try {
      await sendTogether(reads)
      most = Math.min(MOST_PARTS, most * 2)
      refusals = 0
    } catch (error) {
      const failure = failureOf(error)
      const isTooMany = isTooManyRequests(failure)
      if (isTooMany && reads.length > 1) queue.unshift(...reads)
      else for (const read of reads) read.fail(error)
      if (isTooMany) {
        most = Math.max(1, Math.floor(reads.length / 2))
        pause = pauseAfter429(failure)
      }
    }
    if (!isUnderWay && queue.length > 0) void run() // it was late, and some of it is to be sent again
  }

  const pauseAfter429 = async (failure: ServerFailed): Promise<void> => {
    refusals += 1
    // Documented: "introduce a timeout between retries", not how long.
    const pauseMs = Math.max(failure.retryAfterMs, nextWaitMs(refusals))
    await clock.sleep(pauseMs, ended()).catch(() => null) // ended: what waits is rejected when it is sent
  }

  const sendTogether = async (reads: Read[]): Promise<void> => {
    const [only] = reads
    if (only === undefined) return
    const to = batchHref() // first: nothing is asked of an application that is lost
    if (reads.length === 1) return sendAlone(only)
    if (to === null) {
      queue.unshift(...reads.splice(1))
      return sendAlone(only)
    }
    const hrefs = reads.map((read) => read.href)
    const boundary = uniqueId()
    const token = http.snapshot(to)
    const allLeft = allAborted(reads.map(({ left }) => left))
    const asking = http.send(
      {
        method: 'POST',
        href: to,
        accept: 'multipart/batching',
        text: {
          contentType: `multipart/batching; boundary=${boundary}`,
          body: encodeReads(reads, boundary),
        },
      },
      ended(),
    )
    const over: Promise<unknown> = unlessAborted(asking, allLeft)
      .catch(() => Promise.race([asking, clock.sleep(LEFT_COUNTS_MS)]))
      .catch(() => null) // an end of it, well or badly
      .finally(() => counted.delete(over))
    counted.set(over, reads.length)
    const reply = await unlessAborted(asking, allLeft)
    const answers = decodeAnswers(reply.body, reply.headers.get('Content-Type') ?? '', hrefs)
    await handOut(reads, answers, token)
  }

  /** A failure here is this read's alone, but for 429, with which the others wait as well. */
  const sendAlone = async (read: Read): Promise<void> => {
    try {
      const { method = 'GET', href, minResourceVersion } = read
      const version = minResourceVersion === null ? {} : { minResourceVersion }
      read.answer(await http.send({ method, href, ...version }, read.left))
    } catch (error) {
      if (isTooManyRequests(failureOf(error))) throw error
      read.fail(error)
    }
  }

  const handOut = async (
    reads: readonly Read[],
    answers: readonly Reply[],
    sentWith: string | null,
  ): Promise<void> => {
    const unauthorized: Read[] = []
    let refused: Reply | null = null
    for (const [position, read] of reads.entries()) {
      const answer = answers[position]
      if (answer === undefined) continue // decodeAnswers has counted them
      if (answer.status === 401 && read.renewals < MOST_RENEWALS) {
        refused = answer
        unauthorized.push(read)
        continue
      }
      try {
        heed(demandGood(answer, clock.now()))
        read.answer(answer)
      } catch (error) {
        read.fail(error)
      }
    }
    if (refused !== null) await tryAgain(unauthorized, refused, sentWith)
  }

  const tryAgain = async (reads: readonly Read[], refused: Reply, sentWith: string | null): Promise<void> => {
    try {
      if (!(await http.renewAfter(refused, sentWith, ended()))) throw new UcwaError({ kind: 'signedOut' })
      for (const read of reads) read.renewals += 1
      queue.unshift(...reads)
    } catch (error) {
      for (const read of reads) read.fail(error)
    }
  }

  const ask = (part: ReadPart, signal: AbortSignal): Promise<Reply> => {
    if (signal.aborted) return Promise.reject(signal.reason)
    const settled = new AbortController()
    const left = AbortSignal.any([signal, ended(), settled.signal])
    const asking = new Promise<Reply>((answer, fail) => {
      queue.push({ ...part, left, answer, fail, renewals: 0 })
    })
    if (!isUnderWay) void run()
    return unlessAborted(asking, left).finally(() => settled.abort())
  }

  return {
    read: (href, signal, minResourceVersion) =>
      ask({ href, minResourceVersion: minResourceVersion ?? null }, signal),
    remove: (href, signal) => ask({ method: 'DELETE', href, minResourceVersion: null }, signal),
  }
}

type ServerFailed = UcwaFailure & { readonly kind: 'serverFailed' }

const isTooManyRequests = (failure: UcwaFailure | null): failure is ServerFailed =>
  failure?.kind === 'serverFailed' && failure.status === 429

/** Takes up to that many from the front, and drops those that nobody waits for any more. */
function takeWanted(queue: Read[], most: number): Read[] {
  const wanted: Read[] = []
  while (wanted.length < most) {
    const read = queue.shift()
    if (read === undefined) break
    if (!read.left.aborted) wanted.push(read)
  }
  return wanted
}

/** Aborted as soon as each of them is. */
function allAborted(signals: readonly AbortSignal[]): AbortSignal {
  const all = new AbortController()
  let left = signals.filter(({ aborted }) => !aborted).length
  if (left === 0) all.abort()
  const one = () => {
    left -= 1
    if (left === 0) all.abort()
  }
  for (const signal of signals) signal.addEventListener('abort', one, { once: true })
  return all.signal
}
