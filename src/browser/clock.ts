import type { Clock } from '../lib/clock.ts'

/** The browser's own time. Its timers run late in a hidden tab, by up to a minute. */
export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason)
        return
      }
      const stop = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, ms)
      signal?.addEventListener('abort', stop, { once: true })
    }),
}

/** Resolves when the present turn of the event loop is over. No timer: those wait for up to a minute in a hidden tab. */
export function createNextTick(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  let waiting: (() => void)[] = []
  port1.addEventListener('message', () => {
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  })
  port1.start()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === 1) port2.postMessage(null)
    })
}

/** 128 random bits. `crypto.randomUUID` would be shorter, and is missing over plain http. */
export const uniqueId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
