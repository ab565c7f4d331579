import { expect, test } from 'vitest'
import { createTheme } from './theme.ts'

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
