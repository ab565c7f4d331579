// npm run bench, by scripts/bench.mjs: how the production build opens, signs in and fills, at 60 and 1,000 contacts. Prints a
// table; --json FILE keeps the figures; --contacts 60,1000 and --rounds 3 narrow it. What it says: docs/performance.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { measurePage, type PageFigures } from './measure-page.ts'

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '60,1000' },
    rounds: { type: 'string', default: '3' },
    transport: { type: 'string', default: 'xframe' },
    json: { type: 'string' },
  },
})

type Row = {
  readonly contacts: number
  readonly medians: PageFigures
  readonly rounds: readonly PageFigures[]
}

const FIGURES = [
  ['largest contentful paint', 'largestPaintMs', 'ms'],
  ['layout shift', 'layoutShift', ''],
  ['total blocking time, opening', 'blockedOpeningMs', 'ms'],
  ['total blocking time, filling', 'blockedFillingMs', 'ms'],
  ['sign-in to all presence on screen', 'allOnScreenMs', 'ms'],
  ['heap, after collection', 'heapMb', 'MB'],
  ['DOM nodes', 'nodes', ''],
] as const

const rows: Row[] = []
for (const contacts of values.contacts.split(',').map(Number)) {
  const rounds: PageFigures[] = []
  // One page at a time, or each would measure the other.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    rounds.push(await measurePage({ contacts, transport: values.transport === 'cors' ? 'cors' : 'xframe' }))
    console.error(`${contacts} contacts, round ${round + 1}: ${JSON.stringify(rounds.at(-1))}`)
  }
  rows.push({ contacts, medians: mediansOf(rounds), rounds })
}

if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
console.log(['', ...rows.map(({ contacts }) => `${contacts} contacts`)].map(cell).join(''))
for (const [name, key, unit] of FIGURES)
  console.log([name, ...rows.map(({ medians }) => `${shown(medians[key])} ${unit}`)].map(cell).join(''))

const moved = rows.flatMap(({ rounds }) => rounds.flatMap(({ shifts }) => shifts))
for (const shift of new Set(moved)) console.error(`moved by itself: ${shift}`)
process.exitCode = moved.length === 0 ? 0 : 1

function cell(text: string, at: number): string {
  return at === 0 ? text.padEnd(36) : text.padStart(16)
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 4 : 1)
}

function mediansOf(rounds: readonly PageFigures[]): PageFigures {
  const median = (key: (typeof FIGURES)[number][1]): number => {
    const sorted = rounds.map((round) => round[key]).toSorted((one, other) => one - other)
    return sorted[Math.floor(sorted.length / 2)] ?? NaN
  }
  return {
    largestPaintMs: median('largestPaintMs'),
    layoutShift: Math.max(...rounds.map(({ layoutShift }) => layoutShift)), // none may be
    blockedOpeningMs: median('blockedOpeningMs'),
    blockedFillingMs: median('blockedFillingMs'),
    allOnScreenMs: median('allOnScreenMs'),
    heapMb: median('heapMb'),
    nodes: median('nodes'),
    shifts: rounds.flatMap(({ shifts }) => shifts),
  }
}
