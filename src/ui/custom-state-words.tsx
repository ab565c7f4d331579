import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useServices } from './services.ts'
import { WordsContext, useWords } from './words/words.ts'

/** Below it an activity that is one of the company's own states is said in the reader's language, whoever shows it. */
export function CustomStateWords({ children }: { children: ReactNode }) {
  const file = useStore(useServices().customStatesStore, (states) => states.file)
  const words = useWords()
  const extended = useMemo(() => {
    if (file.kind !== 'read') return words
    const { ownWords } = file
    return {
      ...words,
      activity: (activity: string): string => ownWords.get(activity) ?? words.activity(activity),
    }
  }, [file, words])
  return <WordsContext value={extended}>{children}</WordsContext>
}
