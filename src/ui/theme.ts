import { createDarkTheme, createLightTheme } from '@fluentui/react-components'
import type { BrandVariants, Theme } from '@fluentui/react-components'
import { OWN_RAMP, rampOf } from './brand-ramp.ts'

/** Fluent's own tokens, where one fits a role of ours: light, dark, high contrast. */
const TOKENS = {
  colorNeutralBackground1: ['#ffffff', '#1b1e24', '#000000'],
  colorNeutralBackground1Hover: ['#f4f5f8', '#242830', '#1f1f1f'],
  colorNeutralBackground1Selected: ['#eef3fe', '#232b40', '#10244f'],
  colorNeutralBackground2: ['#f5f6f9', '#14161b', '#000000'],
  colorNeutralBackground3: ['#f1f3f6', '#262a33', '#141414'],
  colorNeutralForeground1: ['#1b1e24', '#f3f4f6', '#ffffff'],
  colorNeutralForeground2: ['#414650', '#c9cdd5', '#ffffff'],
  colorNeutralForeground3: ['#5f6570', '#9ba1ad', '#ebebeb'],
  colorNeutralForeground4: ['#5f6570', '#9ba1ad', '#ebebeb'],
  colorNeutralStroke2: ['#e6e8ec', '#2b3038', '#b8b8b8'],
  colorNeutralStroke1: ['#d2d6dc', '#3b414c', '#ffffff'],
  colorNeutralStrokeAccessible: ['#858b96', '#7d8490', '#ffffff'],
} as const

/**
 * Roles that Fluent has no token for; each becomes a CSS custom property of its own name.
 * Every word is at least 5.2:1 and every sign at least 3:1 on each ground it can lie on; in high contrast both are 7:1.
 */
const ROLES = {
  raised: ['#ffffff', '#242831', '#000000'],
  'raised-line': ['transparent', '#353b46', '#ffffff'],

  'available-sign': ['#13a10e', '#4cc353', '#3ff23f'],
  'available-word': ['#0e700e', '#7bd67a', '#8cff8c'],
  'available-ground': ['#eaf6e9', '#1c2f22', '#000000'],
  'busy-sign': ['#d13438', '#e85c61', '#ff8a8a'],
  'busy-word': ['#b10e1c', '#ff9fa1', '#ffb3b3'],
  'busy-ground': ['#fdf0f0', '#372225', '#000000'],
  'away-sign': ['#c27c00', '#eeb03c', '#ffd24d'],
  'away-word': ['#855800', '#f2c15e', '#ffe08a'],
  'away-ground': ['#fdf4e0', '#352c1a', '#000000'],
  'out-of-office-sign': ['#c239b3', '#d96fcb', '#ff9df0'],
  'out-of-office-word': ['#9a1f8c', '#efa3e4', '#ffb8f5'],
  'out-of-office-ground': ['#fbeef9', '#34223a', '#000000'],
  'neutral-sign': ['#6a707b', '#8b919d', '#ffffff'],
  'neutral-word': ['#5f6570', '#9ba1ad', '#ffffff'],
  'neutral-ground': ['#f1f3f6', '#262a33', '#000000'],

  'ink-ground': ['#242832', '#e9ebf0', '#ffffff'],
  'ink-text': ['#ffffff', '#1b1e24', '#000000'],
  'ink-text-2': ['#c5cad4', '#4b515c', '#000000'],
  'ink-button': ['#3a404d', '#cfd3db', '#d6d6d6'],

  'failure-icon': ['#c8460b', '#f0803f', '#ffa366'],
  'failure-text': ['#8a3707', '#ffb58c', '#ffd0b0'],
  'failure-ground': ['#fdf3ec', '#352519', '#000000'],
  'failure-edge': ['#f3cdb6', '#5f3d26', '#ffa366'],
} as const

/**
 * One theme for light and dark: each colour that differs is `light-dark(…)`, and the `color-scheme` in force decides.
 * So the page follows the system without asking, never flashes, and a part of it can be dark by one line of CSS.
 * @param accent the administrator's, as `#rrggbb`, of which a ramp in the place of ours is made; null: ours
 */
export function createTheme(accent: string | null = null): Theme {
  const ramp = accent === null ? OWN_RAMP : rampOf(accent)
  const light = { ...createLightTheme(ramp), ...pick(0) }
  const dark = { ...createDarkTheme(ramp), ...pick(1), ...linksOf(ramp) }
  const theme: Theme = {
    ...light,
    fontFamilyBase: FONT,
    borderRadiusMedium: '6px',
    shadow2: SHADOW_2,
    shadow16: SHADOW_16,
  }
  return Object.assign(theme, inBoth(light, dark))
}

/**
 * For who needs more contrast than the machine is set to give: white on black, and lines instead of shadows. Where the
 * machine itself is set so (forced colours), that has its way over every theme.
 */
export function createContrastTheme(accent: string | null = null): Theme {
  const ramp = accent === null ? OWN_RAMP : rampOf(accent)
  const theme: Theme = {
    ...createDarkTheme(ramp),
    fontFamilyBase: FONT,
    borderRadiusMedium: '6px',
    shadow2: LINE,
    shadow16: LINE,
    shadow28: LINE,
  }
  return Object.assign(theme, pick(2), { colorCompoundBrandStroke: '#ffffff' })
}

/** A step above Fluent's own, which is too faint in a well. */
const linksOf = (ramp: BrandVariants) => ({
  colorBrandForegroundLink: ramp[110],
  colorBrandForegroundLinkHover: ramp[120],
  colorBrandForegroundLinkPressed: ramp[100],
})

const LINE = '0 0 0 1px #ffffff'
const FONT = '"Segoe UI Variable", "Segoe UI", system-ui, "Noto Sans Arabic", "Noto Sans JP", sans-serif'
// In the dark a line takes the place of the soft part. Fluent lets no parentheses into others, so opacity is in hex.
const SOFT = '0 0 0 1px light-dark(#0000, #353b46), 0 0 2px light-dark(#0000001f, #0000)'
const SHADOW_2 = `${SOFT}, 0 1px 2px #00000024`
const SHADOW_16 = `${SOFT}, 0 8px 16px light-dark(#00000024, #00000047)`

const pick = (side: 0 | 1 | 2): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...TOKENS, ...ROLES }).map(([name, sides]) => [name, sides[side]]))

const isColour = (value: string): boolean => /^(?:#|rgba?\(|transparent$)/.test(value)

function inBoth(light: object, dark: object): Record<string, string> {
  const ofDark = new Map<string, unknown>(Object.entries(dark))
  const both = Object.entries(light).flatMap(([name, inLight]): [string, string][] => {
    const inDark = ofDark.get(name)
    if (inLight === inDark || typeof inLight !== 'string' || typeof inDark !== 'string') return []
    if (!isColour(inLight) || !isColour(inDark)) return []
    return [[name, `light-dark(${toHex(inLight)}, ${toHex(inDark)})`]]
  })
  return Object.fromEntries(both)
}

/** `rgba(…)` without its parentheses, since Fluent drops a value that nests them. */
function toHex(colour: string): string {
  const channels = /^rgba?\(([^)]*)\)$/.exec(colour)?.[1]?.split(/[\s,/]+/)
  if (channels === undefined) return colour
  const [red = 0, green = 0, blue = 0, opacity = 1] = channels.filter((part) => part !== '').map(Number)
  return `#${[red, green, blue, opacity * 255].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** The sign colours as plain values, for pictures outside the page such as the tab's icon. */
export const signColour = (role: keyof typeof SIGN_COLOURS): string => SIGN_COLOURS[role]
const SIGN_COLOURS = {
  available: ROLES['available-sign'][0],
  busy: ROLES['busy-sign'][0],
  away: ROLES['away-sign'][0],
  'out-of-office': ROLES['out-of-office-sign'][0],
  neutral: ROLES['neutral-sign'][0],
} as const
