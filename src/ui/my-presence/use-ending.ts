import { useStore } from 'zustand'
import type { Ending, EndingChoice } from '../../session/endings.ts'
import { useServices } from '../services.ts'

/** When what was chosen ends, by this browser's doing; null: nothing ends it. */
export const useEnding = (resource: EndingChoice['resource']): Ending | null =>
  useStore(
    useServices().endingsStore,
    ({ planned }) => planned.find(({ choice }) => choice.resource === resource) ?? null,
  )
