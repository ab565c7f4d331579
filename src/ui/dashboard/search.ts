import type { Contact } from '../../ucwa/contact.ts'

/** Case and accents aside: "sorensen" finds Sørensen's cousin Sörensen, and "groß" finds Gross. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')

/** What was typed, as a question about a contact; null when nothing was. Every word must begin a word of theirs. */
export function createSearch(typed: string): ((contact: Contact) => boolean) | null {
  const wanted = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return null
  return (contact) => {
    const words = ` ${folded([contact.name, contact.title, contact.department, contact.uri.slice(4)].join(' '))}`
    return wanted.every((word) => words.includes(` ${word}`) || (hasNoSpaces(word) && words.includes(word)))
  }
}

/** Scripts that write without spaces: there a word may begin anywhere. */
const hasNoSpaces = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
