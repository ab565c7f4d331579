const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Choices of "until": how long, in minutes. (Our choice.) */
export const LENGTHS_MINUTES = [30, 60, 120] as const

const FRIDAY = 5

type TimeOfDay = { readonly hours: number; readonly minutes: number }

/** That time on the day that many days from now, in local time, over changes of the clock. */
function onDay(nowMs: number, days: number, { hours, minutes }: TimeOfDay): number {
  const at = new Date(nowMs)
  at.setDate(at.getDate() + days)
  return at.setHours(hours, minutes, 0, 0)
}

/**
 * Null once it is past, or so near that it is no choice.
 * @param endOfDay local time, as in "17:30"
 */
export function endOfDayMs(nowMs: number, endOfDay: string): number | null {
  const time = timeOf(endOfDay)
  if (time === null) return null
  const atMs = onDay(nowMs, 0, time)
  return atMs - nowMs > 5 * MINUTE_MS ? atMs : null
}

/** When a note may be cleared, besides never and a time of one's own: in an hour, and at the end of the day, today and on Friday. */
export function clearTimesMs(
  nowMs: number,
  endOfDay: string,
): { readonly hour: number; readonly others: readonly number[] } {
  const daysToFriday = (FRIDAY - new Date(nowMs).getDay() + 7) % 7
  const days = [0, daysToFriday === 0 ? 7 : daysToFriday]
  const time = timeOf(endOfDay)
  const others = time === null ? [] : days.map((one) => onDay(nowMs, one, time))
  return { hour: nowMs + HOUR_MS, others: others.filter((atMs) => atMs - nowMs > HOUR_MS) }
}

/** When something of one's own is to end. */
export type EndTime =
  | { readonly kind: 'never' }
  /** Milliseconds since the Unix epoch. */
  | { readonly kind: 'at'; readonly atMs: number }
  /** A time of one's own is wanted, and none is said. */
  | { readonly kind: 'unsaid' }

/** What a time of one's own begins with: a full hour, and not one that is about to strike. (Our choice.) */
export function firstOwnTime(nowMs: number): EndTime {
  const at = new Date(nowMs + HOUR_MS / 2)
  return { kind: 'at', atMs: at.setHours(at.getHours() + 1, 0, 0, 0) }
}

/** What an `<input type="datetime-local">` says, in local time. */
export function saidTime(text: string): EndTime {
  const atMs = Date.parse(text) // without a zone, and with a time, it is read as local
  return Number.isNaN(atMs) ? { kind: 'unsaid' } : { kind: 'at', atMs }
}

/** The same backwards, to the minute. */
export function wallTime(atMs: number): string {
  const at = new Date(atMs)
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-')
  return `${day}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`
}

const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** Whether something can be published to end then; at a moment that is past it would be over at once. */
export const isAhead = (time: EndTime, nowMs: number): boolean =>
  time.kind === 'never' || (time.kind === 'at' && time.atMs > nowMs)

function timeOf(text: string): TimeOfDay | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  return hours === undefined || minutes === undefined
    ? null
    : { hours: Number(hours), minutes: Number(minutes) }
}
