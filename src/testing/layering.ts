import { posix } from 'node:path'

import { syntaxOf, type Import } from './syntax.ts'

/** One row of the layering rule: what the files of a folder may import, and which globals they must not touch. */
export type Row = {
  /** A folder, `src/ucwa/`, or one file, `src/main.tsx`. The first row that fits a file is its own. */
  readonly of: string
  /** The row as docs/architecture.md prints it, and as a breach is reported. */
  readonly sentence: string
  /** Folders and files of ours, whole. Files of the same row may always import one another. */
  readonly mayImport: readonly string[]
  /** Of these, types alone, and values whose name fits `values`. */
  readonly mayImportTypesOf?: { readonly of: readonly string[]; readonly values: RegExp | null }
  /** Packages, by name or beginning; null: any. */
  readonly packages: readonly string[] | null
  /** Names imported from a package that the folder has no use for. */
  readonly notNamed?: RegExp
  readonly globals: readonly string[]
}

/**
 * Holds sources against the table, the first fence's twin: the linter says the same while one types.
 * @param sources path from the project's folder → text
 * @returns one line for each breach; none: the house stands
 */
export function breachesOf(sources: ReadonlyMap<string, string>, table: readonly Row[]): string[] {
  const breaches: string[] = []
  for (const [path, text] of sources) {
    const row = rowFor(path, table)
    if (row === undefined) {
      breaches.push(`${path} is in a folder that no row of the table names`)
      continue
    }
    const { imports, globals, called } = syntaxOf(path, text)
    const wrong = [
      ...imports.filter((one) => !mayImport(path, one, row, table)).map((one) => `imports ${one.of}`),
      ...row.globals.filter((name) => globals.has(name)).map((name) => `touches ${name}`),
      ...FORBIDDEN_CALLS.filter((name) => called.has(name)).map(
        (name) => `calls ${name}, which loses events`,
      ),
    ]
    breaches.push(...wrong.map((what) => `${path} ${what}. ${row.sentence}`))
  }
  return breaches
}

/** Only `data/mark-stale.ts` knows how to make a query stale, and it does it query by query. */
const FORBIDDEN_CALLS = ['invalidateQueries', 'cancelQueries']

/** A test may import what its neighbours may, values as well as types, and the tools of tests. */
const TOOLS_OF_TESTS = ['vitest', 'fast-check', 'node:']
const FOLDER_OF_TESTS = 'src/testing/'

function mayImport(from: string, { of, values }: Import, row: Row, table: readonly Row[]): boolean {
  const isTest = /\.test\.tsx?$/.test(from)
  if (!of.startsWith('.')) {
    if (isTest && isOneOf(of, TOOLS_OF_TESTS)) return true
    if (values.some((name) => row.notNamed?.test(name))) return false
    return row.packages === null || isOneOf(of, row.packages)
  }
  const target = targetOf(from, of)
  const whole = isTest ? [...row.mayImport, FOLDER_OF_TESTS] : row.mayImport
  if (rowFor(target, table) === row || whole.some((place) => isIn(target, place))) return true
  if (!row.mayImportTypesOf?.of.some((place) => isIn(target, place))) return false
  return isTest || values.every((name) => row.mayImportTypesOf?.values?.test(name) ?? false)
}

/** `'hono'` names `hono/cors` too, and `'node:'` every module of Node's. */
const isOneOf = (specifier: string, packages: readonly string[]): boolean =>
  packages.some((name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`))

/**
 * Circles of files that import one another, each as the path round it; an import of types alone closes none.
 * @param sources path from the project's folder → text
 */
export function circlesIn(sources: ReadonlyMap<string, string>): string[] {
  const targets = new Map(
    [...sources].map(([path, text]) => {
      const { imports } = syntaxOf(path, text)
      return [
        path,
        imports
          .filter(({ of, values }) => of.startsWith('.') && values.length > 0)
          .map(({ of }) => targetOf(path, of)),
      ]
    }),
  )
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const target of targets.get(path) ?? []) follow(target, [...trail, path])
    done.add(path)
  }
  for (const path of sources.keys()) follow(path, [])
  return circles
}

const targetOf = (from: string, specifier: string): string =>
  posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))

const isIn = (path: string, place: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) : path === place

/** A test has the row of what it tests. */
function rowFor(path: string, table: readonly Row[]): Row | undefined {
  return table.find(({ of }) => isIn(path.replace('.test.', '.'), of))
}
