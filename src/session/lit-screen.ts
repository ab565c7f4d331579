import type { Page } from './page.ts'

/** Keeps the machine from switching its screen off. The real one is the browser's Screen Wake Lock. */
export type ScreenLight = {
  /**
   * Resolves with how to let go of it. Rejects where the machine does not allow it now: its battery is low, or the page has
   * just gone out of sight.
   *
   * @param onLost called when the browser takes it back, as it does when the page goes out of sight
   */
  hold(onLost: () => void): Promise<() => void>
}

/** The screen stays lit while that is wanted and the page is in sight; see `look`. */
export type LitScreen = {
  /** Something has changed, or some time has passed: asks for it, or gives it back. */
  look(): void
}

/** At most one hold at a time; what the machine refuses is asked for again at the next look, and is no failure. */
export function createLitScreen({
  light,
  page,
  isWanted,
}: {
  readonly light: ScreenLight
  readonly page: Pick<Page, 'isVisible'>
  readonly isWanted: () => boolean
}): LitScreen {
  let letGo: (() => void) | null = null
  let isAsking = false
  /** Somebody has looked while the machine was still answering, which may have answered to what was so before. */
  let isLookedAt = false

  const ask = async (): Promise<void> => {
    isAsking = true
    let isLost = false
    const held = await light
      .hold(() => {
        isLost = true
        letGo = null
      })
      .catch(() => null)
    isAsking = false
    if (!isLost) letGo = held
    if (!isLookedAt) return
    isLookedAt = false
    look()
  }

  const look = (): void => {
    if (isAsking) {
      isLookedAt = true
      return
    }
    if (isWanted() && page.isVisible()) {
      if (letGo === null) void ask()
      return
    }
    letGo?.()
    letGo = null
  }
  return { look }
}
