import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Language } from './languages.ts'

export type Speech = {
  /** What the board speaks now. */
  readonly language: Language
  /** What the server is asked to speak: a language tag (BCP 47). */
  readonly culture: string
}

export type LanguageStore = StoreApi<Speech>

export const createLanguageStore = (first: Speech): LanguageStore => createStore<Speech>()(() => first)
