import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CustomStatesFile } from '../session/custom-states.ts'

/** The company's own states, as far as their file could be read. */
export type CustomStatesStore = StoreApi<{ readonly file: CustomStatesFile }>

export const createCustomStatesStore = (): CustomStatesStore =>
  createStore<{ readonly file: CustomStatesFile }>()(() => ({ file: { kind: 'none' } }))
