import type { BrandVariants } from '@fluentui/react-components'

/** The product's own ramp, by which every contrast of the page was computed. */
export const OWN_RAMP: BrandVariants = {
  10: '#070c1c',
  20: '#0d1936',
  30: '#152552',
  40: '#1a306d',
  50: '#213b86',
  60: '#2847a1',
  70: '#3052b7',
  80: '#3a60ce',
  90: '#4a72de',
  100: '#5e85e8',
  110: '#7498ef',
  120: '#8cabf2',
  130: '#a4bdf5',
  140: '#bccff9',
  150: '#d5e1fc',
  160: '#eaf0fe',
}

/**
 * The ramp of an administrator's accent colour: its hue and its strength, at the very luminance of each step of our own.
 * Contrast depends on luminance alone, so that every text stays as readable as it was, whatever the accent.
 * @param accent `#rrggbb`
 */
export function rampOf(accent: string): BrandVariants {
  const { chroma, hue } = polar(accent)
  const strength = chroma / polar(OWN_RAMP[80]).chroma
  const step = (own: string): string =>
    withLuminance(luminanceOf(own), hue, polar(own).chroma * Math.min(strength, MOST_STRENGTH))
  return {
    10: step(OWN_RAMP[10]),
    20: step(OWN_RAMP[20]),
    30: step(OWN_RAMP[30]),
    40: step(OWN_RAMP[40]),
    50: step(OWN_RAMP[50]),
    60: step(OWN_RAMP[60]),
    70: step(OWN_RAMP[70]),
    80: step(OWN_RAMP[80]),
    90: step(OWN_RAMP[90]),
    100: step(OWN_RAMP[100]),
    110: step(OWN_RAMP[110]),
    120: step(OWN_RAMP[120]),
    130: step(OWN_RAMP[130]),
    140: step(OWN_RAMP[140]),
    150: step(OWN_RAMP[150]),
    160: step(OWN_RAMP[160]),
  }
}

/** A neon accent would make even the palest step shout. (Our choice.) */
const MOST_STRENGTH = 1.3

/** From 0, black, to 1, white. Source: WCAG 2.2, "relative luminance". */
export function luminanceOf(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Triple = readonly [number, number, number]

function linear(colour: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Strength and hue in OKLCH, where equal steps look equal. Source: Björn Ottosson, "A perceptual color space". */
function polar(colour: string): { readonly chroma: number; readonly hue: number } {
  const [red, green, blue] = linear(colour)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return { chroma: Math.hypot(a, b), hue: Math.atan2(b, a) }
}

function fromPolar(lightness: number, chroma: number, hue: number): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

/** How finely lightness and strength are searched for: well below one step of a channel. */
const HALVINGS = 24

/** The colour of that hue and luminance; weaker where a screen has none so strong. */
function withLuminance(luminance: number, hue: number, chroma: number): string {
  const colourAt = (strength: number): Triple => {
    const lightness = bisected((tried) => {
      const [red, green, blue] = fromPolar(tried, strength, hue)
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue < luminance
    }, 1)
    return fromPolar(lightness, strength, hue)
  }
  const strongest = bisected((strength) => isOnScreen(colourAt(strength)), chroma)
  return toHex(colourAt(strongest))
}

/** The largest value up to `most` for which it still holds; it holds below that and not above. */
function bisected(holds: (tried: number) => boolean, most: number): number {
  if (holds(most)) return most
  let [low, high] = [0, most]
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

const SLACK = 1e-4
const isOnScreen = (colour: Triple): boolean =>
  colour.every((channel) => channel >= -SLACK && channel <= 1 + SLACK)

function toHex(colour: Triple): string {
  const channels = colour.map((channel) => {
    const value = Math.min(1, Math.max(0, channel))
    const shown = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}
