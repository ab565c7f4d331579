import { expect, test } from 'vitest'

import { countsOfPlaywright, countsOfVitest, summaryOf } from './test-counts.mjs'

const unitReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [],
}

test('when both kinds of tests have run, one line sums them', () => {
  const unit = countsOfVitest(unitReport)
  const endToEnd = countsOfPlaywright({
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 },
    errors: [],
  })

  expect(summaryOf([unit, endToEnd])).toBe('9 passed, 2 failed, 7 skipped, 1 only at another try')
})

test('when nothing was skipped, the line does not speak of it', () => {
  expect(summaryOf([{ passed: 2, failed: 0, skipped: 0, flaky: 0 }])).toBe('2 passed, 0 failed')
})

test('when a file of tests cannot be loaded, it is a failure though none of its tests is', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: ['one that failed, and is counted already'] },
    { status: 'passed', assertionResults: [] },
  ]
  expect(countsOfVitest({ ...unitReport, testResults }).failed).toBe(2)
})

test('when something breaks outside of any story, it is a failure', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countsOfPlaywright({ stats, errors: [{ message: 'No tests found' }] }).failed).toBe(1)
})
