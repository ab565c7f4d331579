import type { Request } from '@playwright/test'

/** What a person can publish: `presence` by UCWA's word for it, `note` by its text. */
export type Resource = 'presence' | 'note'

export type Choice = {
  readonly resource: Resource
  readonly wanted: string
  readonly atMs: number
  /** Null: the screen has not said yet, or a newer choice came first. */
  told: 'published' | 'refused' | null
  toldAtMs: number | null
}

/** One request that publishes, as it left the browser. `atMs`: when it was heard of, until the browser's own time is known. */
export type Sent = { readonly resource: Resource; readonly wanted: string; atMs: number }
/** What the server had at that moment, as one who looked on saw it. Null: no presence, no note. */
export type Seen = Readonly<Record<Resource, string | null>> & { readonly atMs: number }

/** The whole story of what one person published, in the order of time. */
export type OwnRecord = {
  readonly choices: readonly Choice[]
  readonly sent: readonly Sent[]
  readonly seen: readonly Seen[]
}

/** What publishes, told from what does not; null for any other request. */
export function sentBy(request: Pick<Request, 'method' | 'url' | 'postDataJSON'>, atMs: number): Sent | null {
  if (request.method() !== 'POST') return null
  const resource = /\/me\/(presence|note)(\?|$)/.exec(request.url())?.[1]
  if (resource !== 'presence' && resource !== 'note') return null
  const body: unknown = request.postDataJSON()
  if (typeof body !== 'object' || body === null) return null
  const wanted: unknown = Object.entries(body).find(([name]) =>
    ['availability', 'message'].includes(name.toLowerCase()),
  )?.[1]
  return typeof wanted === 'string' ? { resource, wanted, atMs } : null
}

/** A value that was there is seen so late at most: the pause between two looks, on a busy machine. (Our choice.) */
const SEEN_WITHIN_MS = 1500

/**
 * Choices that the screen called published and the server never had, and those that nothing was told of though they were
 * the last.
 */
export function lostIn({ choices, seen }: OwnRecord): readonly string[] {
  return choices.flatMap((choice) => {
    const { resource, wanted, atMs, told, toldAtMs } = choice
    if (told === 'refused') return []
    const isLast = choices.findLast((other) => other.resource === resource) === choice
    if (told === null || toldAtMs === null)
      return isLast ? [`${resource} ${wanted}: the screen never said what became of it`] : []
    const was = seen.some(
      (moment) =>
        moment.atMs >= atMs && moment.atMs <= toldAtMs + SEEN_WITHIN_MS && moment[resource] === wanted,
    )
    return was ? [] : [`${resource} ${wanted}: said to be published, but the server never had it`]
  })
}

/**
 * Requests that publish once more what the server had already, or what a newer choice has replaced.
 * `seen` is taken from outside, a little late: a value counts as there when it was seen before and after the request.
 */
export function doubledIn({ choices, sent, seen }: OwnRecord): readonly string[] {
  return sent.flatMap((request, at) => {
    const { resource, wanted, atMs } = request
    const earlier = sent.slice(0, at).filter((other) => other.resource === resource)
    const previous = earlier.at(-1)
    if (previous === undefined) return []
    const chosen = choices.filter((choice) => choice.resource === resource && choice.atMs <= atMs)
    if (previous.wanted !== wanted) {
      const isAfresh = chosen.some(
        (choice) => choice.wanted === wanted && choice.atMs >= chosenAtMs(previous, choices),
      )
      return isAfresh ? [] : [`${resource} ${wanted}: sent again after ${previous.wanted}`]
    }
    if (chosen.some((choice) => choice.wanted === wanted && choice.atMs > previous.atMs)) return []
    const before = seen.filter((moment) => moment.atMs > previous.atMs && moment.atMs < atMs).at(-1)
    const after = seen.find((moment) => moment.atMs > atMs)
    const wasThere = before?.[resource] === wanted && after?.[resource] === wanted
    return wasThere ? [`${resource} ${wanted}: sent again, though the server had it`] : []
  })
}

/** When what was sent was chosen. */
const chosenAtMs = ({ resource, wanted, atMs }: Sent, choices: readonly Choice[]): number =>
  choices.findLast(
    (choice) => choice.resource === resource && choice.wanted === wanted && choice.atMs <= atMs,
  )?.atMs ?? 0
