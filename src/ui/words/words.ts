import { createContext, useContext } from 'react'
import { en } from './en/en.ts'

/** Everything the page can say, in one language. English is the measure for the others. */
export type Words = Omit<typeof en, 'direction'> & { readonly direction: 'ltr' | 'rtl' }

export const WordsContext = createContext<Words>(en)

export const useWords = (): Words => useContext(WordsContext)
