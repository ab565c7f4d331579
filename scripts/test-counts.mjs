/** `flaky`: passed only at another try; these are among the passed. @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Counts */

/**
 * What Vitest's JSON report says. A test file that could not even be loaded counts as one failure.
 * @param {{
 *   numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[],
 * }} report
 * @returns {Counts}
 */
export function countsOfVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    flaky: 0,
  }
}

/**
 * What Playwright's JSON report says. An error outside any test (a fixture's, a file's) counts as one failure.
 * @param {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[],
 * }} report
 * @returns {Counts}
 */
export const countsOfPlaywright = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
  flaky: stats.flaky,
})

/**
 * @param {number} count
 * @param {string} text
 */
const ifAny = (count, text) => (count === 0 ? '' : `, ${count} ${text}`)

/**
 * The one line that sums a test run up.
 * @param {readonly Counts[]} counts
 */
export function summaryOf(counts) {
  /** @param {keyof Counts} kind */
  const sum = (kind) => counts.reduce((total, count) => total + count[kind], 0)
  const [skipped, flaky] = [sum('skipped'), sum('flaky')]
  return `${sum('passed')} passed, ${sum('failed')} failed${ifAny(skipped, 'skipped')}${ifAny(flaky, 'only at another try')}`
}
