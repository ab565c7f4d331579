// npm run bench, by scripts/bench.mjs: how the production build opens, signs in, fills and works, at 60 and 1,000
// contacts. Prints a table; --json FILE keeps the figures; --contacts 60,1000 and --rounds 3 narrow it. What it says: docs/performance.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { measurePage, type PageFigures } from './measure-page.ts'
import { measureWork, type WorkFigures } from './measure-work.ts'

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '60,1000' },
    rounds: { type: 'string', default: '3' },
    transport: { type: 'string', default: 'xframe' },
    json: { type: 'string' },
  },
})

type Figures = PageFigures & WorkFigures
type Row = {
  readonly contacts: number
  readonly medians: Figures
  readonly rounds: readonly Figures[]
}

const FIGURES = [
  ['largest contentful paint', 'largestPaintMs', 'ms'],
  ['layout shift', 'layoutShift', ''],
  ['total blocking time, opening', 'blockedOpeningMs', 'ms'],
  ['total blocking time, filling', 'blockedFillingMs', 'ms'],
  ['sign-in to all presence on screen', 'allOnScreenMs', 'ms'],
  ['heap, after collection', 'heapMb', 'MB'],
  ['DOM nodes', 'nodes', ''],
  ['a letter in the search box', 'keyMs', 'ms'],
  ['main thread for it', 'keyWorkMs', 'ms'],
  ['main thread for a change', 'eventMs', 'ms'],
  ['… that moves somebody', 'movingEventMs', 'ms'],
  ['… with a chip chosen', 'filteredEventMs', 'ms'],
  ['rows drawn for a change', 'rowsDrawn', ''],
] as const

const rows: Row[] = []
for (const contacts of values.contacts.split(',').map(Number)) {
  const rounds: Figures[] = []
  // One page at a time, or each would measure the other.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const of = { contacts, transport: values.transport === 'cors' ? ('cors' as const) : ('xframe' as const) }
    rounds.push({ ...(await measurePage(of)), ...(await measureWork(of)) })
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

function mediansOf(rounds: readonly Figures[]): Figures {
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
    keyMs: median('keyMs'),
    keyWorkMs: median('keyWorkMs'),
    eventMs: median('eventMs'),
    movingEventMs: median('movingEventMs'),
    filteredEventMs: median('filteredEventMs'),
    rowsDrawn: median('rowsDrawn'),
    shifts: rounds.flatMap(({ shifts }) => shifts),
  }
}
