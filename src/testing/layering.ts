import { posix } from 'node:path'

import { syntaxOf, type Import } from './syntax.ts'

/** One row of the layering rule: what the files of a folder may import, and which globals they must not touch. */
export type Row = {
  /** A folder, `src/ucwa/`, or one file, `src/main.tsx`. The first row that fits a file is its own. */
  readonly of: string
  /** Folders and files of ours, whole. Files of the same row may always import one another. */
  readonly mayImport: readonly string[]
  /** Of these, types alone, and values of such names; `can…` is any that begins so. */
  readonly mayImportTypesOf?: { readonly of: readonly string[]; readonly values: readonly string[] }
  /** Packages, by name or beginning; null: any. */
  readonly packages: readonly string[] | null
  /** Names imported from a package that the folder has no use for. */
  readonly notNamed?: readonly string[]
  readonly globals: readonly Globals[]
}

/** What the world is made of, that only some may touch. */
export const GLOBALS = {
  network: ['fetch', 'XMLHttpRequest'],
  timers: ['setTimeout', 'setInterval'],
  'time and chance': [
    'Date.now',
    'new Date()',
    'Math.random',
    'crypto',
    'performance',
    'AbortSignal.timeout',
  ],
  storage: ['localStorage', 'sessionStorage', 'BroadcastChannel'],
  page: ['window', 'globalThis', 'self', 'document', 'navigator', 'DOMParser'],
} as const

export type Globals = keyof typeof GLOBALS

/** The row as docs/architecture.md prints it, and as a breach is reported: all that is held, and nothing else. */
export function printed({ of, mayImport: ours, mayImportTypesOf, packages, notNamed, globals }: Row): string {
  const { of: typesOf, values } = mayImportTypesOf ?? { of: [], values: [] }
  const cells = [
    listed([of]),
    ours.length === 0 ? 'itself' : listed(ours),
    typesOf.length === 0 ? '' : `${listed(typesOf)}${values.length === 0 ? '' : `, and ${listed(values)}`}`,
    `${packages === null ? 'any' : listed(packages)}${notNamed === undefined ? '' : `, but not ${listed(notNamed)}`}`,
    globals.join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

const listed = (names: readonly string[]): string =>
  names.map((name) => `\`${name.replace(/^src\//, '').replace(/(?<=.)\/$/, '')}\``).join(', ')

/** `can…` names whatever goes on with a capital letter; any other name only itself. */
const isNamed = (name: string, names: readonly string[]): boolean =>
  names.some((one) =>
    one.endsWith('…')
      ? name.startsWith(one.slice(0, -1)) && /^[A-Z]/.test(name.slice(one.length - 1))
      : name === one,
  )

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
      ...row.globals
        .flatMap((group) => GLOBALS[group])
        .filter((name) => globals.has(name))
        .map((name) => `touches ${name}`),
      ...FORBIDDEN_CALLS.filter((name) => called.has(name)).map(
        (name) => `calls ${name}, which loses events`,
      ),
    ]
    breaches.push(...wrong.map((what) => `${path} ${what}. ${printed(row)}`))
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
    if (values.some((name) => isNamed(name, row.notNamed ?? []))) return false
    return row.packages === null || isOneOf(of, row.packages)
  }
  const target = targetOf(from, of)
  const whole = isTest ? [...row.mayImport, FOLDER_OF_TESTS] : row.mayImport
  if (rowFor(target, table) === row || whole.some((place) => isIn(target, place))) return true
  const types = row.mayImportTypesOf
  if (!types?.of.some((place) => isIn(target, place))) return false
  return isTest || values.every((name) => isNamed(name, types.values))
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
