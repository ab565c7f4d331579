// npm test: everything, on a fresh clone as well; what CI runs. Ends at the first step that fails, with its name.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ensureBrowser } from './browser.mjs'
import { endChildrenOnSignal, runNode, runNpm } from './children.mjs'
import { runEndToEnd } from './end-to-end.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { countsOfPlaywright, countsOfVitest, summaryOf } from './test-counts.mjs'

endChildrenOnSignal({ exitCode: 130 })
await ensureInstalled()
const chromium = await ensureBrowser()

const reports = mkdtempSync(join(tmpdir(), 'presence-board-'))
const [unitReport, endToEndReport] = [join(reports, 'unit.json'), join(reports, 'end-to-end.json')]
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

/** @type {import('./test-counts.mjs').Counts[]} */
const counts = []

await step('types', () => runNpm(['run', '--silent', 'types'], 'inherit'))
await step('lint', () => runNpm(['run', '--silent', 'lint'], 'inherit'))
await step('format', () => runNpm(['run', '--silent', 'format'], 'inherit'))
await step('dead code', () => runNpm(['run', '--silent', 'dead-code'], 'inherit'))
await step('unit and conformance tests', async () => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const passed = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters], { stdio: 'inherit' })
  count(unitReport, countsOfVitest)
  return passed
})
await step('build', () => runNode(['node_modules/vite/bin/vite.js', 'build'], { stdio: 'inherit' }))
await step('size of the build', () => runNode(['scripts/check-size.mjs'], { stdio: 'inherit' }))
await step('end-to-end tests', async () => {
  const passed = await runEndToEnd({ chromium, jsonReport: endToEndReport })
  count(endToEndReport, countsOfPlaywright)
  return passed
})
console.log(`\n${summaryOf(counts)}`)

/**
 * @param {string} name
 * @param {() => Promise<boolean>} isPassed
 */
async function step(name, isPassed) {
  console.log(`\n── ${name}`)
  if (await isPassed()) return
  console.log(`\nFailed: ${name}.`)
  if (counts.length > 0) console.log(summaryOf(counts))
  process.exit(1)
}

/**
 * @param {string} report
 * @param {(report: any) => import('./test-counts.mjs').Counts} countsOf
 */
function count(report, countsOf) {
  if (existsSync(report)) counts.push(countsOf(JSON.parse(readFileSync(report, 'utf8'))))
}
