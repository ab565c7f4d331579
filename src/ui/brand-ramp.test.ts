import fc from 'fast-check'
import { expect, test } from 'vitest'
import { luminanceOf, OWN_RAMP, rampOf } from './brand-ramp.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Ground and text wherever Fluent puts a step of the ramp below or above another colour. */
const PAIRS = (ramp: typeof OWN_RAMP) =>
  [
    ['a button, light', '#ffffff', ramp[80], 4.5],
    ['a button, dark', '#ffffff', ramp[70], 4.5],
    ['a button under the pointer', '#ffffff', ramp[70], 4.5],
    ['a link on the light sheet', ramp[70], '#ffffff', 4.5],
    ['a link on the dark sheet', ramp[100], '#1b1e24', 4.5],
    ['focus on the light sheet', ramp[80], '#ffffff', 3],
    ['focus on the dark sheet', ramp[100], '#1b1e24', 3],
  ] as const

test('whatever the accent, all that is written in it or on it can be read', () =>
  fc.assert(
    fc.property(colour, (accent) => {
      for (const [where, text, ground, least] of PAIRS(rampOf(accent)))
        expect(contrast(text, ground), `${where}, ${accent}`).toBeGreaterThanOrEqual(least)
    }),
    { numRuns: 200 },
  ))

test('an accent that is ours gives our ramp, but for what rounding costs', () => {
  for (const [step, own] of Object.entries(OWN_RAMP)) {
    const made = new Map(Object.entries(rampOf(OWN_RAMP[80]))).get(step) ?? ''
    expect(Math.abs(luminanceOf(made) - luminanceOf(own)), step).toBeLessThan(0.01)
  }
  expect(rampOf(OWN_RAMP[80])[80]).toBe(OWN_RAMP[80])
})

test('a grey accent gives greys, and hue is kept', () => {
  const { 80: grey } = rampOf('#777777')
  expect(grey.slice(1, 3)).toBe(grey.slice(3, 5))
  expect(rampOf('#c00000')[80]).toMatch(/^#[b-f]/)
  expect(rampOf('#ffd400')[80]).toMatch(/^#[6-9][0-9a-f][5-7][0-9a-f]0/)
})
