import type { Lack, ThisPage } from '../session/this-page.ts'

/** A page's window, as far as it may be: what an insecure context lacks is there in type only. */
export type PageWindow = {
  readonly isSecureContext: boolean
  readonly location: { readonly origin: string }
  readonly navigator: {
    readonly userAgent: string
    readonly locks?: unknown
    readonly serviceWorker?: unknown
    readonly clipboard?: unknown
  }
  readonly Notification?: unknown
  readonly BroadcastChannel?: unknown
}

/**
 * What this browser gives this page. Over plain http on an intranet name there are no Web Locks, no service worker, no
 * clipboard and no notifications, and nothing but this says so.
 */
export function thisPageOf(page: PageWindow, storage: () => Storage, version: string): ThisPage {
  const { navigator } = page
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['secureContext', !page.isSecureContext],
    ['webLocks', navigator.locks === undefined],
    ['serviceWorker', navigator.serviceWorker === undefined],
    ['clipboard', navigator.clipboard === undefined],
    ['notifications', !page.isSecureContext || page.Notification === undefined], // there, but never granted over http
    ['broadcastChannel', page.BroadcastChannel === undefined],
    ['storage', !keeps(storage)],
  ]
  return {
    version,
    origin: page.location.origin,
    browser: browserIn(navigator.userAgent),
    lacking: lacks.flatMap(([lack, isLacking]) => (isLacking ? [lack] : [])),
  }
}

/** Reading alone throws where it is blocked; in some browsers only writing does. */
function keeps(storage: () => Storage): boolean {
  const key = 'presence-board:probe'
  try {
    storage().setItem(key, '')
    storage().removeItem(key)
    return true
  } catch {
    return false
  }
}

// The order counts: each calls itself by the names of those before its time as well.
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]*.*\bSafari\//],
] as const

const SYSTEMS = [
  ['Windows', /Windows NT/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
] as const

/** For people to read and for nothing else: no code may depend on it. */
export function browserIn(userAgent: string): string {
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(userAgent)?.[1]
    return version === undefined ? [] : [`${name} ${version}`]
  })[0]
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0]
  if (browser === undefined) return userAgent
  return system === undefined ? browser : `${browser}, ${system}`
}
