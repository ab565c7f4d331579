/** Flat portraits without a face: a ground, a shirt, a head and hair, drawn as SVG on a grid of 96. */
import type { Chance } from './chance.ts'

export const HAIR = [
  'long',
  'straight',
  'bob',
  'bun',
  'curls',
  'scarf',
  'short',
  'cropped',
  'parted',
  'beard',
] as const

export type Look = {
  readonly hair: (typeof HAIR)[number]
  readonly skin: string
  readonly hairColour: string
  readonly shirt: string
  readonly ground: string
}

const GROUNDS = [
  '#d3e1f4',
  '#f3dfcb',
  '#e2e2f0',
  '#dbe8e3',
  '#f8e3b9',
  '#f3e9ee',
  '#ede2f4',
  '#f4e3d3',
  '#e6ebe0',
  '#dcebe4',
]
const SHIRTS = [
  '#35507f',
  '#8a4459',
  '#345d8c',
  '#4b5565',
  '#2c6e5f',
  '#6a6f86',
  '#a4532f',
  '#7d6c2a',
  '#33627e',
  '#5f7f73',
]
/** From light to dark; a region's people take from a stretch of it. */
const SKINS = ['#f6d2b8', '#f1c6a5', '#e8b48d', '#d9a57d', '#c88d5f', '#a56e47', '#7d4f35', '#5f3d2a']
const DARK_HAIR = ['#171312', '#2a201b', '#3b2a23', '#4b3324']
const FAIR_HAIR = ['#7b4a2d', '#8d5b34', '#b98347', '#d0a562', '#a5522e']
const GREY_HAIR = ['#9a9a9e', '#77757a']

/** A look that follows from chance. `complexion` is where on the scale from light to dark, 0 to 1, it centres. */
export function lookOf(chance: Chance, isWoman: boolean, complexion: number): Look {
  const women: readonly Look['hair'][] = ['long', 'straight', 'bob', 'bun', 'curls']
  const men: readonly Look['hair'][] = ['short', 'parted', 'beard', 'cropped']
  const tone = complexion * (SKINS.length - 1) + chance.below(3) - 1
  const isFairHaired = complexion < 0.2 && chance.happens(0.6)
  return {
    hair: chance.pick(isWoman ? women : men),
    skin: SKINS[Math.round(Math.min(Math.max(tone, 0), SKINS.length - 1))] ?? '#e8b48d',
    hairColour: chance.pick(chance.happens(0.1) ? GREY_HAIR : isFairHaired ? FAIR_HAIR : DARK_HAIR),
    shirt: chance.pick(SHIRTS),
    ground: chance.pick(GROUNDS),
  }
}

/** The portrait as an SVG document of `size` pixels a side. */
export function drawPortrait({ hair, skin, hairColour, shirt, ground }: Look, size: number): string {
  const { behind, before } = HAIR_SHAPES[hair]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 96 96">
<rect width="96" height="96" fill="${ground}"/>
<g fill="${hairColour}">${behind}</g>
<path d="M14 96c1-17 14-25 34-25s33 8 34 25z" fill="${shirt}"/>
<path d="M40.5 52h15v18.5a7.5 7.5 0 0 1-15 0z" fill="${shade(skin)}"/>
<path d="M32 38a16 17 0 0 1 32 0v7c0 10-7 17-16 17s-16-7-16-17z" fill="${skin}"/>
<g fill="${hairColour}">${before}</g>
</svg>`
}

/** The neck lies in the head's shadow. */
function shade(colour: string): string {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.88))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** What of the hair lies behind head and shirt, and what before them. */
const HAIR_SHAPES: { readonly [hair in Look['hair']]: { readonly behind: string; readonly before: string } } =
  {
    long: {
      behind: '<path d="M25 40a23 24 0 0 1 46 0l3 36H22z"/>',
      before: '<path d="M31 45c0-12 5-17 17-18 12 1 17 6 17 18l4-8c-2-15-10-21-21-21s-19 6-21 21z"/>',
    },
    straight: {
      behind: '<path d="M26 38a22 23 0 0 1 44 0v40H26z"/>',
      before: '<path d="M31 48c2-11 10-19 26-21 4 3 7 9 8 21l4-10c-1-15-10-22-21-22S28 23 27 38z"/>',
    },
    bob: {
      behind: '<path d="M25 40a23 24 0 0 1 46 0l2 22H23z"/>',
      before: '<path d="M31 42c8-4 20-3 27-10 2 4 5 6 7 10l4-3c-1-15-9-23-21-23s-20 8-21 23z"/>',
    },
    bun: {
      behind: '<circle cx="48" cy="13" r="8"/><path d="M28 42a20 22 0 0 1 40 0v6H28z"/>',
      before: '<path d="M31 43c1-9 6-15 17-15s16 6 17 15l3-6c-1-13-9-20-20-20s-19 7-20 20z"/>',
    },
    curls: {
      behind:
        '<circle cx="48" cy="22" r="13"/><circle cx="33" cy="26" r="11"/><circle cx="63" cy="26" r="11"/>' +
        '<circle cx="27" cy="40" r="10"/><circle cx="69" cy="40" r="10"/>' +
        '<circle cx="29" cy="53" r="8"/><circle cx="67" cy="53" r="8"/>',
      before: '<path d="M31 40c2-7 8-11 17-11s15 4 17 11l2-8c-3-9-9-14-19-14s-16 5-19 14z"/>',
    },
    scarf: {
      behind: '<path d="M24 40a24 25 0 0 1 48 0c0 16 2 26 6 36H18c4-10 6-20 6-36z"/>',
      before:
        '<path d="M33 44c0-11 6-17 15-17s15 6 15 17l-2 9c5 3 7 9 7 15 0 5-9 9-20 9s-20-4-20-9c0-6 2-12 7-15 4 7 8 9 13 9' +
        's9-2 13-9l2-9 6-6c-2-15-10-23-21-23s-19 8-21 23z" fill-rule="evenodd"/>',
    },
    short: {
      behind: '',
      before: '<path d="M30 40c-2-15 5-24 18-24s20 9 18 24l-3 2c0-6-1-9-4-12-6 2-16 2-22 0-3 3-4 6-4 12z"/>',
    },
    cropped: {
      behind: '',
      before: '<path d="M31 39c-2-14 5-22 17-22s19 8 17 22c-2-7-6-11-17-11s-15 4-17 11z"/>',
    },
    parted: {
      behind: '',
      before:
        '<path d="M30 41c-3-16 4-25 17-25 14 0 22 8 19 25l-3 2c0-7-2-11-6-14-8 4-15 3-19 1-3 3-5 6-5 13z"/>',
    },
    beard: {
      behind: '',
      before:
        '<path d="M30 40c-2-15 5-24 18-24s20 9 18 24l-3 1c0-6-1-9-4-11-6 2-16 2-22 0-3 2-4 5-4 11z"/>' +
        '<path d="M31 44c3 6 6 7 17 7s14-1 17-7v4c0 11-7 18-17 18s-17-7-17-18zM43 55a5 2.5 0 0 0 10 0z" fill-rule="evenodd"/>',
    },
  }
