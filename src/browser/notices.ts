import type { Notice, NoticePermission, Notices } from '../session/notices.ts'

/** What TypeScript takes for granted, and browsers do not. */
export type NoticesPage = Pick<Window, 'isSecureContext' | 'focus'> & {
  readonly performance: Pick<Performance, 'now'>
  readonly Notification?: Notifying
  readonly AudioContext?: new () => Sounding
  readonly navigator: {
    readonly setAppBadge?: (count: number) => Promise<void>
    readonly serviceWorker?: {
      readonly ready: Promise<{
        showNotification(title: string, options: ShownOptions): Promise<void>
        getNotifications(of: { tag: string }): Promise<readonly Pick<Notification, 'close'>[]>
      }>
    }
  }
}
/** TypeScript's own library does not know `renotify`. @see https://notifications.spec.whatwg.org/ */
type ShownOptions = NotificationOptions & { readonly renotify: boolean }
/** Of the browser's Notification, what a notice takes. */
type Notifying = {
  readonly permission: NotificationPermission
  requestPermission(): Promise<NotificationPermission>
  new (title: string, options: ShownOptions): Shown
}
type Shown = { close(): void; addEventListener(type: 'click', listener: () => void): void }
/** Of the browser's AudioContext, what a tone takes. */
type Sounding = {
  readonly state: string
  /** Seconds. */
  readonly currentTime: number
  readonly destination: Joint
  resume(): Promise<void>
  createOscillator(): Joint & {
    readonly frequency: { value: number }
    start(atSeconds: number): void
    stop(atSeconds: number): void
  }
  createGain(): Joint & {
    readonly gain: Record<
      'setValueAtTime' | 'exponentialRampToValueAtTime',
      (to: number, at: number) => unknown
    >
  }
}
type Joint = { connect(to: Joint): unknown }

/** Two notes, a fourth apart, each fading: heard, and no alarm. Hertz, and seconds. (Our choice.) */
const NOTES = [659.3, 880] as const
const NOTE_SECONDS = 0.16
const LOUDNESS = 0.08
/** A tone that comes later than that is no longer understood. (Our choice.) */
const SOON_MS = 1000

/**
 * The browser's notifications, a tone, and the badge on the app's icon.
 *
 * @param report told when the browser does not do what it has let the page do
 */
export function createNotices(page: NoticesPage, report: (bug: unknown) => void): Notices {
  const offered = page.isSecureContext ? page.Notification : undefined
  const permission = (): NoticePermission => {
    if (offered === undefined) return 'notOffered'
    return offered.permission === 'default' ? 'notAsked' : offered.permission
  }

  const shownBefore = new Map<Notice['tag'], Shown>()

  let audio: Sounding | null = null
  const audioNow = (): Sounding | null => {
    if (audio === null && page.AudioContext !== undefined) audio = new page.AudioContext()
    return audio
  }

  return {
    permission,
    ask: async () => {
      await offered?.requestPermission()
      return permission()
    },
    show: ({ tag, title, body }) => {
      if (offered === undefined || permission() !== 'granted') return
      // One that takes another's place comes up in silence: nobody would see it. Chromium alone knows `renotify`, which holds
      // for another tab's too; for the other browsers the one before has to go first.
      const options = { tag, body, icon: 'icons/192.png', silent: true, renotify: true }
      shownBefore.get(tag)?.close()
      try {
        const shown = new offered(title, options)
        shownBefore.set(tag, shown)
        shown.addEventListener('click', () => {
          page.focus()
          shown.close()
        })
      } catch {
        // A phone lets only the service worker show any.
        page.navigator.serviceWorker?.ready
          .then(async (registration) => {
            for (const before of await registration.getNotifications({ tag })) before.close()
            return registration.showNotification(title, options)
          })
          .catch(report)
      }
    },
    ring: () => {
      const context = audioNow()
      if (context === null) return
      if (context.state === 'running') return sound(context)
      // Held back until somebody has touched the page; then it is too late, and all that waited would sound at once.
      const askedAtMs = page.performance.now()
      const soundIfSoon = (): void => {
        if (page.performance.now() - askedAtMs <= SOON_MS) sound(context)
      }
      context.resume().then(soundIfSoon).catch(report)
    },
    badge: (count) => {
      page.navigator.setAppBadge?.(count).catch(report)
    },
  }
}

function sound(context: Sounding): void {
  for (const [at, hertz] of NOTES.entries()) {
    const begin = context.currentTime + at * NOTE_SECONDS
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(LOUDNESS, begin)
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 2 * NOTE_SECONDS)
    tone.connect(volume)
    volume.connect(context.destination)
    tone.start(begin)
    tone.stop(begin + 2 * NOTE_SECONDS)
  }
}
