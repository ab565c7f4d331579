import { createMoments } from '../moments.ts'

const moments = createMoments('fr-FR')

/** Whether it begins with the day of a month, which takes an article: "27 nov. 15:00" */
const isDate = (text: string): boolean => /^\d+\D* /.test(text)

/** "jusqu’à 15:00", "jusqu’à demain 15:00", "jusqu’au 27 nov. 15:00" */
export function until(atMs: number, nowMs: number): string {
  const text = moments.at(atMs, nowMs)
  return `${isDate(text) ? 'jusqu’au' : 'jusqu’à'} ${text}`
}

/** "à 15:00", "demain 15:00", "le 27 nov. 15:00" */
export function on(atMs: number, nowMs: number): string {
  const text = moments.at(atMs, nowMs)
  if (isDate(text)) return `le ${text}`
  return text.includes(' ') ? text : `à ${text}`
}

/** Of a day and a clock said already, the day null today: "à 15:00", "le 27 nov. à 15:00" */
export const atTheClock = (day: string | null, clock: string): string =>
  `${day === null ? '' : `${isDate(`${day} `) ? 'le ' : ''}${day} `}à ${clock}`

/** "depuis 15:00", "depuis le 27 nov. 15:00" */
export function since(atMs: number, nowMs: number): string {
  const text = moments.at(atMs, nowMs)
  return `depuis ${isDate(text) ? 'le ' : ''}${text}`
}
