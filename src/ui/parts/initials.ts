/**
 * What stands for a face: two letters for Latin, Greek and Cyrillic, one for Arabic and Hebrew,
 * the family name (at most two characters) for Chinese, Japanese and Korean.
 * Empty when the name has no letter to offer.
 */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)|\[.*?\]/gu, ' ') // "Dana Birkby (External)"
    .split(/[\s,]+/u)
    .filter((word) => /^\p{L}/u.test(word))
  const first = words[0]
  if (first === undefined) return ''
  if (EAST_ASIAN.test(first))
    return Array.from(words.length > 1 ? first : familyOf(first))
      .slice(0, 2)
      .join('')
  if (ONE_LETTER.test(first)) return letterOf(first)
  const last = words.length > 1 ? words.at(-1) : undefined
  return letterOf(first) + (last === undefined || EAST_ASIAN.test(last) ? '' : letterOf(last))
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const ONE_LETTER = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u

const letterOf = (word: string): string => (Array.from(word)[0] ?? '').toLocaleUpperCase()

// Without a space nothing says where the family name ends. Four characters are mostly two and two (Japanese),
// fewer mostly one and the rest (Chinese, Korean). (Our choice.)
const familyOf = (word: string): string => {
  const letters = Array.from(word)
  return letters.slice(0, letters.length >= 4 ? 2 : 1).join('')
}
