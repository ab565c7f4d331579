import type { Availability, PreferredAvailability } from '../../ucwa/availability.ts'

/** What a sign can say. Three signals carry each: shape, word, colour. */
export type Sign =
  | 'available'
  | 'availableIdle'
  | 'busy'
  | 'busyIdle'
  | 'doNotDisturb'
  | 'beRightBack'
  | 'away'
  | 'offline'
  | 'outOfOffice'
  | 'unknown'
  | 'blocked'

export type Role = 'available' | 'busy' | 'away' | 'out-of-office' | 'neutral'

/** How a sign is drawn on its grid of 16 by 16. A disc carries its glyph in the ground's colour, a ring in its own. */
export type Drawing = {
  readonly role: Role
  readonly base: 'disc' | 'ring' | 'dashedRing'
  readonly glyph: {
    readonly path: string
    /** Stroke width; null: filled instead. */
    readonly width: number | null
    /** Whether it turns round where the text runs from right to left. Checks and clocks do not. */
    readonly mirrored?: true
  } | null
}

const CHECK = { path: 'M4.6 8.3 7 10.6 11.4 5.9', width: 1.9 }
const CLOCK = { path: 'M7.7 4.4V8.3l2.6 1.9', width: 1.8 }

export const DRAWINGS: Readonly<Record<Sign, Drawing>> = {
  available: { role: 'available', base: 'disc', glyph: CHECK },
  availableIdle: { role: 'available', base: 'ring', glyph: CHECK },
  busy: { role: 'busy', base: 'disc', glyph: null },
  busyIdle: { role: 'busy', base: 'ring', glyph: { path: 'M2.6 8a5.4 5.4 0 0 0 10.8 0z', width: null } },
  doNotDisturb: { role: 'busy', base: 'disc', glyph: { path: 'M4.7 8h6.6', width: 2.3 } },
  beRightBack: { role: 'away', base: 'ring', glyph: CLOCK },
  away: { role: 'away', base: 'disc', glyph: CLOCK },
  offline: {
    role: 'neutral',
    base: 'ring',
    glyph: { path: 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4', width: 1.6 },
  },
  outOfOffice: {
    role: 'out-of-office',
    base: 'ring',
    glyph: { path: 'M11 8H5.2M7.6 5.4 5 8l2.6 2.6', width: 1.6, mirrored: true },
  },
  unknown: {
    role: 'neutral',
    base: 'dashedRing',
    glyph: { path: 'M6.2 6.4a1.85 1.85 0 1 1 2.5 1.75c-.5.2-.7.5-.7 1.05M8 11.3v.1', width: 1.5 },
  },
  blocked: { role: 'neutral', base: 'ring', glyph: { path: 'M3.4 12.6 12.6 3.4', width: 1.7 } },
}

export const roleOf = (sign: Sign): Role => DRAWINGS[sign].role

const SIGN_OF: Readonly<Record<Availability, Sign>> = {
  Online: 'available',
  IdleOnline: 'availableIdle',
  Busy: 'busy',
  IdleBusy: 'busyIdle',
  DoNotDisturb: 'doNotDisturb',
  BeRightBack: 'beRightBack',
  Away: 'away',
  Offline: 'offline',
  Unknown: 'unknown',
}

/** The calendar's word for an absence; not in UCWA's list of activities, yet seen. Takes the place of the availability. */
export const OUT_OF_OFFICE = 'out-of-office'

export const signOf = (availability: Availability, activity: string | null): Sign =>
  activity === OUT_OF_OFFICE ? 'outOfOffice' : SIGN_OF[availability]

/** What a choice will look like. Off work is Away to everybody; only the activity tells. */
export const signOfChoice = (wanted: PreferredAvailability): Sign =>
  SIGN_OF[wanted === 'Offwork' ? 'Away' : wanted]

/** How heavily the name and the word are set: who can be reached stands out by weight. */
export type Weight = 'strong' | 'medium' | 'regular'

const WEIGHT_OF: Readonly<Record<Sign, Weight>> = {
  available: 'strong',
  availableIdle: 'strong',
  beRightBack: 'strong',
  busy: 'medium',
  busyIdle: 'medium',
  doNotDisturb: 'medium',
  away: 'regular',
  offline: 'regular',
  outOfOffice: 'regular',
  unknown: 'regular',
  blocked: 'regular',
}

export const weightOf = (sign: Sign): Weight => WEIGHT_OF[sign]
