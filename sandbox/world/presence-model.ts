/**
 * Presence as the server's aggregation script makes it: many states of one person in, one aggregate out.
 *
 * Pure: time is an argument. The real script was never published, so each rule says on whose word it stands.
 * Numbers are availability numbers of the SIP protocol; UCWA shows only the names of their bands.
 * (Longer than most files, so that the whole model can be read, and corrected, in one place.)
 * Sources: Lync documentation, "Aggregation containers", "State activity element", "State availability element",
 * "Publication behaviors of category instances"; UCWA, "Me dashboard".
 */
import type { Availability, DeviceType, Modality, OwnText, PreferredAvailability } from './world-model.ts'

const MINUTE_MS = 60_000
/** Without activity for so long, an endpoint is inactive. Source: UCWA reference, "makeMeAvailable", inactiveTimeout. */
export const DEFAULT_INACTIVE_TIMEOUT_MS = 5 * MINUTE_MS
/** And away after so much more. UCWA, "Me dashboard", names the awayTimeout; its length is the desktop client's. */
export const AWAY_TIMEOUT_MS = 5 * MINUTE_MS
/** A Busy or Do Not Disturb that was set by hand ends by itself. Source: "Publication behaviors…", userState. */
export const MANUAL_BUSY_LIFE_MS = 24 * 60 * MINUTE_MS

export type MachineState = 'active' | 'idle' | 'away'

export type Endpoint = {
  readonly deviceType: DeviceType
  /** When the person last used it; for a machine told to be active: when it became so. */
  readonly lastUsedAtMs: number
  /**
   * `timed`: idle and away follow from `lastUsedAtMs` (a UCWA application and its reportMyActivity).
   * `told`: the device publishes its own machine state, and it stands until the next (a desktop client).
   */
  readonly machine:
    | { readonly kind: 'timed'; readonly inactiveTimeoutMs: number }
    | { readonly kind: 'told'; readonly state: MachineState }
  readonly call: 'on-the-phone' | 'in-a-conference' | null
  /** Shares its whole screen. */
  readonly isPresenting: boolean
  /** In which ways the person can be reached at it. */
  readonly modalities: readonly Modality[]
  /** Where it says that the person is, the latest with the highest turn; null: it has never said. */
  readonly location: { readonly text: string; readonly turn: number } | null
}

/** What a person has chosen. It is theirs, not an endpoint's, and is still there at the next sign-in. */
export type ManualState = {
  readonly availability: PreferredAvailability
  /** A text of their own (a custom state), or null. */
  readonly activity: OwnText | null
  readonly setAtMs: number
}

/** A busy appointment in the calendar. `endAtMs` is infinite for one that lasts until somebody ends it. */
export type Meeting = { readonly startAtMs: number; readonly endAtMs: number }

export type PresenceState = {
  readonly endpoints: readonly Endpoint[]
  readonly manual: ManualState | null
  readonly meetings: readonly Meeting[]
  readonly isOutOfOffice: boolean
  /** When a device was last in use, of those that are gone; null when none ever was. */
  readonly lastActiveAtMs: number | null
}

/**
 * The server runs the script twice: its second run is for those who may interrupt, and shows them Do Not Disturb
 * as Busy. Source: "Aggregation containers" (100, 200 and 400 from the first run, 300 from the second).
 */
export type Script = 'general' | 'workgroup'

export type Aggregate = {
  readonly number: number
  readonly availability: Availability
  /** A well-known token, or a text of their own; null when there is none. */
  readonly activity: OwnText | null
  readonly deviceType: DeviceType
  /** Null while a device is in use, and when none ever was: only a last time that is over can be told. */
  readonly lastActiveAtMs: number | null
}

/** The numbers that are published or computed. 5000 and 8000 are picks inside their bands. */
const NUMBER = {
  online: 3500,
  idleOnline: 5000,
  busy: 6500,
  urgentOnly: 6900,
  inConference: 7000,
  idleBusy: 8000,
  doNotDisturb: 9500,
  beRightBack: 12_500,
  away: 15_500,
  offline: 18_500,
} as const

const MACHINE_NUMBER: { readonly [state in MachineState]: number } = {
  active: NUMBER.online,
  idle: NUMBER.idleOnline,
  away: NUMBER.away,
}

/** Lowest number of each band, from the top. Source: "State availability element". */
const BANDS: readonly { readonly from: number; readonly availability: Availability }[] = [
  { from: 18_000, availability: 'Offline' },
  { from: 15_000, availability: 'Away' },
  { from: 12_000, availability: 'BeRightBack' },
  { from: 9000, availability: 'DoNotDisturb' },
  { from: 7500, availability: 'IdleBusy' },
  { from: 6000, availability: 'Busy' },
  { from: 4500, availability: 'IdleOnline' },
  { from: 0, availability: 'Online' },
]

/** The numbers between which an activity is shown; outside them the aggregate drops it. */
type Window = { readonly min: number; readonly max: number }

/**
 * Source: "State activity element". Conference and presenting are reported (sipe), and so is the lower edge of
 * out-of-office; its upper edge is ours, since the sample of somebody Offline has no activity at all.
 */
const WINDOW = {
  'on-the-phone': { min: 6500, max: 8999 },
  'in-a-conference': { min: 7000, max: 8999 },
  'in-a-meeting': { min: 6500, max: 8999 },
  'out-of-office': { min: 12_000, max: 17_999 },
} as const satisfies { readonly [token: string]: Window }

/** Where a text of one's own is shown: while the aggregate is what it was set with, idle or not. (Our choice.) */
const CUSTOM_WINDOW: { readonly [availability in PreferredAvailability]: Window } = {
  Online: { min: 0, max: 5999 },
  Busy: { min: 6000, max: 8999 },
  DoNotDisturb: { min: 9000, max: 11_999 },
  BeRightBack: { min: 12_000, max: 14_999 },
  Away: { min: 15_000, max: 17_999 },
  Offwork: { min: 15_000, max: 17_999 },
}

/** What the rules look at. */
type Facts = {
  /** The most active of all machine states; null without an endpoint. */
  readonly machine: MachineState | null
  readonly manual: PreferredAvailability | null
  /** 6500 in a call or meeting, 7000 in a conference, else null. */
  readonly engaged: number | null
  readonly isPresenting: boolean
  readonly script: Script
}

type Rule = {
  readonly when: string
  readonly mark: 'documented' | 'reported' | 'inferred'
  readonly holds: (facts: Facts) => boolean
  readonly number: (facts: Facts) => number
  /** An activity that the rule itself brings. */
  readonly activity?: string
}

const isEngaged = (facts: Facts): boolean => facts.manual === 'Busy' || facts.engaged !== null

/** The whole aggregation: the first rule that holds decides. A measured server may correct any row by itself. */
const AGGREGATION: readonly Rule[] = [
  {
    when: 'no endpoint is live', // that a choice of Away or Off work gives way to it is inferred
    mark: 'documented',
    holds: ({ machine }) => machine === null,
    number: () => NUMBER.offline,
  },
  {
    when: 'Do Not Disturb is chosen, seen by those who may interrupt',
    mark: 'documented',
    holds: ({ manual, script }) => manual === 'DoNotDisturb' && script === 'workgroup',
    number: () => NUMBER.urgentOnly,
    activity: 'urgent-interruptions-only',
  },
  {
    when: 'Do Not Disturb is chosen', // its precedence over what follows is inferred
    mark: 'documented',
    holds: ({ manual }) => manual === 'DoNotDisturb',
    number: () => NUMBER.doNotDisturb,
  },
  {
    when: 'Be Right Back is chosen',
    mark: 'inferred',
    holds: ({ manual }) => manual === 'BeRightBack',
    number: () => NUMBER.beRightBack,
  },
  {
    when: 'Away is chosen',
    mark: 'inferred',
    holds: ({ manual }) => manual === 'Away',
    number: () => NUMBER.away,
  },
  {
    when: 'Off Work is chosen',
    mark: 'inferred',
    holds: ({ manual }) => manual === 'Offwork',
    number: () => NUMBER.away,
    activity: 'off-work',
  },
  {
    when: 'an endpoint presents',
    mark: 'reported',
    holds: ({ isPresenting }) => isPresenting,
    number: () => NUMBER.doNotDisturb,
    activity: 'presenting',
  },
  {
    when: 'Online is chosen, and every machine is away',
    mark: 'inferred',
    holds: ({ manual, machine }) => manual === 'Online' && machine === 'away',
    number: () => NUMBER.away,
  },
  {
    when: 'Online is chosen', // documented for an idle machine (client help); that it hides the calendar is inferred
    mark: 'documented',
    holds: ({ manual }) => manual === 'Online',
    number: () => NUMBER.online,
  },
  {
    when: 'busy, by choice or engagement, and a machine is active',
    mark: 'documented',
    holds: (facts) => isEngaged(facts) && facts.machine === 'active',
    number: ({ engaged }) => Math.max(NUMBER.busy, engaged ?? 0),
  },
  {
    when: 'busy, and the machine is idle',
    mark: 'inferred',
    holds: (facts) => isEngaged(facts) && facts.machine === 'idle',
    number: () => NUMBER.idleBusy,
  },
  {
    when: 'busy, and every machine is away',
    mark: 'inferred',
    holds: (facts) => isEngaged(facts) && facts.machine === 'away',
    number: () => NUMBER.away,
  },
  {
    when: 'nothing else is said: the most active machine',
    mark: 'documented',
    holds: () => true,
    number: ({ machine }) => (machine === null ? NUMBER.offline : MACHINE_NUMBER[machine]),
  },
]

/** The aggregate at `nowMs`, out of one run of the script. */
export function aggregate(state: PresenceState, nowMs: number, script: Script): Aggregate {
  const leading = mostActive(state.endpoints, nowMs)
  const manual = validManual(state.manual, nowMs)
  const facts: Facts = {
    machine: leading === null ? null : machineState(leading, nowMs),
    manual: manual?.availability ?? null,
    engaged: engagement(state, nowMs),
    isPresenting: state.endpoints.some((endpoint) => endpoint.isPresenting),
    script,
  }
  const rule = AGGREGATION.find(({ holds }) => holds(facts))
  if (rule === undefined) throw new Error('No rule of AGGREGATION holds: its last row must hold always.')
  const number = rule.number(facts)
  return {
    number,
    availability: availabilityOf(number),
    activity: rule.activity ?? activityAt(number, state, manual, nowMs),
    deviceType: leading?.deviceType ?? 'Unknown',
    lastActiveAtMs: facts.machine === 'active' ? null : lastUsedAtMs(state),
  }
}

/**
 * Where the most active endpoint that has said so says the person is; of equally active ones, the one that said so last.
 * Null: none has. Source: `MeDashboard.md`, "location".
 */
export function locationAt(endpoints: readonly Endpoint[], nowMs: number): string | null {
  const told = endpoints.flatMap((endpoint) =>
    endpoint.location === null ? [] : { ...endpoint.location, rank: rankOf(endpoint, nowMs) },
  )
  return told.toSorted((a, b) => a.rank - b.rank || b.turn - a.turn)[0]?.text ?? null
}

/** The name of the band that the number is in. */
export function availabilityOf(number: number): Availability {
  return BANDS.find(({ from }) => number >= from)?.availability ?? 'Online'
}

/** What an endpoint's machine says at `nowMs`. */
export function machineState({ machine, lastUsedAtMs: usedAtMs }: Endpoint, nowMs: number): MachineState {
  if (machine.kind === 'told') return machine.state
  const unusedMs = nowMs - usedAtMs
  if (unusedMs < machine.inactiveTimeoutMs) return 'active'
  return unusedMs < machine.inactiveTimeoutMs + AWAY_TIMEOUT_MS ? 'idle' : 'away'
}

/**
 * The next instant after `nowMs` at which the aggregate may change with nobody doing anything; null when there is
 * none. Until then it does not change.
 */
export function nextTurnAtMs(state: PresenceState, nowMs: number): number | null {
  const machines = state.endpoints.flatMap(({ machine, lastUsedAtMs: usedAtMs }) => {
    if (machine.kind === 'told') return []
    const idleAtMs = usedAtMs + machine.inactiveTimeoutMs
    return [idleAtMs, idleAtMs + AWAY_TIMEOUT_MS]
  })
  const meetings = state.meetings.flatMap(({ startAtMs, endAtMs }) => [startAtMs, endAtMs])
  const lapse =
    state.manual !== null && lapses(state.manual) ? [state.manual.setAtMs + MANUAL_BUSY_LIFE_MS] : []
  const nextAtMs = Math.min(...[...machines, ...meetings, ...lapse].filter((atMs) => atMs > nowMs))
  return Number.isFinite(nextAtMs) ? nextAtMs : null
}

/** When the person last used a device, those included that are gone; null when they never did. */
export function lastUsedAtMs({ endpoints, lastActiveAtMs }: PresenceState): number | null {
  const latestAtMs = Math.max(
    ...endpoints.map((endpoint) => endpoint.lastUsedAtMs),
    lastActiveAtMs ?? -Infinity,
  )
  return latestAtMs === -Infinity ? null : latestAtMs
}

const rankOf = (endpoint: Endpoint, nowMs: number): number => MACHINE_NUMBER[machineState(endpoint, nowMs)]

/** The lowest machine number leads; of equals, the one used last. Source: "Publication behaviors…". */
export function mostActive<One extends Endpoint>(endpoints: readonly One[], nowMs: number): One | null {
  const order = (a: Endpoint, b: Endpoint): number =>
    rankOf(a, nowMs) - rankOf(b, nowMs) || b.lastUsedAtMs - a.lastUsedAtMs
  return endpoints.toSorted(order)[0] ?? null
}

const lapses = ({ availability }: ManualState): boolean =>
  availability === 'Busy' || availability === 'DoNotDisturb'

function validManual(manual: ManualState | null, nowMs: number): ManualState | null {
  if (manual === null || !lapses(manual)) return manual
  return nowMs < manual.setAtMs + MANUAL_BUSY_LIFE_MS ? manual : null
}

const isInMeeting = ({ meetings }: PresenceState, nowMs: number): boolean =>
  meetings.some(({ startAtMs, endAtMs }) => startAtMs <= nowMs && nowMs < endAtMs)

const calls = ({ endpoints }: PresenceState): readonly Endpoint['call'][] => endpoints.map(({ call }) => call)

function engagement(state: PresenceState, nowMs: number): number | null {
  if (calls(state).includes('in-a-conference')) return NUMBER.inConference
  return calls(state).includes('on-the-phone') || isInMeeting(state, nowMs) ? NUMBER.busy : null
}

/** Phone before conference before calendar before a text of one's own, each only inside its window. (Inferred.) */
function activityAt(
  number: number,
  state: PresenceState,
  manual: ManualState | null,
  nowMs: number,
): OwnText | null {
  const isWithin = ({ min, max }: Window): boolean => min <= number && number <= max
  if (calls(state).includes('on-the-phone') && isWithin(WINDOW['on-the-phone'])) return 'on-the-phone'
  if (calls(state).includes('in-a-conference') && isWithin(WINDOW['in-a-conference']))
    return 'in-a-conference'
  if (isInMeeting(state, nowMs) && isWithin(WINDOW['in-a-meeting'])) return 'in-a-meeting'
  if (state.isOutOfOffice && isWithin(WINDOW['out-of-office'])) return 'out-of-office'
  if (manual !== null && isWithin(CUSTOM_WINDOW[manual.availability])) return manual.activity
  return null
}
