import type { Transport, Transports } from './transport.ts'

/** Whichever transport is in use: discovery finds out which, and all that follows goes the same way. */
export type Wire = Transport & {
  use(kind: 'cors' | 'xframe'): void
  /** Null until one has been chosen. */
  kind(): 'cors' | 'xframe' | null
}

export function createWire({ cors, xframe }: Pick<Transports, 'cors' | 'xframe'>): Wire {
  let kind: 'cors' | 'xframe' | null = null
  return {
    use: (chosen) => {
      kind = chosen
    },
    kind: () => kind,
    send: (request, signal) => (kind === 'xframe' ? xframe : cors).send(request, signal),
  }
}
