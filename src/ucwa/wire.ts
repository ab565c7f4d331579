import type { TransportKind } from './discovered.ts'
import type { Transport, Transports } from './transport.ts'

/**
 * Whichever transport is in use, by host: discovery finds out which. A host that it has not come to goes the way of the
 * last that it came to.
 */
export type Wire = Transport & {
  use(url: string, kind: TransportKind): void
  /** Of that URL's origin, or of the last host that discovery came to; null until there is one. */
  kind(url?: string): TransportKind | null
}

export function createWire({ cors, xframe }: Pick<Transports, 'cors' | 'xframe'>): Wire {
  const kinds = new Map<string, TransportKind>()
  let latest: TransportKind | null = null
  const kindOf = (url: string): TransportKind | null => kinds.get(new URL(url).origin) ?? latest
  return {
    use: (url, kind) => {
      kinds.set(new URL(url).origin, kind)
      latest = kind
    },
    kind: (url) => (url === undefined ? latest : kindOf(url)),
    send: (request, signal) => (kindOf(request.url) === 'xframe' ? xframe : cors).send(request, signal),
  }
}
