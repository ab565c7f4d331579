import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')

/** When something is: "um 15:00", "morgen um 15:00", "am Freitag um 15:00", "am 27. Nov. um 15:00" */
export const atTheMoment = (atMs: number, nowMs: number): string =>
  atTheClock(moments.day(atMs, nowMs), moments.clock(atMs))

/** The same of a day and a clock said already; the day is null today. */
export function atTheClock(day: string | null, clock: string): string {
  if (day === null) return `um ${clock}`
  return `${day === 'morgen' ? day : `am ${day}`} um ${clock}`
}
