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
import { LATE_MS, MOST_PARTS, type Batch } from './batch.ts'
import { failureOf, UcwaError } from './errors.ts'
import type { Href } from './hal.ts'
import { REQUEST_MS, TO, batchOn } from '../testing/batches.ts'

const never = new AbortController().signal
const hrefs = (count: number): readonly Href[] => Array.from({ length: count }, () => anHref())

const readAll = (batch: Batch, those: readonly Href[]) =>
  Promise.all(those.map((href) => batch.read(href, never)))

const echo = (href: string): Answer => ({ body: { read: href } })
const echoes: Line = (request) => batchAnswer(readsOf(request).map(echo))

describe('a request that is not answered for long', () => {
  // Nothing that an event had named was read for half a minute, though the server answered all else.
  test.each([1, 60])('keeps nobody else waiting (%d)', async (count) => {
    const those = hrefs(count)
    const [first = TO] = those
    const server = createScriptedServer()
    if (count === 1) server.expects('GET', first, 'silent')
    else server.expects('POST', TO, 'silent')
    server.expects('POST', TO, echoes)
    const { batch, clock } = batchOn(server)
    const late = Promise.allSettled(those.map((href) => batch.read(href, never)))
    await settled()
    const replies = readAll(batch, hrefs(3))
    await clock.advance(LATE_MS)
    expect(await replies).toHaveLength(3)
    await clock.advance(REQUEST_MS)
    expect((await late).map(({ status }) => status)).toEqual(those.map(() => 'rejected'))
    expect(clock.sleeping()).toBe(0)
    server.expectAllPlayed()
  })

  test('leaves the limit to be kept by those that overtake it', async () => {
    const server = createScriptedServer().expects('POST', TO, 'silent')
    for (let next = 0; next < 3; next += 1) server.expects('POST', TO, echoes)
    const { batch, clock } = batchOn(server)
    const late = Promise.allSettled(hrefs(60).map((href) => batch.read(href, never)))
    await settled()
    const replies = readAll(batch, hrefs(MOST_PARTS))
    await clock.advance(LATE_MS)
    expect(await replies).toHaveLength(MOST_PARTS)
    expect(server.requests.map((request) => readsOf(request).length)).toEqual([60, 40, 40, 20])
    await clock.advance(REQUEST_MS)
    await late
    server.expectAllPlayed()
  })

  test('is sent again when it turns out to have been too many, though nothing else is asked by then', async () => {
    let refuse = (): void => undefined
    const refused = new Promise<Answer>((resolve) => {
      refuse = () => resolve({ status: 429, body: { code: 'TooManyRequests' } })
    })
    const server = createScriptedServer()
      .expects('POST', TO, () => refused)
      .expects('POST', TO, echoes)
      .expects('POST', TO, echoes)
      .expects('POST', TO, echoes)
    const { batch, clock } = batchOn(server)
    const late = readAll(batch, hrefs(4))
    await settled()
    const others = readAll(batch, hrefs(2))
    await clock.advance(LATE_MS)
    expect(await others).toHaveLength(2)
    refuse()
    await clock.advance(FIRST_WAIT_MS)
    expect(await late).toHaveLength(4)
    server.expectAllPlayed()
  })
})

describe('reads of one tick', () => {
  test('travel in one request, and each gets its own answer', async () => {
    const server = createScriptedServer().expects('POST', TO, echoes)
    const those = hrefs(3)
    const replies = await readAll(batchOn(server).batch, those)
    expect(replies.map(({ body }) => JSON.parse(body))).toEqual(those.map((href) => ({ read: href })))
    expect(server.requests[0]?.headers).toMatchObject({
      Accept: 'multipart/batching',
      'Content-Type': 'multipart/batching; boundary=boundary-1',
    })
    server.expectAllPlayed()
  })

  test('are one plain GET when there is but one, or no batch is offered', async () => {
    const [one, two, three] = [anHref(), anHref(), anHref()]
    const server = createScriptedServer()
      .expects('GET', one, { body: {} })
      .expects('GET', two, { body: {} })
      .expects('GET', three, { body: {} })
    await batchOn(server).batch.read(one, never)
    await readAll(batchOn(server, { batchHref: () => null }).batch, [two, three])
    server.expectAllPlayed()
  })

  // They went out one by one, in vain, and whoever read in the next application waited for the last of them.
  test.each([1, 3])('ask nothing of a lost application (%d)', async (count) => {
    const server = createScriptedServer()
    const gone = (): never => {
      throw new UcwaError({ kind: 'applicationGone' })
    }
    const { batch } = batchOn(server, { batchHref: gone })
    const reads = await Promise.allSettled(hrefs(count).map((href) => batch.read(href, never)))
    const kinds = reads.map((one) => (one.status === 'rejected' ? failureOf(one.reason)?.kind : 'good'))
    expect(kinds).toEqual(Array.from({ length: count }, () => 'applicationGone'))
    expect(server.requests).toEqual([])
  })

  test('fail one by one, each with its own status', async () => {
    const server = createScriptedServer().expects(
      'POST',
      TO,
      batchAnswer([
        { body: {} },
        { status: 404, body: { code: 'NotFound' } },
        { status: 503, body: '<html>', headers: { 'Retry-After': '5' } },
      ]),
    )
    const { batch } = batchOn(server)
    const settledReads = await Promise.allSettled(hrefs(3).map((href) => batch.read(href, never)))
    expect(
      settledReads.map((one) => (one.status === 'fulfilled' ? 'good' : failureOf(one.reason)?.kind)),
    ).toEqual(['good', 'refused', 'serverFailed'])
  })

  test.each<[string, Line, string]>([
    ['the server is out of reach', 'unreachable', 'unreachable'],
    ['a proxy answers', { status: 502, body: '<html>' }, 'serverFailed'],
    ['an answer is missing', batchAnswer([{ body: {} }]), 'malformed'],
  ])('all fail alike when %s', async (_, line, kind) => {
    const server = createScriptedServer().expects('POST', TO, line)
    const { batch } = batchOn(server)
    const reads = await Promise.allSettled(hrefs(2).map((href) => batch.read(href, never)))
    expect(reads.map((one) => (one.status === 'rejected' ? failureOf(one.reason)?.kind : 'good'))).toEqual([
      kind,
      kind,
    ])
  })
})

test('a part refused for want of a token is sent again with a new one, once for all', async () => {
  const token: Line = { body: { access_token: 'new' } }
  const those = hrefs(3)
  const challenge = 'MsRtcOAuth href="https://lyncweb.contoso.com/token",grant_type="password"'
  const no: Answer = { status: 401, body: '', headers: { 'WWW-Authenticate': challenge } }
  const server = createScriptedServer()
    .expects('POST', TO, batchAnswer([no, { body: {} }, no]))
    .expects('POST', 'https://lyncweb.contoso.com/token', token)
    .expects('POST', TO, batchAnswer([{ body: {} }, no]))
    .expects('POST', 'https://lyncweb.contoso.com/token', token)
    .expects('GET', those[2] ?? TO, no)
    .expects('POST', 'https://lyncweb.contoso.com/token', token)
    .expects('GET', those[2] ?? TO, no)
  const { batch, tokens } = batchOn(server)
  tokens.begin({ username: 'lenea@contoso.com', password: 'secret' })
  const reads = await Promise.allSettled(those.map((href) => batch.read(href, never)))
  expect(reads.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(server.requests[2]?.headers).toMatchObject({ Authorization: 'Bearer new' })
  server.expectAllPlayed()
})
