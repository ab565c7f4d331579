import { serverFailed, unreachable } from '../ucwa/errors.ts'
import type { Href } from '../ucwa/hal.ts'

export type PhotoWorld = {
  readonly fetch: typeof fetch
  readonly nowMs: () => number
  readonly pageOrigin: string
  /** The bearer token for that href, used for this one request. */
  readonly tokenFor: (href: Href) => string | null
  readonly transport: () => 'cors' | 'xframe' | null
  /** Whether the server shows it to us now, whatever the browser has kept. Rejects what may pass. */
  readonly showsPhoto: (href: Href, signal: AbortSignal) => Promise<boolean>
  /** Whether an image element can show it; the browser keeps what it has loaded. */
  readonly canShow: (url: string, signal: AbortSignal) => Promise<boolean>
  readonly toObjectUrl: (content: Blob) => string
  readonly revokeObjectUrl: (url: string) => void
}

export type PhotoSource = {
  /**
   * What an image element may show. Null: initials. Rejects what may pass: `unreachable`, `serverFailed`.
   * @param whose a photo is the person's, and its href the application's: the same href is read again, another one is
   *   answered with what is in memory of them
   */
  source(whose: string, href: Href, signal: AbortSignal): Promise<string | null>
  /** What was found of theirs may hold no more: the next read asks the server, whatever is kept here and by the browser. */
  doubt(whose: string): void
  /** Nobody shows it any more: what `source` gave for it leaves the memory. */
  drop(source: string): void
  /** The session has ended: nothing of it stays in memory. */
  forget(): void
}

/** Browsers open some six connections to a host, and the event channel and a command want theirs. (Our choice.) */
const MOST_AT_ONCE = 4

/** A change may go unheard between two applications, so a photo is not taken from memory for ever. (Our choice.) */
const KEPT_MS = 24 * 60 * 60_000

/** What was found of somebody: an object URL, or that there is no photo of theirs for us. */
type Kept = {
  readonly objectUrl: string | null
  /** As asked for last. */
  href: Href
  readonly readAtMs: number
  /** By how many it was asked for who have not dropped it since. */
  holders: number
}

/**
 * Photos cannot be batched, and a frame hands on text only. So under CORS they are fetched with the token; elsewhere
 * an image element shows them with the pool's cookie, which the browser sends along when page and pool are same-site.
 * Source: "Me dashboard", "photo".
 */
export function createPhotoSource(world: PhotoWorld): PhotoSource {
  const atOnce = createTurnstile(MOST_AT_ONCE)
  /** By whose it is: one of each, since each takes what the picture does. */
  const keptOf = new Map<string, Kept>()
  const doubted = new Set<string>()
  let life = new AbortController()

  const load = async (whose: string, href: Href, signal: AbortSignal): Promise<string | null> => {
    const isAnew = doubted.has(whose)
    const found =
      world.transport() === 'cors'
        ? keep(whose, href, await fetched(href, isAnew || keptOf.get(whose)?.href === href, signal))
        : isSameSite(world.pageOrigin, href)
          ? await shown(href, isAnew, signal)
          : null
    if (isAnew) doubted.delete(whose)
    return found
  }

  const shown = async (href: Href, isAnew: boolean, signal: AbortSignal): Promise<string | null> => {
    if (isAnew && !(await world.showsPhoto(href, signal))) return null // an image element would ask the browser's memory
    return (await world.canShow(href, signal)) ? href : null
  }

  const fetched = async (href: Href, isAnew: boolean, signal: AbortSignal): Promise<string | null> => {
    const token = world.tokenFor(href)
    if (token === null) return null
    const response = await answered(href, token, isAnew, signal)
    if (response.status >= 500) throw serverFailed(response.status)
    if (response.status === 401) throw unreachable('the token is being renewed') // by whatever else was refused
    const isPhoto = response.ok && (response.headers.get('Content-Type') ?? '').startsWith('image/')
    if (!isPhoto) return null
    const content = await response.blob()
    signal.throwIfAborted()
    return world.toObjectUrl(content)
  }

  const keep = (whose: string, href: Href, objectUrl: string | null): string | null => {
    const before = keptOf.get(whose)
    keptOf.set(whose, { objectUrl, href, readAtMs: world.nowMs(), holders: 1 })
    revoke(before) // an image element that shows it keeps its picture
    return objectUrl
  }

  const answered = async (
    href: Href,
    token: string,
    isAnew: boolean,
    signal: AbortSignal,
  ): Promise<Response> => {
    try {
      return await world.fetch(href, {
        headers: { Accept: 'image/*', Authorization: `Bearer ${token}` },
        cache: isAnew ? 'no-cache' : 'default', // the server names an hour; by its ETag the same picture costs little
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal,
      })
    } catch (error) {
      signal.throwIfAborted()
      throw unreachable(error instanceof Error ? error.message : String(error))
    }
  }

  const revoke = (kept: Kept | undefined): void => {
    if (kept !== undefined && kept.objectUrl !== null) world.revokeObjectUrl(kept.objectUrl)
  }

  /** From another application, whose hrefs have died with it: the person is the same. */
  const keptFor = (whose: string, href: Href): Kept | null => {
    const kept = keptOf.get(whose)
    if (kept === undefined || kept.href === href || world.transport() !== 'cors') return null
    return world.nowMs() - kept.readAtMs < KEPT_MS ? kept : null
  }

  return {
    source: async (whose, href, signal) => {
      const kept = doubted.has(whose) ? null : keptFor(whose, href)
      if (kept !== null) {
        kept.href = href
        kept.holders += 1
        return kept.objectUrl
      }
      const bounded = AbortSignal.any([signal, life.signal])
      return atOnce(bounded, () => load(whose, href, bounded))
    },
    doubt: (whose) => void doubted.add(whose),
    drop: (source) => {
      for (const [whose, kept] of keptOf) {
        if (kept.objectUrl !== source) continue
        kept.holders -= 1
        if (kept.holders > 0) continue
        keptOf.delete(whose)
        revoke(kept)
      }
    },
    forget: () => {
      life.abort()
      life = new AbortController()
      for (const kept of keptOf.values()) revoke(kept)
      keptOf.clear()
      doubted.clear()
    },
  }
}

/** Lets so many through at once; the others wait in order, and leave the queue when they are aborted. */
function createTurnstile(most: number) {
  let inside = 0
  const queue: (() => void)[] = []

  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1)
        reject(signal.reason)
      }
      const enter = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      signal.addEventListener('abort', leave, { once: true })
      queue.push(enter)
    })

  return async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    if (inside >= most) await turn(signal)
    else inside += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) inside -= 1
      else next() // takes our place
    }
  }
}

/**
 * Whether the browser counts a cookie of that host as first-party here. Which domains are public ones (`co.uk`) is not
 * known to a page; taking one for a company's costs a request that fails, and no more.
 */
export function isSameSite(pageOrigin: string, url: string): boolean {
  const page = new URL(pageOrigin)
  const other = new URL(url)
  if (page.protocol !== other.protocol) return false
  if (page.hostname === other.hostname) return true
  const isName = /[a-z]/i.test(other.hostname.split('.').at(-1) ?? '')
  const [one, two] = [siteOf(page.hostname), siteOf(other.hostname)]
  return isName && one !== null && one === two
}

const siteOf = (hostname: string): string | null => {
  const labels = hostname.split('.')
  return labels.length < 2 ? null : labels.slice(-2).join('.')
}

/** Loads it into an image element that nobody sees. */
export const canShowIn =
  (page: Document) =>
  async (url: string, signal: AbortSignal): Promise<boolean> => {
    const image = page.createElement('img')
    image.src = url
    const stop = () => {
      image.src = ''
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      await image.decode()
      return true
    } catch {
      signal.throwIfAborted()
      return false // no photo, or none for us
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
