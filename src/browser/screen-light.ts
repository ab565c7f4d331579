import type { ScreenLight } from '../session/lit-screen.ts'

/** What TypeScript takes for granted, and browsers do not. */
type Page = { readonly navigator: { readonly wakeLock?: WakeLock } }

/** Null where the browser has none: not over plain http. Source: Screen Wake Lock API, W3C. */
export function createScreenLight({ navigator }: Page): ScreenLight | null {
  const { wakeLock } = navigator
  if (wakeLock === undefined) return null
  return {
    hold: async (onLost) => {
      const lock = await wakeLock.request('screen')
      lock.addEventListener('release', onLost, { once: true })
      return () => void lock.release()
    },
  }
}
