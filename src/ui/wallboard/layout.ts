// A wall is laid out on a sheet 1080 high, which is then scaled to the screen: what is said here holds at any size.

export const SHEET_PX = 1080
const MARGIN_PX = 48
const GAP_PX = 16
const LEAST_COLUMN_PX = 400
const MOST_COLUMNS = 6
/** How many tiles stand below one another between the head and the foot. */
export const ROWS = 5

const MINUTE_MS = 60_000
const PAGE_MS = 20_000
const MOST_SHIFT_PX = 8

/** @param widthPx of the sheet, when it is 1080 high */
export const columnsIn = (widthPx: number): number =>
  Math.max(
    1,
    Math.min(MOST_COLUMNS, Math.floor((widthPx - 2 * MARGIN_PX + GAP_PX) / (LEAST_COLUMN_PX + GAP_PX))),
  )

/** People of one group below one another. `isFirst`: on its page, where the group's name stands above them. */
export type Column<Group, Member> = {
  readonly group: Group
  readonly members: readonly Member[]
  readonly isFirst: boolean
}

/**
 * Groups one beside the other; one that has more people than a column goes on in the next, or on the next page, and one that
 * has nobody has an empty column.
 */
export function pagesOf<Group, Member>(
  groups: readonly { readonly group: Group; readonly members: readonly Member[] }[],
  columns: number,
): readonly (readonly Column<Group, Member>[])[] {
  const all = groups.flatMap(({ group, members }) =>
    (members.length === 0 ? [members] : slicesOf(members, ROWS)).map((slice) => ({ group, members: slice })),
  )
  return slicesOf(all, columns).map((page) =>
    page.map((column, at) => ({ ...column, isFirst: page[at - 1]?.group !== column.group })),
  )
}

const slicesOf = <T>(all: readonly T[], length: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, at) => all.slice(at * length, (at + 1) * length))

/** Which page is on show then: the pages turn every 20 s. */
export const pageAt = (nowMs: number, pages: number): number =>
  pages === 0 ? 0 : Math.floor(nowMs / PAGE_MS) % pages

/** Where the whole picture stands in that minute, at most 8 px from its place: no edge burns itself into the screen. */
export function shiftAt(nowMs: number): { readonly x: number; readonly y: number } {
  const minute = Math.floor(nowMs / MINUTE_MS)
  // By steps that no whole number of minutes undoes, it comes by all over, and never twice in a row at one place.
  const radius = MOST_SHIFT_PX * Math.sqrt((minute * OUTWARDS) % 1)
  const angle = 2 * Math.PI * ((minute * ROUND) % 1)
  return { x: Math.trunc(radius * Math.cos(angle)), y: Math.trunc(radius * Math.sin(angle)) }
}

/** The plastic ratio's first two powers, which fill a square evenly. */
const OUTWARDS = 0.754_877_666_246_692_7
const ROUND = 0.569_840_290_998_053_2
