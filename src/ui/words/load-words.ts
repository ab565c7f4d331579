import type { Language } from '../../state/languages.ts'
import type { DiagnosticsWords } from './diagnostics-words.ts'
import { en } from './en/en.ts'
import type { Words } from './words.ts'

type Vocabulary = {
  readonly words: () => Promise<Words>
  /** What only the diagnostics page says; loaded with that page. */
  readonly diagnostics: () => Promise<DiagnosticsWords>
}

const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = {
  en: {
    words: async () => en,
    diagnostics: () => import('./en/diagnostics.ts').then(({ enDiagnostics }) => enDiagnostics),
  },
  de: {
    words: () => import('./de/de.ts').then(({ de }) => de),
    diagnostics: () => import('./de/diagnostics.ts').then(({ deDiagnostics }) => deDiagnostics),
  },
  fr: {
    words: () => import('./fr/fr.ts').then(({ fr }) => fr),
    diagnostics: () => import('./fr/diagnostics.ts').then(({ frDiagnostics }) => frDiagnostics),
  },
  ja: {
    words: () => import('./ja/ja.ts').then(({ ja }) => ja),
    diagnostics: () => import('./ja/diagnostics.ts').then(({ jaDiagnostics }) => jaDiagnostics),
  },
  es: {
    words: () => import('./es/es.ts').then(({ es }) => es),
    diagnostics: () => import('./es/diagnostics.ts').then(({ esDiagnostics }) => esDiagnostics),
  },
  ar: {
    words: () => import('./ar/ar.ts').then(({ ar }) => ar),
    diagnostics: () => import('./ar/diagnostics.ts').then(({ arDiagnostics }) => arDiagnostics),
  },
}

/** One promise per language, for as long as it does not fail, as React's `use` wants it. */
function once<T>(load: (language: Language) => Promise<T>): (language: Language) => Promise<T> {
  const loaded = new Map<Language, Promise<T>>()
  return (language) => {
    const before = loaded.get(language)
    if (before !== undefined) return before
    const loading = load(language).catch((error: unknown) => {
      loaded.delete(language) // the network may be back when it is asked for again
      throw error
    })
    loaded.set(language, loading)
    return loading
  }
}

/** In English where the words cannot be fetched: better than nothing said. */
export const loadWords = once((language) => VOCABULARIES[language].words().catch(() => en))

/** Rejects as `import()` does when the words cannot be fetched. */
export const loadDiagnosticsWords = once((language) => VOCABULARIES[language].diagnostics())
