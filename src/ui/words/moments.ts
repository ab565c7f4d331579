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
  /** A moment to come, or past, with its day unless that is today: "15:00", "tomorrow 15:00", "Friday 15:00"; in a week "Friday 27 Nov 15:00", and beyond "4 Dec 15:00" */
  at(atMs: number, nowMs: number): string
  number(count: number): string
}

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
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }) // only ever compared, as in "2026-11-20"
  const year = new Intl.DateTimeFormat('en-CA', { year: 'numeric', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' })
  const count = new Intl.NumberFormat(locale)

  return {
    clock: (atMs) => clock.format(atMs),
    number: (value) => count.format(value),
    at(atMs, nowMs) {
      const today = day.format(nowMs)
      if (day.format(atMs) === today) return clock.format(atMs)
      if (day.format(atMs) === day.format(nowMs + DAY_MS))
        return `${relative.format(1, 'day')} ${clock.format(atMs)}`
      const isWithin = (days: number): boolean =>
        atMs > nowMs && day.format(atMs) <= day.format(nowMs + days * DAY_MS)
      const named = isWithin(6) ? weekday : isWithin(7) ? weekdayAndDate : date // in a week is a day of today's name
      return `${named.format(atMs)} ${clock.format(atMs)}`
    },
    ago(atMs, nowMs) {
      const passedMs = nowMs - atMs
      if (passedMs < MINUTE_MS) return null // the server's clock may be ahead of ours, too
      if (passedMs < HOUR_MS) return relative.format(-Math.floor(passedMs / MINUTE_MS), 'minute')
      if (day.format(atMs) === day.format(nowMs)) {
        return relative.format(-Math.floor(passedMs / HOUR_MS), 'hour')
      }
      if (day.format(atMs) === day.format(nowMs - DAY_MS)) {
        return `${relative.format(-1, 'day')} ${clock.format(atMs)}`
      }
      return (year.format(atMs) === year.format(nowMs) ? date : dateWithYear).format(atMs)
    },
  }
}
