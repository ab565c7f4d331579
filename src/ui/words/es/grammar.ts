import { createMoments } from '../moments.ts'

export const locale = 'es-ES'
export const moments = createMoments(locale)

const plural = new Intl.PluralRules(locale)

/** "1 persona", "46 personas", "1.000.000 de personas" */
export function counted(count: number, one: string, several: string): string {
  const form = plural.select(count)
  const of = form === 'many' ? 'de ' : '' // "un millón de personas", also in digits
  return `${moments.number(count)} ${of}${form === 'one' ? one : several}`
}

export const people = (count: number): string => counted(count, 'persona', 'personas')

/** "las 10:42", "la 01:05" */
const withArticle = (clock: string): string => `${/^0?1:/.test(clock) ? 'la' : 'las'} ${clock}`

/** "las 15:00", "mañana a las 15:00", "el viernes a las 15:00", "el 27 nov a las 15:00" */
export const theMoment = (atMs: number, nowMs: number): string =>
  theClock(moments.day(atMs, nowMs), moments.clock(atMs))

function theClock(day: string | null, clock: string): string {
  if (day === null) return withArticle(clock)
  return `${day === 'mañana' ? day : `el ${day}`} a ${withArticle(clock)}`
}

/** When something is: "a las 15:00", "mañana a las 15:00" */
export const atTheMoment = (atMs: number, nowMs: number): string =>
  atTheClock(moments.day(atMs, nowMs), moments.clock(atMs))

/** The same of a day and a clock said already; the day is null today. */
export function atTheClock(day: string | null, clock: string): string {
  const moment = theClock(day, clock)
  return /^las? /.test(moment) ? `a ${moment}` : moment
}

/** Of when something is: "de las 15:00", "del 27 nov a las 15:00" */
export function ofTheMoment(atMs: number, nowMs: number): string {
  const moment = theMoment(atMs, nowMs)
  return moment.startsWith('el ') ? `d${moment}` : `de ${moment}`
}
