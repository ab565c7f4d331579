import type { CSSProperties } from 'react'

/** CSS px between cards. */
export const CARD_GAP_PX = 12

/** Where somebody lies in the list: below one another, or side by side in columns. All in CSS px. */
export type PlaceOfCard = {
  readonly topPx: number
  readonly heightPx: number
  readonly column: number
  readonly columns: number
}

/** By translation, which can be watched without anything being laid out anew. Its percentages are of the card itself. */
export const placeOfCard = ({ topPx, heightPx, column, columns }: PlaceOfCard): CSSProperties => ({
  translate: `calc((100% + ${CARD_GAP_PX}px) * ${column} * var(--towards-end)) ${topPx}px`,
  blockSize: heightPx,
  inlineSize: `calc((100% + ${CARD_GAP_PX}px) / ${columns} - ${CARD_GAP_PX}px)`,
})
