import { expect, test } from 'vitest'
import { createContrastTheme, createTheme } from './theme.ts'

const tokens: readonly (readonly [string, unknown])[] = Object.entries(createTheme())

test('no value nests parentheses, for Fluent would drop it without a word', () => {
  const nested = tokens.filter(([, value]) => /\([^)]*\(/.test(String(value)))
  expect(nested).toEqual([])
})

test('a role of ours is there for light and dark, and so is a shadow', () => {
  const theme = new Map(tokens)
  expect(theme.get('busy-word')).toBe('light-dark(#b10e1c, #ff9fa1)')
  expect(theme.get('colorNeutralBackground1')).toBe('light-dark(#ffffff, #1b1e24)')
  expect(theme.get('colorBackgroundOverlay')).toBe('light-dark(#00000066, #00000080)')
  expect(String(theme.get('shadow16'))).toContain('light-dark')
})

test.each([0, 1])('a link is 4.5:1 on each ground that it can lie on, in light and in dark', (side) => {
  const theme = new Map(tokens)
  const grounds = ['raised', 'failure-ground', ...[1, 2, 3].map((each) => `colorNeutralBackground${each}`)]
  const faint = grounds.filter(
    (ground) =>
      contrast(sideOf(theme.get('colorBrandForegroundLink'), side), sideOf(theme.get(ground), side)) < 4.5,
  )
  expect(faint).toEqual([])
})

const sideOf = (value: unknown, side: number): string =>
  (String(value).match(/#[0-9a-f]{6}/g) ?? [])[side] ?? ''

test('in high contrast every word and every sign is 7:1 on each ground', () => {
  const theme = new Map<string, unknown>(Object.entries(createContrastTheme()))
  const named = (pattern: RegExp): readonly string[] =>
    Array.from(theme.keys()).filter((name) => pattern.test(name))
  const grounds = [...named(/-ground$/), 'raised', 'colorNeutralBackground1', 'colorNeutralBackground3']
  const inks = [
    ...named(/-(sign|word)$/),
    'failure-text',
    'colorNeutralForeground1',
    'colorNeutralForeground3',
  ]
  const tooFaint = inks.flatMap((ink) =>
    grounds
      .filter((ground) => ground !== 'ink-ground')
      .filter((ground) => contrast(String(theme.get(ink)), String(theme.get(ground))) < 7)
      .map((ground) => `${ink} on ${ground}`),
  )
  expect(inks.length).toBeGreaterThan(10)
  expect(tooFaint).toEqual([])
})

/** Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
