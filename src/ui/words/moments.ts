const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How one language writes moments and numbers. All instants are milliseconds since the Unix epoch. */
export type Moments = {
  /** "10:42" */
  clock(atMs: number): string
  /** "just now" (null, since each language has its own word), "7 min ago", "yesterday 17:52", "18 Nov" */
  ago(atMs: number, nowMs: number): string | null
  /** The day of a moment to come, or past; null today: "tomorrow", "Friday"; in a week "Friday 27 Nov", and else "4 Dec", "4 Dec 2025" */
  day(atMs: number, nowMs: number): string | null
  /** With that day: "15:00", "tomorrow 15:00", "4 Dec 15:00" */
  at(atMs: number, nowMs: number): string
  number(count: number): string
}

/** A clock after its day, which is null today, as `Moments.day` says it. */
export const dated = (day: string | null, clock: string): string => (day === null ? clock : `${day} ${clock}`)

/** @param timeZone the machine's own unless told otherwise, which only tests do */
export function createMoments(locale: string, timeZone?: string): Moments {
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const dateWithYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone })
  const weekdayAndDate = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    ...zone,
  })
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }) // only ever compared, itself or its year, as in "2026-11-20"
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  const count = new Intl.NumberFormat(locale)

  const dayOf = (atMs: number, nowMs: number): string | null => {
    const [on, today] = [day.format(atMs), day.format(nowMs)]
    if (on === today) return null
    if (on === day.format(nowMs + DAY_MS)) return relative.format(1, 'day')
    const isWithin = (days: number): boolean => atMs > nowMs && on <= day.format(nowMs + days * DAY_MS)
    if (isWithin(6)) return weekday.format(atMs)
    if (isWithin(7)) return weekdayAndDate.format(atMs) // a day of today's name
    return (on.slice(0, 4) === today.slice(0, 4) ? date : dateWithYear).format(atMs)
  }

  return {
    clock: (atMs) => clock.format(atMs),
    number: (value) => count.format(value),
    day: dayOf,
    at: (atMs, nowMs) => dated(dayOf(atMs, nowMs), clock.format(atMs)),
    ago(atMs, nowMs) {
      const passedMs = nowMs - atMs
      if (passedMs < MINUTE_MS) return null // the server's clock may be ahead of ours, too
      if (passedMs < HOUR_MS) return relative.format(-Math.floor(passedMs / MINUTE_MS), 'minute')
      const named = dayOf(atMs, nowMs)
      if (named === null) return relative.format(-Math.floor(passedMs / HOUR_MS), 'hour')
      const isYesterday = day.format(atMs) === day.format(nowMs - DAY_MS)
      return isYesterday ? dated(relative.format(-1, 'day'), clock.format(atMs)) : named
    },
  }
}
