import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../state/languages.ts'
import { argumentsFor, NAMED, spokenTexts, type SpokenText } from '../../testing/spoken-texts.ts'
import { loadDiagnosticsWords, loadWords } from './load-words.ts'
import type { Moments } from './moments.ts'

/** Words that are the same in that language as in English, and were not forgotten. */
const SAME: ReadonlyMap<Language, readonly string[]> = new Map([
  [
    'de',
    [
      'Offline',
      'Live',
      'Name',
      'Chat',
      'Video',
      'PC',
      'Browser',
      'Token',
      'Server',
      'Version',
      'Transport',
      'Person',
      'Esc',
      'ms',
    ],
  ],
  [
    'fr',
    [
      'Note',
      'Notifications',
      'Contacts',
      'Applications',
      'Application',
      'Page',
      'Transport',
      'Culture',
      'Visible',
      'Version',
      'Configuration',
      'Menu',
    ],
  ],
  ['ja', ['PC', 'Esc']],
  ['es', ['Chat', 'PC', 'Token', 'Visible', 'Esc', 'ms', 'min', 'ext']],
  ['ar', ['Esc']],
])
/** Where a language rightly has no words of its own, and why. */
const UNSAID: ReadonlyMap<Language, ReadonlyMap<string, string>> = new Map([
  ['de', new Map([['words.privacy.phones.number', 'each kind is a number by its name, as “Mobilnummer”']])],
])
/** These are no words of ours. */
const NO_WORDS: ReadonlySet<string> = new Set(['words.product', 'words.direction', 'words.person.skype'])

const ENGLISH = new URL('en/', import.meta.url)
const given = argumentsFor(
  [...readdirSync(ENGLISH).filter((file) => !file.endsWith('.test.ts')), '../diagnostics-words.ts']
    .map((file) => readFileSync(new URL(file, ENGLISH), 'utf8'))
    .join('\n'),
)

const everythingIn = async (language: Language) => ({
  words: await loadWords(language),
  diagnostics: await loadDiagnosticsWords(language),
})
const heardIn = new Map<Language, Promise<readonly SpokenText[]>>()
const textsIn = (language: Language): Promise<readonly SpokenText[]> => {
  const heard =
    heardIn.get(language) ??
    Promise.all([everythingIn('en'), everythingIn(language)]).then(([en, other]) =>
      spokenTexts(en, other, given),
    )
  heardIn.set(language, heard)
  return heard
}

/** The words of a text, without what it was given to say, without addresses and names of files. */
function wordsIn({ ours, given: values }: SpokenText): readonly string[] {
  const names = JSON.stringify(values).match(/[\w-]+/g) ?? []
  const own = names.reduce((text, name) => text.replaceAll(name, ' '), ours)
  return own.replaceAll(/https?:\S*|[\w-]+\.json/g, ' ').match(/\p{L}{2,}/gu) ?? []
}

const others: readonly Language[] = LANGUAGES.filter((language) => language !== 'en')

test('all that English says is heard here, functions included', async () => {
  const heard = new Set((await textsIn('en')).map(({ path }) => path))
  const unheard = functionsIn(await everythingIn('en')).filter((path) => !heard.has(path))
  expect(unheard).toEqual([])
})

test.each(others)('in %s something is said wherever English says something', async (language) => {
  const exceptions = UNSAID.get(language)
  const unsaid = (await textsIn(language)).filter(({ theirs }) => theirs === null)
  expect(
    unsaid
      .filter(({ path }) => exceptions?.has(path) !== true)
      .map(({ path, given: values, ours }) => `${path}(${JSON.stringify(values)}): ${ours}`),
  ).toEqual([])
  const unused = [...(exceptions?.keys() ?? [])].filter((path) => unsaid.every((text) => text.path !== path))
  expect(unused, 'exceptions that are none any more').toEqual([])
})

test.each(others)('nothing is left in English in %s', async (language) => {
  const same = new Set(SAME.get(language))
  const left = (await textsIn(language))
    .filter(({ path, ours, theirs }) => ours === theirs && !NO_WORDS.has(path))
    .filter((text) => wordsIn(text).some((word) => !same.has(word)))
  expect(left.map(({ path, ours }) => `${path}: ${ours}`)).toEqual([])
})

test.each(others)('in %s each text names what it is about', async (language) => {
  const lost = (await textsIn(language)).filter(
    ({ ours, theirs }) => theirs !== null && ours.includes(NAMED) && !theirs.includes(NAMED),
  )
  expect([...new Set(lost.map(({ path }) => path))]).toEqual([])
})

test.each(LANGUAGES)(
  'in %s a name of the other direction keeps its place in what is told of somebody',
  async (language) => {
    const { watching } = await loadWords(language)
    const told = watching.sentence(NAMED, watching.became('available', null))
    expect(told).toContain(`\u2068${NAMED}\u2069`)
  },
)

const NOON_MS = new Date(2026, 10, 18, 12).getTime()
const MONDAY_MS = new Date(2026, 10, 16, 17, 42).getTime()
const TODAY_MS = new Date(2026, 10, 18, 9).getTime()
const LAST_YEAR_MS = new Date(2025, 10, 18, 9, 5).getTime()
const NEXT_MONTH_MS = new Date(2026, 11, 18).getTime()

test.each(LANGUAGES)('in %s a moment of another day is never a bare time', async (language) => {
  const { asOf, band, moments, person } = await loadWords(language)
  const past = (atMs: number): readonly string[] => [
    asOf(atMs, NOON_MS),
    band.notLive(atMs, NOON_MS),
    band.offline(atMs, NOON_MS),
    person.since(atMs, NOON_MS),
    person.sinceLong(atMs, NOON_MS),
  ]
  expect(past(MONDAY_MS).filter((text) => !isDated(text, moments, MONDAY_MS))).toEqual([])
  expect(past(TODAY_MS).filter((text) => !isBare(text, moments, TODAY_MS))).toEqual([])
})

test.each(LANGUAGES)('in %s neither is one in the diagnostics, nor one of another year', async (language) => {
  const { moments } = await loadWords(language)
  const { application, channel, interruptions, moment, signIn, trouble } =
    await loadDiagnosticsWords(language)
  const past = (atMs: number): readonly string[] => {
    const interruption = { fromMs: atMs, toMs: atMs + 5000, because: null }
    return [
      moment(atMs, NOON_MS),
      signIn.got(atMs, 0, NOON_MS),
      signIn.got(atMs, 2, NOON_MS),
      signIn.renewedBefore(atMs, NOON_MS),
      application.createdAt(atMs, 1, NOON_MS),
      application.createdAt(atMs, 2, NOON_MS),
      channel.answered(atMs, 2, NOON_MS),
      trouble.solvedAfter(atMs, 5000, NOON_MS),
      interruptions([interruption], NOON_MS),
      interruptions([interruption, interruption], NOON_MS),
    ]
  }
  for (const atMs of [MONDAY_MS, LAST_YEAR_MS])
    expect(past(atMs).filter((text) => !isDated(text, moments, atMs))).toEqual([])
  expect(past(TODAY_MS).filter((text) => !isBare(text, moments, TODAY_MS))).toEqual([])
})

/** With its day, and with its year where that is another. */
function isDated(text: string, moments: Moments, atMs: number): boolean {
  const year = new Date(atMs).getFullYear()
  const isOfThisYear = year === new Date(NOON_MS).getFullYear()
  return (
    text.includes(moments.day(atMs, NOON_MS) ?? 'no day') &&
    text.includes(moments.clock(atMs)) &&
    (isOfThisYear || text.includes(moments.number(year).replace(/[.,٬\s]/u, '')))
  )
}

/** With its clock, and with no day of a month. */
const isBare = (text: string, moments: Moments, atMs: number): boolean =>
  text.includes(moments.clock(atMs)) && !text.includes(moments.day(atMs, NEXT_MONTH_MS) ?? 'no day')

function functionsIn(words: unknown, path = ''): readonly string[] {
  if (typeof words === 'function') return [path]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) =>
    functionsIn(value, path === '' ? key : `${path}.${key}`),
  )
}
