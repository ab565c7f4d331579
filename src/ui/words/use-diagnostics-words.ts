import { use } from 'react'
import type { DiagnosticsWords } from './diagnostics-words.ts'
import { loadDiagnosticsWords } from './load-words.ts'
import { useWords } from './words.ts'

/** What only the diagnostics say, in the reader's language. Suspends while it is fetched. */
export const useDiagnosticsWords = (): DiagnosticsWords => use(loadDiagnosticsWords(useWords().language))
