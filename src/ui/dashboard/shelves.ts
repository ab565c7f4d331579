import { CARD_GAP_PX } from '../contact/place-of-card.ts'
import type { Line } from './lines.ts'

/** Lines side by side: cards in columns, everything else by itself. */
export type Shelf = { readonly first: number; readonly count: number }

/** Wide enough for a name, an availability and a note. Source: design, section 5. */
const CARD_LEAST_PX = 240

export const columnsIn = (widthPx: number): number =>
  Math.max(1, Math.floor((widthPx + CARD_GAP_PX) / (CARD_LEAST_PX + CARD_GAP_PX)))

const isCard = (line: Line): boolean => line.kind === 'contact' || line.kind === 'reading'

/** Every line on exactly one shelf, in their order. */
export function shelvesOf(lines: readonly Line[], columns: number): readonly Shelf[] {
  const shelves: { first: number; count: number }[] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const last = shelves.at(-1)
    if (isCard(line) && isOpen && last !== undefined && last.count < columns) last.count += 1
    else shelves.push({ first: index, count: 1 })
    isOpen = isCard(line)
  }
  return shelves
}

/** On which shelf that line is. */
export function shelfOf(shelves: readonly Shelf[], index: number): number {
  let from = 0
  let to = shelves.length - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((shelves[middle]?.first ?? 0) <= index) from = middle
    else to = middle - 1
  }
  return from
}

/** The line above or below, in the same column as far as there is one. */
export function lineBeside(shelves: readonly Shelf[], index: number, step: 1 | -1): number {
  const at = shelfOf(shelves, index)
  const here = shelves[at]
  const there = shelves[at + step]
  if (here === undefined || there === undefined) return index
  return there.first + Math.min(index - here.first, there.count - 1)
}
