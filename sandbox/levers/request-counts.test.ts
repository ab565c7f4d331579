import { expect, test } from 'vitest'
import { createRequestCounts } from './request-counts.ts'

const GET_ME = { method: 'GET', rel: 'me', isBatchPart: false, bytesIn: 100 }
const NOTHING = {
  requests: { total: 0, by: {} },
  batchParts: { total: 0, by: {} },
  bytesIn: 0,
  bytesOut: 0,
}

test('a request counts when it has come, and its answer when that has gone', () => {
  const counts = createRequestCounts()
  const answeredWith = counts.arrived(GET_ME)
  const held = { ...NOTHING, requests: { total: 1, by: { 'GET me': 1 } }, bytesIn: 100 }
  expect(counts.read()).toEqual(held)
  answeredWith(2000)
  expect(counts.read()).toEqual({ ...held, bytesOut: 2000 })
})

test('an answer to what has been forgotten counts for nothing', () => {
  const counts = createRequestCounts()
  const answeredWith = counts.arrived(GET_ME)
  counts.reset()
  answeredWith(2000)
  expect(counts.read()).toEqual(NOTHING)
})

test('the parts of a batch are counted apart, and their bytes are its own', () => {
  const counts = createRequestCounts()
  counts.arrived({ ...GET_ME, isBatchPart: true })(2000)
  expect(counts.read()).toEqual({ ...NOTHING, batchParts: { total: 1, by: { 'GET me': 1 } } })
})
