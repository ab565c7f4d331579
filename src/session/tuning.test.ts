import { describe, expect, test } from 'vitest'
import { anExamplePage } from '../testing/example-page.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { createTuning } from './tuning.ts'

function tuned() {
  const page = anExamplePage()
  const tuning = createTuning(page)
  const stop = new AbortController()
  const askedFor: (number | null)[] = []
  const poll = () => {
    const it: { outcome: unknown } = { outcome: null }
    const silent = (signal: AbortSignal) => {
      askedFor.push(tuning.parameters().mediumSeconds)
      return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }
    tuning.poll(silent, stop.signal).catch((error: unknown) => {
      it.outcome = error
    })
    return it
  }
  return { page, tuning, stop, askedFor, poll }
}

describe('events are asked for', () => {
  test('at once while the page is in sight, gathered for 30 s while it is hidden', () => {
    const { page, tuning } = tuned()
    expect(tuning.parameters().mediumSeconds).toBe(5)
    page.becomes({ isVisible: false })
    expect(tuning.parameters().mediumSeconds).toBe(30)
  })

  test('at once while another tab of the session is in sight', () => {
    const { page, tuning } = tuned()
    page.becomes({ isVisible: false })
    tuning.isWantedElsewhere(true)
    expect(tuning.parameters().mediumSeconds).toBe(5)
    tuning.isWantedElsewhere(false)
    expect(tuning.parameters().mediumSeconds).toBe(30)
  })

  test('anew as soon as somebody looks: the poll that gathers holds nothing back', async () => {
    const { page, askedFor, poll, stop } = tuned()
    page.becomes({ isVisible: false })
    const it = poll()
    page.becomes({ isVisible: true })
    await settled()
    expect(askedFor).toEqual([30, 5])
    expect(it.outcome).toBe(null)
    stop.abort('told to')
    await settled()
    expect(it.outcome).toBe('told to')
  })

  test('not anew when the page is hidden: the poll under way is as good', async () => {
    const { page, askedFor, poll, stop } = tuned()
    const it = poll()
    page.becomes({ isVisible: false })
    await settled()
    expect(askedFor).toEqual([5])
    page.becomes({ isVisible: true })
    await settled()
    expect(askedFor).toEqual([5])
    expect(it.outcome).toBe(null)
    stop.abort()
  })
})
