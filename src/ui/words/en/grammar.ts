import { createMoments } from '../moments.ts'

const moments = createMoments('en-GB')

/** When something is: "at 15:00", "tomorrow at 15:00", "on Friday at 15:00", "on 27 Nov at 15:00" */
export function atTheMoment(atMs: number, nowMs: number): string {
  const [day, clock] = [moments.day(atMs, nowMs), moments.clock(atMs)]
  if (day === null) return `at ${clock}`
  return `${day === 'tomorrow' ? day : `on ${day}`} at ${clock}`
}
