import type { Contact } from '../../ucwa/contact.ts'
import type { SipUri } from '../../ucwa/hal.ts'

/** Case and accents aside: "sorensen" finds Sørensen's cousin Sörensen, and "groß" finds Gross. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')

/** A word ends where neither letter nor digit stands: Anne-Marie has two, and so has O'Brien. */
export const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** What somebody has published in words: their note and place, as far as these are read. */
export type TextsOf = (uri: SipUri) => readonly string[]

/** Everybody's texts, and the words in them: found once, and not for every letter that is typed. */
export type WordBook = Map<SipUri, { readonly text: string; readonly words: string }>

/** What was typed, as a question about a contact; null when nothing was. Every word must begin a word of theirs. */
export function createSearch(
  typed: string,
  textsOf: TextsOf = () => [],
  book: WordBook = new Map(),
): ((contact: Contact) => boolean) | null {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return typed.trim() === '' ? null : () => false // no sign of any word
  return (contact) => {
    const { name, title, department, office, uri } = contact
    const text = [name, title, department, office, uri.slice('sip:'.length), ...textsOf(uri)].join(' ')
    const words = wordsIn(book, uri, text)
    return wanted.every((word) => words.includes(` ${word}`) || (hasNoSpaces(word) && words.includes(word)))
  }
}

/** Each after a space. */
function wordsIn(book: WordBook, uri: SipUri, text: string): string {
  const known = book.get(uri)
  if (known?.text === text) return known.words
  const words = ` ${wordsOf(text).join(' ')}`
  book.set(uri, { text, words })
  return words
}

/** Scripts that write without spaces: there a word may begin anywhere. */
export const hasNoSpaces = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
