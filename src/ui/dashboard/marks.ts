import { folded, hasNoSpaces, wordsOf } from './search.ts'

/** Part of a text: what was searched for, or what stands between. */
export type Part = { readonly text: string; readonly isMarked: boolean }

/** A text in parts, of which those are marked by which the search finds it. Put together they are the text. */
export function partsOf(text: string, typed: string): readonly Part[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0 || text === '') return [{ text, isMarked: false }]
  // Folding may lengthen a letter ("ß") or leave nothing of it (an accent): each folded unit knows where it came from.
  const startOf: number[] = []
  let plain = ''
  let at = 0
  for (const letter of text) {
    const fold = folded(letter)
    for (let n = 0; n < fold.length; n += 1) startOf.push(at)
    plain += fold
    at += letter.length
  }
  const isMarked = Array.from({ length: text.length }, () => false)
  const mark = (from: number, length: number): void =>
    void isMarked.fill(true, startOf[from] ?? 0, startOf[from + length] ?? text.length)
  for (const { index, 0: word } of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (const each of wanted) {
      if (word.startsWith(each)) mark(index, each.length)
      else if (hasNoSpaces(each) && word.includes(each)) mark(index + word.indexOf(each), each.length)
    }
  }
  const parts: { text: string; isMarked: boolean }[] = []
  for (let n = 0; n < text.length; n += 1) {
    const last = parts.at(-1)
    if (last !== undefined && last.isMarked === isMarked[n]) last.text += text[n] ?? ''
    else parts.push({ text: text[n] ?? '', isMarked: isMarked[n] === true })
  }
  return parts
}
