import { createMoments } from '../moments.ts'

const moments = createMoments('en-GB')

/** When something is: "at 15:00", "tomorrow at 15:00", "on Friday at 15:00", "on 27 Nov at 15:00" */
export function atTheMoment(atMs: number, nowMs: number): string {
  const clock = moments.clock(atMs)
  const day = moments.at(atMs, nowMs).slice(0, -clock.length).trim()
  if (day === '') return `at ${clock}`
  return `${day === 'tomorrow' ? day : `on ${day}`} at ${clock}`
}
