import { DRAWINGS } from './parts/sign.ts'
import type { Sign } from './parts/sign.ts'
import { signColour } from './theme.ts'

/** Nothing outside the page knows its theme: rings are filled with white, which every tab strip sets off. */
const GROUND = '#fff'

/**
 * One's own sign as a picture of its own, for the tab: an SVG as a data URL. Stale, it is the grey ring that the page shows
 * as well, with the same glyph; a plain disc keeps a dot.
 */
export function iconOf(sign: Sign, look: 'live' | 'stale'): string {
  const { role, base, glyph } = DRAWINGS[sign]
  const colour = signColour(look === 'stale' ? 'neutral' : role)
  const isDisc = base === 'disc' && look === 'live'
  const dashes = base === 'dashedRing' ? ' stroke-dasharray="2.5 2.03"' : ''
  const ground = isDisc
    ? `<circle cx="8" cy="8" r="8" fill="${colour}"/>`
    : `<circle cx="8" cy="8" r="7.15" fill="${GROUND}" stroke="${colour}" stroke-width="1.7"${dashes}/>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${ground}${drawn(glyph, isDisc ? GROUND : colour, isDisc)}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

function drawn(glyph: (typeof DRAWINGS)[Sign]['glyph'], ink: string, isDisc: boolean): string {
  if (glyph === null) return isDisc ? '' : `<circle cx="8" cy="8" r="3.4" fill="${ink}"/>`
  if (glyph.width === null) return `<path d="${glyph.path}" fill="${ink}"/>`
  return `<path d="${glyph.path}" fill="none" stroke="${ink}" stroke-width="${glyph.width}" stroke-linecap="round" stroke-linejoin="round"/>`
}
