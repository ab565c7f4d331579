/** What the board speaks, each with the culture that stands for it where the reader names no region. */
const CULTURES = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  ja: 'ja-JP',
  es: 'es-ES',
  ar: 'ar-SA',
} as const

export type Language = keyof typeof CULTURES

const isSpoken = (tag: string): tag is Language => Object.hasOwn(CULTURES, tag)

/** In the order in which they are offered. */
export const LANGUAGES: readonly Language[] = Object.keys(CULTURES).filter(isSpoken)

/** "de" of "de-AT". */
const languageOf = (culture: string): string => culture.split('-', 1)[0]?.toLowerCase() ?? ''

/**
 * The first of the reader's languages that the board speaks; English where it speaks none of them.
 *
 * @param wanted - language tags (BCP 47), best first, as in `navigator.languages`
 */
export const languageFor = (wanted: readonly string[]): Language =>
  wanted.map(languageOf).find(isSpoken) ?? 'en'

/**
 * The culture that the server is asked to speak: the reader's own with its region, also one that the board does not speak;
 * where a language was chosen here, that language's, with the reader's region if they named one.
 *
 * @param chosen - null to follow the browser
 * @param wanted - language tags (BCP 47), best first, as in `navigator.languages`
 */
export function cultureFor(chosen: Language | null, wanted: readonly string[]): string {
  if (chosen === null) return wanted[0] ?? CULTURES.en
  return wanted.find((culture) => languageOf(culture) === chosen && culture.includes('-')) ?? CULTURES[chosen]
}
