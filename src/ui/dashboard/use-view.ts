import { useStore } from 'zustand'
import type { Density, Grouping, Sorting } from '../../state/view.ts'
import { useServices } from '../services.ts'

/** How the list is shown: as the address says, else as this browser prefers, else as the administrator has decided. */
export function useArrangedBy(): { density: Density; grouping: Grouping; sorting: Sorting } {
  const { viewStore, preferencesStore, configuration } = useServices()
  const density = useStore(viewStore, (view) => view.density)
  const grouping = useStore(viewStore, (view) => view.grouping)
  const sorting = useStore(viewStore, (view) => view.sorting)
  const preferred = useStore(preferencesStore, (preferences) => preferences.density)
  return {
    density: density ?? preferred,
    grouping: grouping ?? configuration.defaults.grouping,
    sorting: sorting ?? configuration.defaults.sorting,
  }
}
