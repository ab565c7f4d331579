import * as v from 'valibot'
import type { KeptTexts } from '../lib/kept-texts.ts'
import type { TransportKind } from './discovered.ts'

/** A way in that was found before. No secret: a token has to be got anew. */
export type KeptWay = {
  readonly applications: { readonly href: string; readonly revision: number }
  /** The page of the pool's frame; null where none is needed. */
  readonly xframe: string | null
}

/**
 * What discovery need not find out twice: the way to a person's pool, and by which transport a host is spoken to.
 * It is only ever a first guess: whatever is kept is put to the same test as what a server says.
 * Documented: the way is kept until 403, 502, a connection that fails again and again, or sign-out ("Root URL").
 */
export type FoundBefore = {
  way(person: string): KeptWay | null
  keepWay(person: string, way: KeptWay): void
  dropWay(person: string): void
  transport(host: string): TransportKind | null
  keepTransport(host: string, kind: TransportKind): void
}

const wireWay = v.object({
  applications: v.object({ href: v.pipe(v.string(), v.url()), revision: v.number() }),
  xframe: v.nullable(v.pipe(v.string(), v.url())),
})
const wireKind = v.picklist(['cors', 'xframe'])

export function createFoundBefore(kept: KeptTexts): FoundBefore {
  return {
    way: (person) => {
      const parsed = v.safeParse(wireWay, parsedOrNull(kept.read(wayOf(person))))
      return parsed.success ? parsed.output : null
    },
    keepWay: (person, way) => kept.write(wayOf(person), JSON.stringify(way)),
    dropWay: (person) => kept.write(wayOf(person), ''),
    transport: (host) => {
      const parsed = v.safeParse(wireKind, kept.read(transportOf(host)))
      return parsed.success ? parsed.output : null
    },
    keepTransport: (host, kind) => kept.write(transportOf(host), kind),
  }
}

const wayOf = (person: string): string => `way:${person.toLowerCase()}`
const transportOf = (host: string): string => `transport:${host.toLowerCase()}`

/** Whatever somebody else has put there is as good as nothing. */
function parsedOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
