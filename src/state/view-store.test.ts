import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createViewStore } from './view-store.ts'

function viewUnderTest(fragment = '') {
  const written: string[] = []
  let changed = (): void => undefined
  let now = fragment
  const clock = createHandTurnedClock()
  const store = createViewStore(
    {
      read: () => now,
      replace: (next) => {
        now = next
        written.push(next)
      },
      onChange: (listener) => {
        changed = listener
      },
    },
    clock,
  )
  const follows = (next: string): void => {
    now = next
    changed()
  }
  return { store, written, clock, follows }
}

test('what is chosen stands in the address at once', () => {
  const { store, written } = viewUnderTest('#find=dana')
  store.change({ density: 'compact' })
  expect(written).toEqual(['#find=dana&density=compact'])
})

test('what is typed is on screen at once, and in the address when the typing rests', async () => {
  const { store, written, clock } = viewUnderTest()
  for (const find of ['d', 'da', 'dan']) store.change({ find })
  expect(store.getState().find).toBe('dan')
  expect(written).toEqual([])
  await clock.advance(1000)
  expect(written).toEqual(['#find=dan'])
})

test('a choice takes along what was typed before it', async () => {
  const { store, written, clock } = viewUnderTest()
  store.change({ find: 'dan' })
  store.change({ filter: 'busy' })
  await clock.advance(1000)
  expect(written).toEqual(['#find=dan&show=busy'])
})

test('a bookmark that is followed is what is on screen, and what was being typed is over', async () => {
  const { store, written, clock, follows } = viewUnderTest('#show=away')
  store.change({ find: 'dan' })
  follows('#group=department')
  await clock.advance(1000)
  expect(store.getState()).toMatchObject({ find: '', filter: null, grouping: 'department' })
  expect(written).toEqual([])
})

test('who was looked for is forgotten at once, and all else stays', async () => {
  const { store, written, clock } = viewUnderTest('#find=dana&group=department&show=away')
  store.change({ find: 'dana b' })
  store.forgetFind()
  await clock.advance(1000)
  expect(store.getState()).toMatchObject({ find: '', filter: 'away', grouping: 'department' })
  expect(written).toEqual(['#group=department&show=away'])
})
