import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createSignInWindows } from './sign-in-windows.ts'

const PAGE = 'https://login.contoso.com/authorize'

/** Somebody's browser, which opens one window. */
function aBrowser() {
  const clock = createHandTurnedClock()
  const opened = { closed: false, focus: () => undefined }
  const windows = createSignInWindows({ open: () => opened }, clock)
  return { clock, opened, windows }
}

test('a window that closes has half a second left in which what it said may be heard', async () => {
  const { clock, opened, windows } = aBrowser()
  const told: (string | null)[] = []
  void windows.open(PAGE)?.then((returned) => told.push(returned))
  await clock.advance(9_900)
  opened.closed = true
  await clock.advance(300) // it is looked at so often
  await clock.advance(499)
  expect(told).toEqual([])
  await clock.advance(1)
  expect(told).toEqual([null])
})

test('a window that the browser does not open is nothing to wait for', () => {
  expect(createSignInWindows({ open: () => null }, createHandTurnedClock()).open(PAGE)).toBeNull()
})
