import { loadCustomStates } from '../session/custom-states.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

/**
 * Reads the company's own states once for a page and a culture: the administrator's file seldom changes, and a page is
 * opened often enough. Answers how to stop.
 */
export function keepCustomStates(world: World, stores: Stores, signal: AbortSignal): () => void {
  const { customStatesStore, languageStore } = stores
  if (world.configuration.customStatesUrl === null) return () => undefined
  const load = async (culture: string): Promise<void> => {
    customStatesStore.setState({ file: { kind: 'reading' } })
    const file = await loadCustomStates({ ...world, culture }, signal)
    if (languageStore.getState().culture === culture) customStatesStore.setState({ file })
  }
  const read = (culture: string): void =>
    void load(culture).catch((error: unknown) => {
      if (!signal.aborted) world.report(error)
    })
  read(languageStore.getState().culture)
  return languageStore.subscribe(({ culture }, { culture: before }) => {
    if (culture !== before) read(culture)
  })
}
