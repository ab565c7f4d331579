import { versionStep } from '../session/new-version.ts'
import { VERSION_CHECK_AT_MOST_MS, VERSION_CHECK_MS } from '../session/timing.ts'
import type { Unasked } from '../session/unasked.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

/** Whether anything that the person has published or changed is not settled yet. */
export type UnderWay = {
  isAny(): boolean
  /** Tells that it may have changed. Answers how to stop. */
  subscribe(listener: () => void): () => void
}

type NewVersionDeps = {
  readonly world: Pick<World, 'keptPage' | 'page' | 'clock' | 'report'>
  readonly stores: Pick<Stores, 'signInStore' | 'newVersionStore' | 'wallStore'>
  readonly unasked: Unasked
  readonly underWay: UnderWay
}

/** Sees to it that a newer version of the page is asked for, and taken when it costs nobody anything. */
export function createNewVersion({ world, stores, unasked, underWay }: NewVersionDeps) {
  const { keptPage, page, clock } = world
  const { signInStore, newVersionStore, wallStore } = stores
  let isThere = false
  let isWriting = false
  let isTouched = false
  let checkedAtMs = 0

  const decide = (): void => {
    const step = versionStep({
      isThere,
      isWriting,
      isPublishing: underWay.isAny(),
      isTouched,
      signIn: signInStore.getState().signIn.kind,
      isSilent: unasked.whom() !== null,
      isOnWall: wallStore.getState().wall !== null,
    })
    newVersionStore.setState({ isOffered: step === 'offer' })
    if (step === 'take') keptPage?.take()
  }

  const check = (): void => {
    if (clock.now() - checkedAtMs < VERSION_CHECK_AT_MOST_MS) return
    checkedAtMs = clock.now()
    keptPage?.check().catch(world.report)
  }

  return {
    tellWriting: (isWritingNow: boolean): void => {
      isWriting = isWritingNow
      decide()
    },
    use: (): void => keptPage?.take(),

    /** Until the signal is aborted. */
    watch: (signal: AbortSignal): void => {
      if (keptPage === null) return
      keptPage.onNewer(() => {
        isThere = true
        decide()
      })
      const stops = [
        signInStore.subscribe((now, before) => {
          if (now.signIn.kind === before.signIn.kind) return
          isTouched = false
          if (now.signIn.kind === 'signedOut') check()
          decide()
        }),
        underWay.subscribe(() => {
          if (isThere) decide()
        }),
        page.onInput(() => {
          isTouched = true
        }),
        page.onChange(() => {
          if (page.isOnline() && page.isVisible()) check()
        }),
      ]
      void everyHour(signal)
      signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true })
    },
  }

  async function everyHour(signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await clock.sleep(VERSION_CHECK_MS, signal)
        check()
      }
    } catch (error) {
      if (!signal.aborted) world.report(error)
    }
  }
}
