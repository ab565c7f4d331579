import { useStore } from 'zustand'
import type { SipUri } from '../../ucwa/hal.ts'
import { useServices } from '../services.ts'

/** Whether they are marked in this browser. */
export const useIsFavourite = (who: SipUri): boolean =>
  useStore(useServices().favouritesStore, ({ people }) => people.has(who))
