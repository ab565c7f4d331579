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
