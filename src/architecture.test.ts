import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { breachesOf, circlesIn, type Row } from './testing/layering.ts'

const ROOT = join(import.meta.dirname, '..')

const NETWORK = ['fetch', 'XMLHttpRequest']
const TIMERS = ['setTimeout', 'setInterval']
const TIME_AND_CHANCE = [
  'Date.now',
  'new Date()',
  'Math.random',
  'crypto',
  'performance',
  'AbortSignal.timeout',
]
const STORAGE = ['localStorage', 'sessionStorage', 'BroadcastChannel']
const PAGE = ['window', 'globalThis', 'self', 'document', 'navigator', 'DOMParser']
const WORLD = [...NETWORK, ...TIMERS, ...TIME_AND_CHANCE, ...STORAGE, ...PAGE]

const QUERY_HOOKS = /^(use[A-Z]|QueryClientProvider$|HydrationBoundary$|\*$)/

/** Section "The layering rule" of docs/architecture.md, as a literal. */
const TABLE: readonly Row[] = [
  {
    of: 'src/lib/',
    sentence: '| `lib` | nothing of ours | everything else |',
    mayImport: [],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'src/ucwa/',
    sentence: '| `ucwa` | `lib`; `valibot` | React, Query, zustand; the globals below |',
    mayImport: ['src/lib/'],
    packages: ['valibot'],
    globals: WORLD,
  },
  {
    of: 'src/session/',
    sentence: '| `session` | `ucwa`, `lib` | React, Query, zustand; the globals below |',
    mayImport: ['src/ucwa/', 'src/lib/'],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'src/data/',
    sentence:
      "| `data` | `session` (types), `ucwa`, `lib`; Query's core and options makers; `zustand/vanilla` | React's hooks; the globals below |",
    mayImport: ['src/ucwa/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/session/'], values: null },
    packages: ['@tanstack/react-query', 'zustand/vanilla'],
    notNamed: QUERY_HOOKS,
    globals: WORLD,
  },
  {
    of: 'src/state/',
    sentence:
      '| `state` | `session` and `ucwa` (types), `lib`; `zustand/vanilla`, `valibot` | React, Query; the globals below |',
    mayImport: ['src/lib/'],
    mayImportTypesOf: { of: ['src/session/', 'src/ucwa/'], values: null },
    packages: ['zustand/vanilla', 'valibot'],
    globals: WORLD,
  },
  {
    of: 'src/ui/',
    sentence:
      '| `ui` | `data`, `state`, `lib`; of `ucwa` and `session` **types, and the pure questions `can…` and `failureOf`, only** | the network, timers, time, chance, storage |',
    mayImport: ['src/data/', 'src/state/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/ucwa/', 'src/session/'], values: /^(can[A-Z]|failureOf$)/ },
    packages: ['react', 'react-dom', '@fluentui', '@tanstack', 'zustand'],
    globals: [...NETWORK, ...TIMERS, ...TIME_AND_CHANCE, ...STORAGE],
  },
  {
    of: 'src/browser/',
    sentence:
      '| `browser` | `lib`, `ucwa/errors.ts`, `ucwa/transport.ts`; types of `ucwa` and `session`; `valibot`, `oidc-client-ts`; the globals | React, Query, zustand |',
    mayImport: ['src/lib/', 'src/ucwa/errors.ts', 'src/ucwa/transport.ts'],
    mayImportTypesOf: { of: ['src/ucwa/', 'src/session/'], values: null },
    packages: ['valibot', 'oidc-client-ts'],
    globals: [],
  },
  {
    of: 'src/compose/',
    sentence: '| `compose` | all but `ui` (its types), `browser`, `main.tsx` | the globals below |',
    mayImport: ['src/data/', 'src/state/', 'src/session/', 'src/ucwa/', 'src/lib/'],
    mayImportTypesOf: { of: ['src/ui/'], values: null },
    packages: ['@tanstack/react-query', 'zustand/vanilla'],
    notNamed: QUERY_HOOKS,
    globals: WORLD,
  },
  {
    of: 'src/main.tsx',
    sentence: '| `main.tsx` | all, and alone `browser` | (nothing imports it) |',
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
    sentence:
      '| `testing` | any of `src` but `ui`, `browser`, `main.tsx` | timers, network; imported only by tests |',
    mayImport: ['src/compose/', 'src/data/', 'src/state/', 'src/session/', 'src/ucwa/', 'src/lib/'],
    packages: null,
    globals: [...NETWORK, ...TIMERS],
  },
  {
    of: 'src/architecture.ts', // that is, this test, of which nothing is the subject
    sentence:
      '| `testing` | any of `src` but `ui`, `browser`, `main.tsx` | timers, network; imported only by tests |',
    mayImport: [],
    packages: [],
    globals: WORLD,
  },
  {
    of: 'sandbox/',
    sentence: '| `sandbox` | itself | `src`, always |',
    mayImport: [],
    packages: null,
    globals: [],
  },
  {
    of: 'e2e/matrix/',
    sentence:
      '| `e2e/matrix` | `e2e`; `ui/words` and `state/languages.ts`, to find its way in every language | the rest of `src`, always |',
    mayImport: ['e2e/', 'src/ui/words/', 'src/state/languages.ts'],
    packages: ['@playwright/test', '@axe-core/playwright', 'node:'],
    globals: [],
  },
  {
    of: 'e2e/',
    sentence: '| `e2e` | `sandbox/control.ts`, Playwright, Node, `oidc-provider` | `src`, always |',
    mayImport: ['sandbox/control.ts'],
    packages: ['@playwright/test', '@axe-core/playwright', 'oidc-provider', 'node:'],
    globals: [],
  },
  {
    of: 'scripts/check-config.ts',
    sentence:
      '| `scripts/check-config.ts` | `ucwa/config.ts`, so that it says what the page would say; Node | the rest of `src`, `sandbox` |',
    mayImport: ['src/ucwa/config.ts'],
    packages: ['node:', 'ajv'],
    globals: [],
  },
  {
    of: 'scripts/',
    sentence: '| `scripts` | itself | `src` and `sandbox`: it starts them |',
    mayImport: [],
    packages: null,
    globals: [],
  },
  {
    of: 'bench/',
    sentence:
      '| `bench` | `sandbox/control.ts`, `e2e` but its stories, Playwright, Node; `ucwa` and `session` for simulations | `ui`, `data` |',
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

test('docs/architecture.md prints the very table that is held here', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').split('\n')
  expect(TABLE.map(({ sentence }) => sentence).filter((sentence) => !page.includes(sentence))).toEqual([])
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
