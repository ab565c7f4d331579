import { use, useDeferredValue } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '../../state/languages.ts'
import { loadWords } from './load-words.ts'
import { WordsContext } from './words.ts'

/** Needs a Suspense above it, for the first words; when the language changes, the old words stay until the new are there. */
export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <WordsContext value={use(loadWords(useDeferredValue(language)))}>{children}</WordsContext>
}
