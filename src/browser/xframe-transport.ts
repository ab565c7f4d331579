import * as v from 'valibot'
import type { Clock } from '../lib/clock.ts'
import { unlessAborted } from '../lib/unless-aborted.ts'
import { failureOf, unreachable } from '../ucwa/errors.ts'
import {
  parseHeaderLines,
  type FrameTransport,
  type TransportReply,
  type TransportRequest,
} from '../ucwa/transport.ts'
import type { Frame, FrameHost, FrameMessage } from './frame-host.ts'

export type XframeDeps = {
  readonly host: FrameHost
  readonly clock: Clock
  readonly uniqueId: () => string
  /** When a frame that has not loaded counts as one that will not. */
  readonly loadGiveUpMs: number
}

type Pending = {
  readonly resolve: (reply: TransportReply) => void
  readonly reject: (error: unknown) => void
}

type Post = {
  readonly frame: Frame
  readonly origin: string
  readonly url: string
  readonly isReady: Promise<void>
  readonly pending: Map<string, Pending>
  heardAtMs: number
}

// Documented: `headers` is one string. Status 0, or none, is what a frame makes of a network that failed (assumed).
const wire = v.object({
  messageId: v.string(),
  status: v.nullish(v.number()),
  responseText: v.nullish(v.string()),
  headers: v.nullish(v.string()),
})

/**
 * Requests by the cross-domain frame: one hidden frame for each origin, found at the page that the server names.
 *
 * Sent is the flat form of jQuery.ajax. Documented in both forms ("Cross-domain IFRAME"): the page's example wraps it
 * in `request`, its own library does not; working clients send it flat (observed).
 * Messages go to the frame's exact origin, and an answer counts only from that frame, that origin, and to a question
 * that is open. There is no abort in the protocol: a request that is dropped goes on in the frame unheard. So a frame
 * that was silent for all of a request that was given up is taken for hung, and the next request gets a new one.
 */
export function createXframeTransport({ host, clock, uniqueId, loadGiveUpMs }: XframeDeps): FrameTransport {
  const pages = new Map<string, string>()
  const posts = new Map<string, Post>()
  let stopHearing: (() => void) | null = null

  const frameFor = (url: string): string => {
    const { origin } = new URL(url)
    return pages.get(origin) ?? `${origin}/xframe`
  }

  const postFor = (url: string): Post => {
    stopHearing ??= host.onMessage(hear)
    const { origin } = new URL(url)
    const before = posts.get(origin)
    if (before !== undefined) return before
    const frame = host.open(frameFor(url))
    const post: Post = {
      frame,
      origin,
      url: frameFor(url),
      isReady: loadedInTime(frame, clock, loadGiveUpMs),
      pending: new Map(),
      heardAtMs: clock.now(),
    }
    posts.set(origin, post)
    post.isReady.catch(() => drop(post, `the frame ${post.url} did not load`))
    return post
  }

  const drop = (post: Post, why: string): void => {
    if (posts.get(post.origin) === post) posts.delete(post.origin)
    post.frame.remove()
    const left = [...post.pending.values()]
    post.pending.clear()
    for (const { reject } of left) reject(unreachable(why))
  }

  const hear = ({ source, origin, data }: FrameMessage): void => {
    const post = [...posts.values()].find(({ frame }) => frame.source === source)
    if (post === undefined || post.origin !== origin || typeof data !== 'string') return
    const answer = v.safeParse(wire, parsedOrNull(data))
    if (!answer.success) return
    const { messageId, status, responseText, headers } = answer.output
    const asked = post.pending.get(messageId)
    if (asked === undefined) return
    post.heardAtMs = clock.now()
    post.pending.delete(messageId)
    if (!status) asked.reject(unreachable(`no answer from ${post.origin}, says its frame`))
    else {
      asked.resolve({ status, headers: parseHeaderLines(headers ?? ''), body: responseText ?? '', url: null })
    }
  }

  const ask = (post: Post, request: TransportRequest, signal: AbortSignal): Promise<TransportReply> => {
    const messageId = uniqueId()
    const askedAtMs = clock.now()
    const over = new AbortController()
    const answered = new Promise<TransportReply>((resolve, reject) => {
      post.pending.set(messageId, { resolve, reject })
      const letGo = () => {
        post.pending.delete(messageId)
        reject(signal.reason)
        const isGivenUp = failureOf(signal.reason)?.kind === 'unreachable'
        const wasSilent = post.heardAtMs <= askedAtMs
        if (isGivenUp && wasSilent) drop(post, `the frame ${post.url} has fallen silent`)
      }
      signal.addEventListener('abort', letGo, { once: true, signal: over.signal })
    })
    post.frame.post(JSON.stringify(written(request, messageId)), post.origin)
    return answered.finally(() => over.abort())
  }

  return {
    send: async (request, signal) => {
      signal.throwIfAborted()
      const post = postFor(request.url)
      await unlessAborted(post.isReady, signal)
      return ask(post, request, signal)
    },
    frameFor,
    knowFrame: (frameUrl) => {
      const { origin } = new URL(frameUrl)
      pages.set(origin, frameUrl)
    },
    close: () => {
      for (const post of posts.values()) drop(post, 'closed')
      pages.clear()
      stopHearing?.()
      stopHearing = null
    },
  }
}

/** jQuery takes its verbs in any case; the helper library sends them in lower case. */
function written({ method, url, headers, body }: TransportRequest, messageId: string) {
  const data = body === null ? {} : { data: body, processData: false }
  return { type: method.toLowerCase(), url, headers, ...data, messageId }
}

/** A message sent before the frame has loaded is lost. */
async function loadedInTime(frame: Frame, clock: Clock, giveUpMs: number): Promise<void> {
  const over = new AbortController()
  const tooLate = clock.sleep(giveUpMs, over.signal).then(() => {
    throw unreachable(`the frame did not load within ${giveUpMs / 1000} s`)
  })
  try {
    await Promise.race([frame.loaded, tooLate])
  } finally {
    over.abort()
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // any page may send us any message
  }
}
