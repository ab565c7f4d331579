import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { breachesOf, circlesIn, GLOBALS, printed, type Globals, type Row } from './testing/layering.ts'

const ROOT = join(import.meta.dirname, '..')

const WORLD: readonly Globals[] = ['network', 'timers', 'time and chance', 'storage', 'page']

const QUERY_HOOKS = ['use…', 'QueryClientProvider', 'HydrationBoundary', '*']

/** Section "The layering rule" of docs/architecture.md, as a literal. */
const TABLE: readonly Row[] = [
  {
    of: 'src/lib/',
    mayImport: [],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'src/ucwa/',
    mayImport: ['src/lib/'],
    packages: ['valibot'],
    globals: WORLD,
  },
  {
    of: 'src/session/',
    mayImport: ['src/ucwa/', 'src/lib/'],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'src/data/',
    mayImport: ['src/ucwa/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/session/'], values: [] },
    packages: ['@tanstack/react-query', 'zustand/vanilla'],
    notNamed: QUERY_HOOKS,
    globals: WORLD,
  },
  {
    of: 'src/state/',
    mayImport: ['src/lib/'],
    mayImportTypesOf: { of: ['src/session/', 'src/ucwa/'], values: [] },
    packages: ['zustand/vanilla', 'valibot'],
    globals: WORLD,
  },
  {
    of: 'src/ui/',
    mayImport: ['src/data/', 'src/state/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/ucwa/', 'src/session/'], values: ['can…', 'failureOf', 'isUnsettled'] },
    packages: ['react', 'react-dom', '@fluentui', '@tanstack', 'zustand'],
    globals: ['network', 'timers', 'time and chance', 'storage'],
  },
  {
    of: 'src/browser/',
    mayImport: ['src/lib/', 'src/ucwa/errors.ts', 'src/ucwa/transport.ts'],
    mayImportTypesOf: { of: ['src/ucwa/', 'src/session/'], values: [] },
    packages: ['valibot', 'oidc-client-ts'],
    globals: [],
  },
  {
    of: 'src/compose/',
    mayImport: ['src/data/', 'src/state/', 'src/session/', 'src/ucwa/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/ui/'], values: [] },
    packages: ['@tanstack/react-query', 'zustand/vanilla'],
    notNamed: QUERY_HOOKS,
    globals: WORLD,
  },
  {
    of: 'src/main.tsx',
    mayImport: [
      'src/compose/',
      'src/browser/',
      'src/ui/',
      'src/data/',
      'src/state/',
      'src/session/',
      'src/ucwa/',
      'src/lib/',
    ],
    packages: null,
    globals: [],
  },
  {
    of: 'src/testing/',
    mayImport: ['src/compose/', 'src/data/', 'src/state/', 'src/session/', 'src/ucwa/', 'src/lib/'],
    packages: null,
    globals: ['network', 'timers'],
  },
  {
    of: 'src/architecture.ts', // that is, this test, of which nothing is the subject
    mayImport: [],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'sandbox/',
    mayImport: [],
    packages: null,
    globals: [],
  },
  {
    of: 'e2e/matrix/',
    mayImport: ['e2e/', 'src/ui/words/', 'src/state/languages.ts'],
    packages: ['@playwright/test', '@axe-core/playwright', 'node:'],
    globals: [],
  },
  {
    of: 'e2e/',
    mayImport: ['sandbox/control.ts', 'scripts/dashboard-server.mjs'],
    packages: ['@playwright/test', '@axe-core/playwright', 'oidc-provider', 'node:'],
    globals: [],
  },
  {
    of: 'scripts/check-config.ts',
    mayImport: ['src/ucwa/config.ts'],
    packages: ['node:', 'ajv', 'jsonc-parser'],
    globals: [],
  },
  {
    of: 'scripts/',
    mayImport: [],
    packages: null,
    globals: [],
  },
  {
    of: 'bench/',
    mayImport: [
      'sandbox/control.ts',
      'e2e/board.ts',
      'e2e/person.ts',
      'e2e/servers.ts',
      'e2e/words.ts',
      'src/ucwa/',
      'src/session/',
      'src/lib/',
    ],
    packages: ['@playwright/test', 'node:'],
    globals: [],
  },
]

const sources = new Map(
  ['src', 'sandbox', 'e2e', 'scripts', 'bench'].flatMap((folder) =>
    filesBelow(folder).map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
  ),
)

test('every file keeps to the layering rule', () => {
  expect(breachesOf(sources, TABLE)).toEqual([])
})

test('no files import one another in a circle', () => {
  expect(circlesIn(sources)).toEqual([])
})

test('docs/architecture.md prints the very table that is held here, row by row', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').split('\n')
  const head = page.findIndex((line) => line.startsWith('| Folder |'))
  const rows = page.slice(head + 2, page.indexOf('', head))
  expect(rows).toEqual(TABLE.map(printed))
  const globals = page.filter((line) => WORLD.some((group) => line.startsWith(`- ${group}: `)))
  expect(globals).toEqual(WORLD.map((group) => `- ${group}: \`${GLOBALS[group].join('`, `')}\``))
})

test.each([
  ['a lower layer imports a higher one', 'src/ucwa/me.ts', "import { run } from '../session/channel.ts'"],
  ['a type comes from above', 'src/ucwa/me.ts', "import type { Channel } from '../session/channel.ts'"],
  ['something is passed on from above', 'src/ucwa/me.ts', "export { run } from '../session/channel.ts'"],
  ['a module is loaded later, from above', 'src/ucwa/me.ts', "const run = import('../session/channel.ts')"],
  ['src reads the sandbox', 'src/ucwa/me.ts', "import { ME } from '../../sandbox/me.ts'"],
  ['the sandbox reads src', 'sandbox/me.ts', "import type { Me } from '../src/ucwa/me.ts'"],
  [
    'a story reads more of the sandbox than its levers',
    'e2e/a.spec.ts',
    "import { W } from '../sandbox/world.ts'",
  ],
  ['ui takes an operation of the protocol', 'src/ui/app.tsx', "import { setNote } from '../ucwa/note.ts'"],
  [
    'a question hides an operation beside it',
    'src/ui/app.tsx',
    "import { canSetNote, setNote } from '../ucwa/note.ts'",
  ],
  ['data takes a value of session', 'src/data/me.ts', "import { run } from '../session/channel.ts'"],
  ['data uses a hook', 'src/data/me.ts', "import { useQuery } from '@tanstack/react-query'"],
  ['ucwa uses React', 'src/ucwa/me.ts', "import { useState } from 'react'"],
  ['a product file uses what is for tests', 'src/data/me.ts', "import { me } from '../testing/examples.ts'"],
  ['a product file uses Node', 'src/data/me.ts', "import { join } from 'node:path'"],
  [
    'the browser is reached for beside main.tsx',
    'src/compose/compose.ts',
    "import { lock } from '../browser/lock.ts'",
  ],
  ['main.tsx is imported', 'src/ui/app.tsx', "import { start } from '../main.tsx'"],
  ['a folder is new', 'src/utils/all.ts', 'export const one = 1'],
  ['the network is called directly', 'src/ucwa/me.ts', "export const me = () => fetch('/me')"],
  ['a global hides in an object', 'src/ucwa/me.ts', "export const me = () => globalThis.fetch('/me')"],
  ['a global hides in a shorthand', 'src/ucwa/me.ts', 'export const world = { fetch }'],
  ['time is asked of nobody', 'src/session/pause.ts', 'export const at = Date.now()'],
  ['time is made out of nothing', 'src/session/pause.ts', 'export const at = new Date().getTime()'],
  [
    'a component has a timer',
    'src/ui/app.tsx',
    'export const App = () => <p onClick={() => setTimeout(tick, 1)} />',
  ],
  ['a signal has a clock of its own', 'src/ucwa/http.ts', 'export const signal = AbortSignal.timeout(5)'],
  ['an event may be lost', 'src/data/me.ts', 'export const stale = (cache) => cache.invalidateQueries({})'],
])('it fails when %s', (_, path, text) => {
  expect(breachesOf(new Map([[path, text]]), TABLE)).toHaveLength(1)
})

test.each([
  ['a question is asked', 'src/ui/app.tsx', "import { canSetNote, type Note } from '../ucwa/note.ts'"],
  ['a type is shown', 'src/ui/app.tsx', "import type { ChannelState } from '../session/channel-state.ts'"],
  ['a test uses what is for tests', 'src/data/me.test.ts', "import { me } from '../testing/examples.ts'"],
  ['a story pulls a lever', 'e2e/a.spec.ts', "import { levers } from '../sandbox/control.ts'"],
  [
    'an instant is given',
    'src/ucwa/me.ts',
    'export const at = (ms: number) => [new Date(ms), Date.parse("2026")]',
  ],
  ['a namesake is handed in', 'src/ucwa/http.ts', 'export const get = ({ fetch }: Deps) => fetch("/me")'],
  ['a namesake is a member', 'src/ucwa/http.ts', 'export const get = (deps: Deps) => deps.fetch("/me")'],
  ['a global is only a type', 'src/ucwa/http.ts', 'export type Fetch = typeof fetch'],
])('it stands when %s', (_, path, text) => {
  expect(breachesOf(new Map([[path, text]]), TABLE)).toEqual([])
})

test('it fails when files import one another in a circle, but not for types alone', () => {
  const values = new Map([
    ['src/lib/a.ts', "import { b } from './b.ts'"],
    ['src/lib/b.ts', "import { c } from './c.ts'"],
    ['src/lib/c.ts', "import { a } from './a.ts'"],
  ])
  expect(circlesIn(values)).toEqual(['src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts'])
  expect(circlesIn(new Map([...values, ['src/lib/c.ts', "import type { A } from './a.ts'"]]))).toEqual([])
})

/** TypeScript and JavaScript files, as paths from the project's folder with `/` on every system. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [] // a folder yet to come
    throw error
  }
}
