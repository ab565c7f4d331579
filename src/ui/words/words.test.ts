import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../state/languages.ts'
import { argumentsFor, NAMED, spokenTexts, type SpokenText } from '../../testing/spoken-texts.ts'
import { loadDiagnosticsWords, loadWords } from './load-words.ts'

/** What is the same in another language as in English, and not forgotten; by the path of the words. */
const SAME: ReadonlyMap<Language, readonly string[]> = new Map()

const ENGLISH = new URL('en/', import.meta.url)
const given = argumentsFor(
  readdirSync(ENGLISH)
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

const pathOf = ({ path }: SpokenText): string => path.replace(/\(.*$/s, '')

/** What is to be read in it: without what is named, and without what is no word. */
const readable = (text: string): string =>
  text.replaceAll(NAMED, '').replaceAll(/https?:\S*|[\w-]+\.(json|invalid)|\P{L}/gu, '')

const others: readonly Language[] = LANGUAGES.filter((language) => language !== 'en')

test('all that English says is heard here, functions included', async () => {
  const heard = new Set((await textsIn('en')).map(pathOf))
  const unheard = functionsIn(await everythingIn('en')).filter((path) => !heard.has(path))
  expect(unheard).toEqual([])
})

test.each(others)('nothing is left in English in %s', async (language) => {
  const left = (await textsIn(language)).filter(
    ({ ours, theirs }) => ours === theirs && readable(ours).length > 1,
  )
  expect([...new Set(left.map(pathOf))].toSorted()).toEqual((SAME.get(language) ?? []).toSorted())
})

test.each(others)('in %s each text names what it is about', async (language) => {
  const lost = (await textsIn(language)).filter(
    ({ ours, theirs }) => ours.includes(NAMED) && !theirs.includes(NAMED),
  )
  expect([...new Set(lost.map(pathOf))]).toEqual([])
})

function functionsIn(words: unknown, path = ''): readonly string[] {
  if (typeof words === 'function') return [path]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) =>
    functionsIn(value, path === '' ? key : `${path}.${key}`),
  )
}
