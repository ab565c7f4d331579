import { createContext, useContext } from 'react'
import type { Language } from '../../state/languages.ts'
import { en } from './en/en.ts'

/** Everything the page can say, in one language. English is the measure for the others. */
export type Words = Omit<typeof en, 'language' | 'direction'> & {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
}

export const WordsContext = createContext<Words>(en)

export const useWords = (): Words => useContext(WordsContext)
