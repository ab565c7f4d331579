const MINUTE_MS = 60_000

/** As many as the record keeps. */
export const CHART_MINUTES_SHOWN = 30

/** The last minutes in order, those without a request among them. */
export function minutesOf(
  byMinute: ReadonlyMap<number, number>,
  nowMs: number,
): readonly { readonly atMs: number; readonly count: number }[] {
  const last = Math.floor(nowMs / MINUTE_MS)
  return Array.from({ length: CHART_MINUTES_SHOWN }, (_, at) => {
    const minute = last - CHART_MINUTES_SHOWN + 1 + at
    return { atMs: minute * MINUTE_MS, count: byMinute.get(minute) ?? 0 }
  })
}
