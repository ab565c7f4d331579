import type { OwnText } from './world-model.ts'

/**
 * What somebody of that culture reads. Documented: "localized in the current application's culture provided the localized
 * string exists in the contact's publication" (UCWA reference, "contactPresence", `activity`). Assumed, where it does not:
 * the first of the same language, else the first of all.
 */
export function textIn(culture: string | null, text: OwnText): string {
  if (typeof text === 'string') return text
  const written = Object.entries(text)
  const like = (fits: (name: string) => boolean) => written.find(([name]) => fits(name.toLowerCase()))?.[1]
  const asked = culture?.toLowerCase() ?? ''
  return (
    like((name) => name === asked) ??
    like((name) => asked !== '' && languageOf(name) === languageOf(asked)) ??
    written[0]?.[1] ??
    ''
  )
}

const languageOf = (culture: string): string => culture.replace(/-.*$/, '')
