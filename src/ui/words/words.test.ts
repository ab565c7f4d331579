import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../state/languages.ts'
import { argumentsFor, NAMED, spokenTexts, type SpokenText } from '../../testing/spoken-texts.ts'
import { loadDiagnosticsWords, loadWords } from './load-words.ts'

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
    ],
  ],
  ['ja', ['PC', 'Esc']],
  ['es', ['Chat', 'PC', 'Token', 'Visible', 'Esc', 'ms', 'min', 'ext']],
  ['ar', ['Esc']],
])
/** These are no words of ours. */
const NO_WORDS: ReadonlySet<string> = new Set(['words.product', 'words.direction'])

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

test.each(others)('nothing is left in English in %s', async (language) => {
  const same = new Set(SAME.get(language))
  const left = (await textsIn(language))
    .filter(({ path, ours, theirs }) => ours === theirs && !NO_WORDS.has(path))
    .filter((text) => wordsIn(text).some((word) => !same.has(word)))
  expect(left.map(({ path, ours }) => `${path}: ${ours}`)).toEqual([])
})

test.each(others)('in %s each text names what it is about', async (language) => {
  const lost = (await textsIn(language)).filter(
    ({ ours, theirs }) => ours.includes(NAMED) && !theirs.includes(NAMED),
  )
  expect([...new Set(lost.map(({ path }) => path))]).toEqual([])
})

const NOON_MS = new Date(2026, 10, 18, 12).getTime()
const MONDAY_MS = new Date(2026, 10, 16, 17, 42).getTime()

test.each(LANGUAGES)('in %s a moment of another day is never a bare time', async (language) => {
  const { asOf, band, moments, person } = await loadWords(language)
  const past = (atMs: number): readonly string[] => [
    asOf(atMs, NOON_MS),
    band.notLive(atMs, NOON_MS),
    band.offline(atMs, NOON_MS),
    person.since(atMs, NOON_MS),
    person.sinceLong(atMs, NOON_MS),
  ]
  const clock = moments.clock(MONDAY_MS)
  const day = moments.at(MONDAY_MS, NOON_MS).slice(0, -clock.length)
  expect(past(MONDAY_MS).filter((text) => !text.includes(day) || !text.includes(clock))).toEqual([])
  const today = NOON_MS - 3 * 3_600_000
  expect(past(today).filter((text) => !text.includes(moments.clock(today)) || text.includes(day))).toEqual([])
})

function functionsIn(words: unknown, path = ''): readonly string[] {
  if (typeof words === 'function') return [path]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) =>
    functionsIn(value, path === '' ? key : `${path}.${key}`),
  )
}
