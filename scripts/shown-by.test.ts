import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
/** Every page whose rows promise something, how many rows it has at least, and whether one may be `open` still. */
const PAGES: readonly (readonly [string, number, boolean])[] = [
  ['docs/enhanced-presence.md', 40, false],
  ['docs/compared.md', 90, true],
]

/** The last cell of a row of the page: what shows that its statement is honoured, or why nothing can. */
type Row = { readonly statement: string; readonly shownBy: string }

/** The rows of every table whose last heading is "shown by". */
function rowsOf(page: string): readonly Row[] {
  let isTable = false
  return page.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) isTable = false
    const cells = line.split('|').map((cell) => cell.trim())
    const [, first = '', second = ''] = cells
    const statement = `${first}: ${second}`
    const shownBy = cells.at(-2) ?? ''
    if (shownBy === 'shown by') isTable = true
    return !isTable || shownBy === 'shown by' || /^-+$/.test(shownBy) ? [] : [{ statement, shownBy }]
  })
}

/** `e2e/x.spec.ts` "a title", as often as there are any. */
const testsIn = (shownBy: string): readonly { readonly file: string; readonly title: string }[] =>
  Array.from(shownBy.matchAll(/`([^`]+)` "([^"]+)"/g), ([, file = '', title = '']) => ({ file, title }))

/** Why a row has no test. */
const REASON = /^not (?:possible|needed): .+/

/** Whether a file has a test of that title, or a case of a table of tests; not one that is skipped, nor one in a comment. */
function runsTest(text: string, title: string): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const escaped = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const opened = String.raw`(?<!\.(?:skip|fixme|todo))[(\[]\s*(['"\x60])`
  return new RegExp(String.raw`${opened}(?:(?!\1).)*${escaped}`).test(code)
}

/** What is wrong with a row; nothing when it keeps its promise, or may still be open. */
function mistakesIn(
  { statement, shownBy }: Row,
  read: (file: string) => string | null,
  isOpenAllowed: boolean,
): readonly string[] {
  const tests = testsIn(shownBy)
  if (tests.length === 0 && !REASON.test(shownBy) && !(isOpenAllowed && shownBy === 'open'))
    return [`"${statement}" names neither a test nor a reason`]
  return tests.flatMap(({ file, title }) => {
    const text = read(file)
    if (text === null) return [`"${statement}": there is no ${file}`]
    return runsTest(text, title) ? [] : [`"${statement}": ${file} runs no test "${title}"`]
  })
}

const readFile = (file: string): string | null =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : null

test.each(PAGES)(
  'every row of %s names a test that exists, or why there can be none',
  (page, fewest, isOpenAllowed) => {
    const rows = rowsOf(readFileSync(join(ROOT, page), 'utf8'))
    expect(rows.length).toBeGreaterThan(fewest)
    expect(rows.flatMap((row) => mistakesIn(row, readFile, isOpenAllowed))).toEqual([])
  },
)

/** Where a story is told that a row of docs/reliability.md names by its title alone. */
const STORIES = ['e2e/survival.spec.ts', 'e2e/several-tabs.spec.ts', 'e2e/outages.spec.ts']

const TESTS = ['src', 'e2e', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:test|spec)\.ts$/.test(file)),
)

/** Its rows name files by the end of their path, and titles after the file, or alone as a story's. */
function mistakesInReliability(shownBy: string, tests: readonly string[], read: typeof readFile): string[] {
  const named = Array.from(shownBy.matchAll(/`([^`]+\.(?:test|spec)\.ts)`(?: "([^"]+)")?|"([^"]+)"/g))
  return named.flatMap(([, file, title, story]) => {
    const files = file === undefined ? STORIES : tests.filter((path) => `/${path}`.endsWith(`/${file}`))
    if (files.length === 0) return [`there is no ${file}`]
    const wanted = title ?? story
    if (wanted === undefined || files.some((path) => runsTest(read(path) ?? '', wanted))) return []
    return [`${file ?? 'no story'} runs "${wanted}"`]
  })
}

test('what docs/reliability.md names exists', () => {
  const rows = rowsOf(readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8'))
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.flatMap(({ shownBy }) => mistakesInReliability(shownBy, TESTS, readFile))).toEqual([])
})

const A_FILE = `
test('it stands', () => {})
test('it falls', () => {})
test.each([
  ['it lies', 1],
])('%s', () => {})
test.skip('it swims', () => {})
// test('it flies', () => {})
/* ['it flies'] */
const where = 'sea'
`

test.each<[string, string, number]>([
  ['a test that exists', '`a.test.ts` "it stands"', 0],
  ['two that exist', '`a.test.ts` "it stands" and `a.test.ts` "it falls"', 0],
  ['a file that is not there', '`b.test.ts` "it stands"', 1],
  ['a title that is not there', '`a.test.ts` "it sits"', 1],
  ['a case of a table', '`a.test.ts` "it lies"', 0],
  ['a test that is skipped', '`a.test.ts` "it swims"', 1],
  ['a title that stands in a comment alone', '`a.test.ts` "it flies"', 1],
  ['what no test is called by', '`a.test.ts` "sea"', 1],
  ['nothing but that it is open', 'open', 1],
  ['nothing', '', 1],
  ['a reason', 'not possible: UCWA has no operation for it', 0],
  ['a reason without one', 'not possible', 1],
])('a row that names %s', (_, shownBy, mistakes) => {
  const read = (file: string) => (file === 'a.test.ts' ? A_FILE : null)
  const [row] = rowsOf(
    `| from | says | has | shown by |\n| --- | --- | --- | --- |\n| P | x | y | ${shownBy} |`,
  )
  expect(row === undefined ? ['no row'] : mistakesIn(row, read, false)).toHaveLength(mistakes)
})
