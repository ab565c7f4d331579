import { createMoments, dated } from '../moments.ts'

export { apart } from '../apart.ts'

// What all Arabic words are made with.

export const locale = 'ar-EG' // Arabic-Indic digits

export const moments = createMoments(locale)

const plural = new Intl.PluralRules(locale)

/** The forms of one counted thing; "#" stands for the number, which one and two do without. */
export type Counted = Readonly<Record<Intl.LDMLPluralRule, string>>

/** "٣ أشخاص" */
export const counted = (count: number, forms: Counted): string =>
  forms[plural.select(count)].replace('#', moments.number(count))

/** "الساعة ١٧:٤٢", "٢٠ نوفمبر الساعة ١٧:٤٢" */
export const theMoment = (atMs: number, nowMs: number): string =>
  theClock(moments.day(atMs, nowMs), moments.clock(atMs))

/** The same of a day and a clock said already; the day is null today. */
export const theClock = (day: string | null, clock: string): string => dated(day, `الساعة ${clock}`)

const PEOPLE: Counted = {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصان',
  few: '# أشخاص',
  many: '# شخصًا',
  other: '# شخص',
}
const OF_PEOPLE: Counted = { ...PEOPLE, zero: '# شخص', two: 'شخصين' }
const IN_SECONDS: Counted = {
  zero: '# ثانية',
  one: 'ثانية واحدة',
  two: 'ثانيتين',
  few: '# ثوانٍ',
  many: '# ثانية',
  other: '# ثانية',
}
const IN_MINUTES: Counted = {
  zero: '# دقيقة',
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
}
const CHARACTERS: Counted = {
  zero: '# حرف',
  one: 'حرف واحد',
  two: 'حرفان',
  few: '# أحرف',
  many: '# حرفًا',
  other: '# حرف',
}

export const people = (count: number): string => counted(count, PEOPLE)
/** After a preposition. */
export const ofPeople = (count: number): string => counted(count, OF_PEOPLE)
/** After a preposition. */
export const inSeconds = (count: number): string => counted(count, IN_SECONDS)
/** After a preposition. */
export const inMinutes = (count: number): string => counted(count, IN_MINUTES)
export const characters = (count: number): string => counted(count, CHARACTERS)
