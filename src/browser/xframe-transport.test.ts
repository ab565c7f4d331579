import { describe, expect, test } from 'vitest'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { failureOf, unreachable } from '../ucwa/errors.ts'
import type { TransportRequest } from '../ucwa/transport.ts'
import type { FrameHost, FrameMessage } from './frame-host.ts'
import { createXframeTransport } from './xframe-transport.ts'

const POOL = 'https://lyncweb.contoso.com'
const PAGE = `${POOL}/Autodiscover/XFrame/XFrame.html`
const never = new AbortController().signal

const aRequest = (of: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'GET',
  url: `${POOL}/ucwa/oauth/v1/applications/101/me`,
  headers: { Accept: 'application/json', Authorization: 'Bearer cwt' },
  body: null,
  ...of,
})

type OpenedFrame = {
  readonly url: string
  readonly source: object
  readonly posts: { readonly text: string; readonly to: string }[]
  isThere: boolean
  load: () => void
}

/** A page whose frames load, speak and fall silent as the test says. */
function page() {
  const frames: OpenedFrame[] = []
  const listeners = new Set<(message: FrameMessage) => void>()
  const host: FrameHost = {
    open: (url) => {
      let load = () => {}
      const loaded = new Promise<void>((resolve) => {
        load = resolve
      })
      const frame: OpenedFrame = { url, source: {}, posts: [], isThere: true, load }
      frames.push(frame)
      return {
        source: frame.source,
        loaded,
        post: (text, to) => frame.posts.push({ text, to }),
        remove: () => {
          frame.isThere = false
        },
      }
    },
    onMessage: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const clock = createHandTurnedClock()
  let ids = 0
  const transport = createXframeTransport({
    host,
    clock,
    uniqueId: () => `id-${(ids += 1)}`,
    loadGiveUpMs: 10_000,
  })
  const hear = (message: FrameMessage) => {
    for (const listener of listeners) listener(message)
  }
  /** The frame's own answer, with anything about it changed. */
  const answer = (frame: OpenedFrame | undefined, of: object = {}, message: Partial<FrameMessage> = {}) => {
    const { messageId } = Object(JSON.parse(frame?.posts.at(-1)?.text ?? '{}'))
    const headers = 'Content-Type: application/json\r\nX-MS-Server-Fqdn: fe1'
    const data = JSON.stringify({ status: 200, responseText: '{}', headers, messageId, ...of })
    hear({ source: frame?.source, origin: POOL, data, ...message })
  }
  return { transport, clock, frames, answer, hear, listeners }
}

async function asked(of: Partial<TransportRequest> = {}, signal = never) {
  const there = page()
  const reply = there.transport.send(aRequest(of), signal)
  reply.catch(() => null)
  there.frames[0]?.load()
  await settled()
  return { ...there, reply, frame: there.frames[0] }
}

const failure = async (work: Promise<unknown>) => {
  try {
    return await work
  } catch (error) {
    return failureOf(error)
  }
}

describe('a request', () => {
  test('waits for the frame to load, and goes to its exact origin, flat', async () => {
    const { transport, frames } = page()
    void transport.send(aRequest({ method: 'POST', body: '{"a":1}' }), never)
    await settled()
    expect(frames[0]?.posts).toEqual([])
    frames[0]?.load()
    await settled()
    expect(frames[0]?.posts.map(({ to }) => to)).toEqual([POOL])
    expect(JSON.parse(frames[0]?.posts[0]?.text ?? '')).toEqual({
      type: 'post',
      url: `${POOL}/ucwa/oauth/v1/applications/101/me`,
      headers: { Accept: 'application/json', Authorization: 'Bearer cwt' },
      data: '{"a":1}',
      processData: false,
      messageId: 'id-1',
    })
  })

  test('is answered with status, headers in any case, and text', async () => {
    const { reply, answer, frame } = await asked()
    answer(frame, { status: 404, responseText: 'no' })
    const { status, body, headers, url } = await reply
    expect([status, body, headers.get('x-ms-SERVER-fqdn'), url]).toEqual([404, 'no', 'fe1', null])
  })

  test('goes through one frame for each origin, at the page that the server names', async () => {
    const { transport, frames } = page()
    transport.knowFrame(PAGE)
    expect(transport.frameFor(`${POOL}/anything`)).toBe(PAGE)
    for (const url of [`${POOL}/1`, `${POOL}/2`, 'https://lyncdiscover.contoso.com/']) {
      void transport.send(aRequest({ url }), never)
    }
    await settled()
    expect(frames.map(({ url }) => url)).toEqual([PAGE, 'https://lyncdiscover.contoso.com/xframe'])
  })

  test.each<[string, object, Partial<FrameMessage>]>([
    ['from another window', {}, { source: {} }],
    ['from another origin', {}, { origin: 'https://evil.example' }],
    ['to a question that nobody asked', { messageId: 'id-99' }, {}],
    ['that is no text', {}, { data: { status: 200, messageId: 'id-1' } }],
    ['that is no JSON', {}, { data: 'setImmediate$0.1$1' }],
    ['of another shape', { status: 'fine' }, {}],
  ])('does not take an answer %s', async (_, of, message) => {
    const { reply, answer, frame } = await asked()
    let isSettled = false
    reply.then(
      () => (isSettled = true),
      () => (isSettled = true),
    )
    answer(frame, of, message)
    await settled()
    expect(isSettled).toBe(false)
    answer(frame)
    expect((await reply).status).toBe(200)
  })

  test.each([
    ['0', { status: 0 }],
    ['nothing', { status: undefined }],
    ['null', { status: null }],
  ])('is out of reach when the frame says status %s', async (_, of) => {
    const { reply, answer, frame } = await asked()
    answer(frame, of)
    expect(await failure(reply)).toMatchObject({ kind: 'unreachable' })
  })

  test('that is aborted rejects at once, while the frame goes on with the others', async () => {
    const abort = new AbortController()
    const { reply, transport, answer, frame, frames } = await asked({}, abort.signal)
    const other = transport.send(aRequest(), never)
    await settled()
    abort.abort('unmounted')
    await expect(reply).rejects.toBe('unmounted')
    answer(frame)
    expect((await other).status).toBe(200)
    expect(frames).toHaveLength(1)
  })
})

describe('a frame', () => {
  test('that was silent for all of a request that was given up is replaced', async () => {
    const abort = new AbortController()
    const { reply, transport, clock, frames, frame } = await asked({}, abort.signal)
    const poll = transport.send(aRequest(), never)
    poll.catch(() => null)
    await clock.advance(30_000)
    abort.abort(unreachable('no answer within 30 s'))
    expect(await failure(reply)).toMatchObject({ kind: 'unreachable' })
    expect(await failure(poll)).toMatchObject({ kind: 'unreachable' })
    expect(frame?.isThere).toBe(false)
    void transport.send(aRequest(), never)
    expect(frames).toHaveLength(2)
  })

  test('that answered others meanwhile is kept: it is the server that is slow', async () => {
    const abort = new AbortController()
    const { reply, transport, clock, answer, frame, frames } = await asked({}, abort.signal)
    await clock.advance(20_000)
    const other = transport.send(aRequest(), never)
    await settled()
    answer(frame)
    await other
    await clock.advance(10_000)
    abort.abort(unreachable('no answer within 30 s'))
    await failure(reply)
    expect(frame?.isThere).toBe(true)
    expect(frames).toHaveLength(1)
  })

  test('that does not load in time is out of reach, and tried anew', async () => {
    const { transport, clock, frames } = page()
    const reply = failure(transport.send(aRequest(), never))
    await clock.advance(10_000)
    expect(await reply).toMatchObject({ kind: 'unreachable' })
    void transport.send(aRequest(), never).catch(() => null)
    expect(frames.map(({ isThere }) => isThere)).toEqual([false, true])
  })

  test('is taken away at the end, with nobody left listening or waiting', async () => {
    const { transport, reply, frame, listeners, clock } = await asked()
    transport.close()
    expect(await failure(reply)).toMatchObject({ kind: 'unreachable' })
    expect([frame?.isThere, listeners.size, clock.sleeping()]).toEqual([false, 0, 0])
  })

  test('lost while it loads rejects who waits for it', async () => {
    const { transport, clock } = page()
    const reply = failure(transport.send(aRequest(), never))
    await settled()
    transport.close()
    await clock.advance(10_000)
    expect(await reply).toMatchObject({ kind: 'unreachable' })
  })
})
