// npm run soak, by scripts/bench.mjs: the production build must be there, and CHROMIUM_PATH names a browser where
// Playwright's own is missing. What it does is told in docs/reliability.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { runSoak, type SoakFigures } from './run-soak.ts'

/** Heap at the end, over heap after the first simulated hour. */
const MOST_HEAP_RATIO = 1.1
/** A line more or less on the screen is no growth; what leaks once an hour is far above it. (Our choice.) */
const MOST_OTHER_RATIO = 1.01

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    transport: { type: 'string', default: 'cors' },
    json: { type: 'string' },
  },
})

const figures = await runSoak({
  seed: Number(values.seed),
  transport: values.transport === 'xframe' ? 'xframe' : 'cors',
  tell: (line) => console.error(line),
})
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
for (const line of figures.findings) console.error(line)
console.log(lineOf(figures))
process.exitCode = isGood(figures) ? 0 : 1

function lineOf({ afterFirstHour: first, atEnd, ...of }: SoakFigures): string {
  const grown = (name: 'listeners' | 'timers' | 'nodes'): string => `${name} ${first[name]} → ${atEnd[name]}`
  return [
    `soak seed ${of.seed} over ${of.transport}: ${of.hours.toFixed(1)} hours in ${Math.round(of.tookMs / 1000)} s`,
    `${of.changes} changes`,
    `${of.requests} requests`,
    `${of.comparisons} comparisons`,
    `${of.differences} differences`,
    `${of.unhandledRejections} unhandled rejections`,
    `heap × ${of.heapRatio.toFixed(3)}`,
    `objects × ${of.objectsRatio.toFixed(3)}`,
    grown('listeners'),
    grown('timers'),
    grown('nodes'),
  ].join(', ')
}

function isGood({ afterFirstHour: first, atEnd, ...of }: SoakFigures): boolean {
  const wrong = [of.differences, of.unhandledRejections, of.reportedBugs]
  const grown = (['listeners', 'timers', 'nodes'] as const).some(
    (name) => atEnd[name] > first[name] * MOST_OTHER_RATIO,
  )
  return wrong.every((count) => count === 0) && of.heapRatio <= MOST_HEAP_RATIO && !grown
}
