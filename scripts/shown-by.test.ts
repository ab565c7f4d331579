import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
/** Every page whose rows promise something, and how many rows it has at least. */
const PAGES: readonly (readonly [string, number])[] = [
  ['docs/enhanced-presence.md', 40],
  ['docs/compared.md', 90],
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

/** What is wrong with a row; nothing when it keeps its promise. `open` is no mistake, but no promise kept either. */
function mistakesIn({ statement, shownBy }: Row, read: (file: string) => string | null): readonly string[] {
  const tests = testsIn(shownBy)
  if (tests.length === 0 && !REASON.test(shownBy) && shownBy !== 'open')
    return [`"${statement}" names neither a test nor a reason`]
  return tests.flatMap(({ file, title }) => {
    const text = read(file)
    if (text === null) return [`"${statement}": there is no ${file}`]
    return text.includes(title) ? [] : [`"${statement}": ${file} has no test "${title}"`]
  })
}

const readFile = (file: string): string | null =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : null

test.each(PAGES)('every row of %s names a test that exists, or why there can be none', (page, fewest) => {
  const rows = rowsOf(readFileSync(join(ROOT, page), 'utf8'))
  expect(rows.length).toBeGreaterThan(fewest)
  expect(rows.flatMap((row) => mistakesIn(row, readFile))).toEqual([])
})

test.each<[string, string, number]>([
  ['a test that exists', '`a.test.ts` "it stands"', 0],
  ['two that exist', '`a.test.ts` "it stands" and `a.test.ts` "it falls"', 0],
  ['a file that is not there', '`b.test.ts` "it stands"', 1],
  ['a title that is not there', '`a.test.ts` "it sits"', 1],
  ['nothing', '', 1],
  ['a reason', 'not possible: UCWA has no operation for it', 0],
  ['a reason without one', 'not possible', 1],
])('a row that names %s', (_, shownBy, mistakes) => {
  const read = (file: string) => (file === 'a.test.ts' ? "test('it stands')\ntest('it falls')" : null)
  const [row] = rowsOf(
    `| from | says | has | shown by |\n| --- | --- | --- | --- |\n| P | x | y | ${shownBy} |`,
  )
  expect(row === undefined ? ['no row'] : mistakesIn(row, read)).toHaveLength(mistakes)
})
