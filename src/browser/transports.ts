import type { Clock } from '../lib/clock.ts'
import type { Transports } from '../ucwa/transport.ts'
import { createFetchTransport } from './fetch-transport.ts'
import { createFrameHost } from './frame-host.ts'
import { createXframeTransport } from './xframe-transport.ts'

export type TransportsWorld = {
  readonly page: Window & { readonly fetch: typeof fetch }
  readonly clock: Clock
  readonly uniqueId: () => string
  readonly frameLoadGiveUpMs: number
  readonly answersGiveUpMs: number
}

/** Both ways over to another origin, as this browser has them. */
export function createTransports(world: TransportsWorld): Transports {
  const { page, clock, uniqueId, frameLoadGiveUpMs, answersGiveUpMs } = world
  const send: typeof fetch = (input, init) => page.fetch(input, init)
  return {
    cors: createFetchTransport(send),
    xframe: createXframeTransport({
      host: createFrameHost(page),
      clock,
      uniqueId,
      loadGiveUpMs: frameLoadGiveUpMs,
    }),
    answers: (url, signal) => answers(send, url, clock, answersGiveUpMs, signal),
  }
}

/** An opaque answer tells nothing but that there is one. */
async function answers(
  send: typeof fetch,
  url: string,
  clock: Clock,
  giveUpMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const over = new AbortController()
  const tooLate = clock.sleep(giveUpMs, over.signal).then(
    () => over.abort(),
    () => null, // it was over in time
  )
  const bounded = AbortSignal.any([signal, over.signal])
  try {
    await send(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: bounded })
    return true
  } catch {
    signal.throwIfAborted()
    return false // a connection refused, a name unknown, a bad certificate: the browser does not say which
  } finally {
    over.abort()
    await tooLate
  }
}
