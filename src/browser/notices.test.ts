// When there is a tone or a badge, and that a real browser makes it, is told in e2e/watching.spec.ts.
import { describe, expect, test } from 'vitest'
import { settled } from '../testing/hand-turned-clock.ts'
import { createNotices, type NoticesPage } from './notices.ts'

type Tone = { readonly hertz: number; readonly fromSeconds: number; readonly toSeconds: number }

/** A page that can be heard at once, or only when `touched`. */
function aPage({ isHeard = true } = {}) {
  const clock = { nowMs: 0 }
  const tones: Tone[] = []
  const made = { contexts: 0 }
  const touched: (() => void)[] = []
  class Sounding {
    state = isHeard ? 'running' : 'suspended'
    currentTime = 40
    destination = { connect() {} }
    constructor() {
      made.contexts += 1
    }
    resume(): Promise<void> {
      return new Promise((resolve) => {
        touched.push(() => {
          this.state = 'running'
          resolve()
        })
      })
    }
    createOscillator() {
      const frequency = { value: 0 }
      let fromSeconds = Number.NaN
      return {
        frequency,
        connect() {},
        start: (at: number) => (fromSeconds = at),
        stop: (at: number) => void tones.push({ hertz: frequency.value, fromSeconds, toSeconds: at }),
      }
    }
    createGain() {
      return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect() {} }
    }
  }
  const page: NoticesPage = {
    isSecureContext: true,
    focus() {},
    performance: { now: () => clock.nowMs },
    AudioContext: Sounding,
    navigator: {},
  }
  const touch = async (): Promise<void> => {
    for (const heard of touched.splice(0)) heard()
    await settled()
  }
  return { page, clock, tones, made, touch }
}

const unexpected = (bug: unknown): void => {
  throw bug
}

describe('the tone', () => {
  test('is two notes, the second higher and after the first, from now on', () => {
    const { page, tones } = aPage()
    createNotices(page, unexpected).ring()

    const [first, second, ...more] = tones
    expect(more).toEqual([])
    expect(first?.fromSeconds).toBe(40)
    expect(second?.fromSeconds).toBeGreaterThan(40)
    expect(second?.hertz).toBeGreaterThan(first?.hertz ?? Infinity)
    expect(second?.toSeconds).toBeLessThan(41)
  })

  test('takes one sounding device, and that only when there is something to be heard', () => {
    const { page, made } = aPage()
    const notices = createNotices(page, unexpected)
    expect(made.contexts).toBe(0)

    notices.ring()
    notices.ring()
    expect(made.contexts).toBe(1)
  })

  test('waits for a device that is just being switched on', async () => {
    const { page, clock, tones, touch } = aPage({ isHeard: false })
    createNotices(page, unexpected).ring()
    expect(tones).toEqual([])

    clock.nowMs = 200
    await touch()
    expect(tones).toHaveLength(2)
  })

  test('is let be where nobody has touched the page until later, however often it was to ring', async () => {
    const { page, clock, tones, touch } = aPage({ isHeard: false })
    const notices = createNotices(page, unexpected)
    notices.ring()
    notices.ring()

    clock.nowMs = 60_000
    await touch()
    expect(tones).toEqual([])

    notices.ring()
    expect(tones).toHaveLength(2)
  })

  test('is missed by nobody in a browser that has none', () => {
    const { page } = aPage()
    const { AudioContext: _, ...silent } = page
    expect(() => createNotices(silent, unexpected).ring()).not.toThrow()
  })
})

/** Where a notice stands in the browser's centre: by its tag, whoever has put it there. */
function aCentre() {
  const standing = new Map<string, object>()
  const alerted: string[] = []
  /** By the standard, one that takes another's place tells nobody, unless it says that it is to. */
  const put = (notice: object, title: string, tag: string, renotify: boolean): void => {
    if (!standing.has(tag) || renotify) alerted.push(title)
    standing.set(tag, notice)
  }
  const take = (notice: object, tag: string): void => {
    if (standing.get(tag) === notice) standing.delete(tag)
  }
  return { alerted, standing, put, take }
}

type Options = { readonly tag?: string; readonly renotify: boolean }

/** A browser that knows `renotify`, or one that does not. */
function notifying({ put, take }: ReturnType<typeof aCentre>, knowsRenotify: boolean) {
  return class {
    static readonly permission = 'granted'
    static requestPermission = (): Promise<NotificationPermission> => Promise.resolve('granted')
    readonly tag: string
    constructor(title: string, { tag = '', renotify }: Options) {
      this.tag = tag
      put(this, title, tag, renotify && knowsRenotify)
    }
    addEventListener() {}
    close(): void {
      take(this, this.tag)
    }
  }
}

const isAvailable = { tag: 'sip:dana@contoso.com', title: 'Dana is available', body: '' }
const isAway = { ...isAvailable, title: 'Dana is away' }

describe('a notice', () => {
  test.each([
    ['knows “renotify”', true],
    ['does not', false],
  ])('of somebody told of before comes up like the first, in a browser that %s', (_, knowsRenotify) => {
    const centre = aCentre()
    const page = { ...aPage().page, Notification: notifying(centre, knowsRenotify) }
    const notices = createNotices(page, unexpected)
    for (const notice of [isAvailable, isAway, isAvailable]) notices.show(notice)
    expect(centre.alerted).toEqual([isAvailable.title, isAway.title, isAvailable.title])
    expect(centre.standing.size).toBe(1)
  })

  test('comes up like the first though another tab has shown that one, where the browser can', () => {
    const centre = aCentre()
    const page = { ...aPage().page, Notification: notifying(centre, true) }
    createNotices(page, unexpected).show(isAvailable)
    createNotices(page, unexpected).show(isAway)
    expect(centre.alerted).toEqual([isAvailable.title, isAway.title])
  })

  test('does so on a phone, whose worker alone may show any', async () => {
    const centre = aCentre()
    const Refusing = class extends notifying(aCentre(), false) {
      constructor(title: string, options: Options) {
        super(title, options)
        throw new TypeError('Illegal constructor')
      }
    }
    const registration = {
      showNotification: async (title: string, { tag = '' }: Options) => centre.put({}, title, tag, false),
      getNotifications: async ({ tag }: { tag: string }) =>
        [centre.standing.get(tag)].flatMap((notice) =>
          notice === undefined ? [] : [{ close: () => centre.take(notice, tag) }],
        ),
    }
    const navigator = { serviceWorker: { ready: Promise.resolve(registration) } }
    const notices = createNotices({ ...aPage().page, Notification: Refusing, navigator }, unexpected)
    notices.show(isAvailable)
    await settled()
    notices.show(isAway)
    await settled()
    expect(centre.alerted).toEqual([isAvailable.title, isAway.title])
  })
})

describe('the badge on the icon', () => {
  test('is the count as it stands, and 0 takes it away', () => {
    const counts: number[] = []
    const setAppBadge = (count: number): Promise<void> => {
      counts.push(count)
      return Promise.resolve()
    }
    const notices = createNotices({ ...aPage().page, navigator: { setAppBadge } }, unexpected)
    notices.badge(2)
    notices.badge(0)
    expect(counts).toEqual([2, 0])
  })

  test('that the browser refuses is reported', async () => {
    const bugs: unknown[] = []
    const refused = new DOMException('not installed', 'NotAllowedError')
    const setAppBadge = (): Promise<void> => Promise.reject(refused)
    createNotices({ ...aPage().page, navigator: { setAppBadge } }, (bug) => bugs.push(bug)).badge(1)
    await settled()
    expect(bugs).toEqual([refused])
  })

  test('is missed by nobody in a browser that has none', () => {
    expect(() => createNotices(aPage().page, unexpected).badge(1)).not.toThrow()
  })
})
