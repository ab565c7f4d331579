/** Where a row stands in the list, and whether Tab leads to it. */
export type PlaceOfRow = {
  readonly rowKey: string
  readonly rowIndex: number
  readonly isTabStop: boolean
  /** In CSS px from the start of the list. */
  readonly topPx: number
}
