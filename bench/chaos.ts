// npm run chaos, by scripts/bench.mjs: the production build must be there, and CHROMIUM_PATH names a browser where
// Playwright's own is missing. What it does is told in docs/reliability.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { runChaos, type ChaosFigures } from './run-chaos.ts'
import { FAULT_KINDS } from './random-fault.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    changes: { type: 'string', default: '2000' },
    faults: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '5' },
    transport: { type: 'string' },
    kinds: { type: 'string' },
    json: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
})

/** A screen that is wrong altogether is said in fewer lines. */
const MOST_FINDINGS = 20

const seed = numberOf('seed')
const kinds = values.kinds?.split(',') ?? FAULT_KINDS
const figures = await runChaos({
  seed,
  changes: numberOf('changes'),
  faults: numberOf('faults'),
  minutes: numberOf('minutes'),
  // Both paths have their turn when seeds are counted up.
  transport: (values.transport ?? (seed % 2 === 0 ? 'xframe' : 'cors')) === 'cors' ? 'cors' : 'xframe',
  kinds: FAULT_KINDS.filter((kind) => kinds.includes(kind)),
  tell: (line) => {
    if (values.verbose) console.error(line)
  },
})
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
for (const line of figures.findings.slice(0, MOST_FINDINGS)) console.error(line)
if (figures.findings.length > MOST_FINDINGS) console.error(`… ${figures.findings.length} in all: --json FILE`)
console.log(lineOf(figures))
process.exitCode = isGood(figures) ? 0 : 1

function numberOf(name: 'seed' | 'changes' | 'faults' | 'minutes'): number {
  const number = Number(values[name])
  if (Number.isFinite(number) && number >= 0) return number
  console.error(`--${name} must be a number from 0 up, got ${values[name]}`)
  process.exit(2)
}

function lineOf(of: ChaosFigures): string {
  return [
    `chaos seed ${of.seed} over ${of.transport}: ${of.changes} changes, ${of.faults} faults (${of.struck} requests struck)`,
    `${of.publications} publications`,
    `${of.differences} differences`,
    `${of.lostPublications} lost`,
    `${of.doubledPublications} doubled`,
    `${of.refusedPublications} refused`,
    `${of.unhandledRejections} unhandled rejections`,
    `longest disagreement ${of.longestDisagreementMs} ms`,
  ].join(', ')
}

function isGood(of: ChaosFigures): boolean {
  const wrong = [
    of.differences,
    of.lostPublications,
    of.doubledPublications,
    of.unhandledRejections,
    of.reportedBugs,
  ]
  return wrong.every((count) => count === 0) && of.longestDisagreementMs <= 5000
}
