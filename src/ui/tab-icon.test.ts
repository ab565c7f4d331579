import { expect, test } from 'vitest'
import { DRAWINGS } from './parts/sign.ts'
import type { Sign } from './parts/sign.ts'
import { iconOf } from './tab-icon.ts'
import { signColour } from './theme.ts'

const isSign = (name: string): name is Sign => Object.hasOwn(DRAWINGS, name)
const SIGNS = Object.keys(DRAWINGS).filter(isSign)
const drawing = (icon: string): string => decodeURIComponent(icon.replace('data:image/svg+xml,', ''))
const coloursOf = (svg: string): ReadonlySet<string> => new Set(svg.match(/#[\da-f]{3,6}/g))

test('no two signs are one picture while they are live', () => {
  expect(new Set(SIGNS.map((sign) => iconOf(sign, 'live'))).size).toBe(SIGNS.length)
})

test.each(SIGNS)('%s is grey once it is stale, and in its own colour while it is live', (sign) => {
  expect(coloursOf(drawing(iconOf(sign, 'stale')))).toEqual(new Set(['#fff', signColour('neutral')]))
  expect(coloursOf(drawing(iconOf(sign, 'live'))).has(signColour(DRAWINGS[sign].role))).toBe(true)
})

test.each(SIGNS)('%s keeps its shape when it is stale', (sign) => {
  const { glyph } = DRAWINGS[sign]
  expect(drawing(iconOf(sign, 'stale'))).toContain(glyph === null ? 'r="3.4"' : `d="${glyph.path}"`)
})
