import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')

/** When something is: "um 15:00", "morgen um 15:00", "am Freitag um 15:00", "am 27. Nov. um 15:00" */
export function atTheMoment(atMs: number, nowMs: number): string {
  const clock = moments.clock(atMs)
  const day = moments.at(atMs, nowMs).slice(0, -clock.length).trim()
  if (day === '') return `um ${clock}`
  return `${day === 'morgen' ? day : `am ${day}`} um ${clock}`
}
