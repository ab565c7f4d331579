import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Ajv, type AnySchemaObject } from 'ajv'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

import { mistakesIn, parseConfiguration } from '../src/ucwa/config.ts'
import { verdictOn } from './check-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'presence-board-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string): string {
  const path = join(folder, 'config.json')
  writeFileSync(path, text)
  return path
}

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const schema: AnySchemaObject = JSON.parse(read('public/config.schema.json'))
const isValid = new Ajv({ strict: false }).compile(schema)

test('the file that is delivered is right, and decides nothing', () => {
  const delivered = read('public/config.json')
  expect(verdictOn(written(delivered)).exitCode).toBe(0)
  expect(parseConfiguration(JSON.parse(delivered))).toEqual(parseConfiguration({}))
})

test('every mistake is told with its file, field and remedy', () => {
  const path = written('{ "transport": "xFrame", "brandng": {} }')
  expect(verdictOn(path)).toEqual({
    exitCode: 1,
    lines: [
      `${path}, field transport: expected one of "auto", "cors", "xframe", found "xFrame". Write one of these, or leave the field out.`,
      `${path}, field brandng: there is no such field. Perhaps branding is meant.`,
    ],
  })
})

test.each<[string, string, number, number, RegExp]>([
  ['a comma is too many', '{\n  "company": "Contoso",\n}', 3, 1, /comma/],
  ['a comma is missing', '{\n  "company": "Contoso"\n  "transport": "auto"\n}', 3, 3, /comma/],
  [
    'a text has no quotation marks',
    '{\n  "company": Contoso,\n  "transport": "auto"\n}\n',
    2,
    14,
    /quotation/,
  ],
  ['a text does not end', '{\n  "company": "Contoso,\n  "transport": "auto"\n}', 2, 14, /quotation/],
  ['a quotation mark is a typographer’s', '{\n  "company": “Contoso”\n}', 2, 14, /quotation/],
  ['a name has none', '{\n  company: "Contoso"\n}', 2, 3, /quotation/],
  ['true is written with a capital', '{\n  "features": {\n    "search": False\n  }\n}', 3, 15, /missing/],
  ['a value is left out', '{\n  "company": ,\n  "transport": "auto"\n}', 2, 14, /missing/],
  ['a brace is missing', '{\n  "branding": {\n    "name": "Here"\n}', 4, 2, /brace/],
  ['a brace is too many', '{\n  "company": "Contoso"\n}}\n', 3, 2, /brace/],
  ['a line is a comment', '{\n  // ours\n  "company": "Contoso"\n}', 2, 3, /no comments/],
  ['a backslash stands alone', '{\r\n  "company": "Contoso\\Sales"\r\n}', 2, 14, /backslash twice/],
  ['it is empty', '', 1, 1, /missing/],
])('when %s, it is not JSON, and told with its place', (_, text, line, column, remedy) => {
  const { exitCode, lines } = verdictOn(written(text))
  expect(exitCode).toBe(2)
  expect(lines[0]).toContain(`is not JSON: line ${line}, column ${column}. `)
  expect(lines[0]).toMatch(remedy)
})

test('wherever a file is broken off, what is not JSON has a place, and not one behind the end', () => {
  const delivered = read('public/config.json').trimEnd()
  for (let length = 0; length < delivered.length; length += 1) {
    const { exitCode, lines } = verdictOn(written(delivered.slice(0, length)))
    expect(exitCode).toBe(2)
    const line = Number(/ is not JSON: line (\d+), column \d+\. /.exec(lines[0] ?? '')?.[1])
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(delivered.slice(0, length).split('\n').length)
  }
})

test('the mark that editors on Windows put before a text is no mistake, as it is none to the page', async () => {
  const text = '\uFEFF{ "company": "Contoso" }'
  await expect(new Response(text).json()).resolves.toEqual({ company: 'Contoso' })
  expect(verdictOn(written(text))).toMatchObject({ exitCode: 0 })
  expect(verdictOn(written('\uFEFF{ "company": Contoso }')).lines[0]).toContain('line 1, column 14.')
})

test('a file that is not there, or not named, is told as such', () => {
  expect(verdictOn(join(folder, 'none.json'))).toMatchObject({ exitCode: 2 })
  expect(verdictOn(undefined)).toMatchObject({ exitCode: 2 })
})

test('the schema describes every field that the page reads, and no other', () => {
  const whole = parseConfiguration({
    $schema: '',
    signIn: { modern: { clientId: 'a' } },
    sandbox: { users: [{ username: 'a', password: 'b', name: 'c' }] },
  })
  expect(fieldsIn(schema)).toEqual(['$schema', ...fieldsOf(whole)].toSorted())
})

test(
  'the schema and the page say the same of any file, but for where the states’ file may lie',
  () =>
    fc.assert(
      fc.property(fileLike(schema), (json) => {
        const told = mistakesIn(json).filter(({ sentence }) => !sentence.includes(BEYOND_A_SCHEMA))
        expect(isValid(json), JSON.stringify(json)).toBe(told.length === 0)
      }),
      { numRuns: 1500 },
    ),
  30_000, // one core of two may be somebody else's
)

test('the schema and the page say the same of any address', () => {
  const verdicts = addresses().map((url) => {
    const json = { autodiscover: { url } }
    return { url, isOfSchema: isValid(json), isOfPage: mistakesIn(json).length === 0 }
  })
  expect(verdicts.filter(({ isOfSchema, isOfPage }) => isOfSchema !== isOfPage)).toEqual([])
  expect(verdicts.filter(({ isOfPage }) => isOfPage).length).toBeGreaterThan(20)
})

/** One domain below another: no schema can say that. */
const BEYOND_A_SCHEMA = 'expected an address of one of trustedDomains'

function addresses(): readonly string[] {
  const hosts = [
    'a',
    'a.b',
    'a-b.c',
    '-a',
    'a_b',
    '1',
    '1.2.3.4',
    '256.1.1.1',
    '1.2',
    '[::1]',
    '[::2]',
    'a.',
    '',
  ]
  const ports = ['', ':', ':0', ':1', ':65535', ':65536', ':x']
  const rests = ['', '/', '/a b', '/a?b#c', '\\']
  const of = (scheme: string): readonly string[] =>
    hosts.flatMap((host) => ports.flatMap((port) => rests.map((rest) => `${scheme}${host}${port}${rest}`)))
  const here = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://localhost:1/',
    'http://[::1]/',
    'http://localhost.a/',
  ]
  return [...of('https://'), ...here, 'http://a/', 'ftp://a/', 'https:a', 'https://u:p@a/', 'HTTPS://A/']
}

/** Files that are right in many places and wrong in some: what is wrong everywhere says little about each check. */
function fileLike(of: AnySchemaObject): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 80, arbitrary: rightLike(of) }, { weight: 1, arbitrary: ANYTHING })
}

const ANYTHING = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, '', [], {}, 0, true, 'a b', '#12345', 'a.svg'),
)

function rightLike(of: AnySchemaObject): fc.Arbitrary<unknown> {
  const { enum: values, properties, items, pattern } = of
  const types: readonly string[] = [of['type']].flat()
  if (values !== undefined) return fc.constantFrom(...values)
  const orNull = <T>(arbitrary: fc.Arbitrary<T>) =>
    types.includes('null') ? fc.option(arbitrary) : arbitrary
  if (properties !== undefined) {
    const fields = Object.fromEntries(
      Object.entries<AnySchemaObject>(properties).map(([name, field]) => [name, fileLike(field)]),
    )
    const extra = fc.oneof(
      { weight: 30, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: STRANGE_FIELD },
    )
    const object = fc.oneof(fc.record(fields, { requiredKeys: [] }), fc.record(fields))
    return orNull(fc.tuple(object, extra).map(([known, strange]) => ({ ...known, ...strange })))
  }
  if (items !== undefined) return orNull(fc.array(fileLike(items), { maxLength: 3 }))
  if (pattern !== undefined)
    return orNull(
      fc.oneof(
        { weight: 20, arbitrary: fc.stringMatching(withoutLookahead(pattern)) },
        { weight: 1, arbitrary: NEARLY },
      ),
    )
  if (types.includes('boolean')) return orNull(fc.boolean())
  return orNull(
    fc.oneof(
      { weight: 20, arbitrary: fc.string({ minLength: 1 }) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
  )
}

/** fast-check knows none; here it only bounds a length. */
const withoutLookahead = (pattern: string): RegExp => new RegExp(pattern.replaceAll(/\(\?=[^)]*\)/g, ''))

const STRANGE_FIELD = fc.record({ strange: fc.jsonValue() })
const NEARLY = fc.constantFrom(
  ...addresses(),
  'contoso.com',
  '-contoso.com',
  '#3a60ce',
  '#3a60cg',
  '../a.svg',
)

const fieldsIn = (of: AnySchemaObject, prefix = ''): string[] =>
  Object.entries<AnySchemaObject>(of['properties'] ?? {})
    .flatMap(([name, field]) => [
      prefix + name,
      ...fieldsIn(field, `${prefix}${name}.`),
      ...fieldsIn(field['items'] ?? {}, `${prefix}${name}.`),
    ])
    .toSorted()

function fieldsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, prefix))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, field]) => [
    prefix + name,
    ...fieldsOf(field, `${prefix}${name}.`),
  ])
}
