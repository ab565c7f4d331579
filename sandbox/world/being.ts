/** One person's states of presence, and what each viewpoint makes of them. */
import type { Inhabitant } from './people.ts'
import { modalitiesOf, TAKEN_BY } from './modalities.ts'
import { phonesOf, withPhones } from './phones.ts'
import {
  aggregate,
  locationAt,
  mostActive,
  DEFAULT_INACTIVE_TIMEOUT_MS,
  machineState,
  type Endpoint,
  type MachineState,
  type ManualState,
  type Meeting,
  type PresenceState,
} from './presence-model.ts'
import {
  isPhoneShown,
  locationSeen,
  modalitiesSeen,
  noteSeen,
  personSeen,
  presenceSeen,
  PRIVACY_LEVELS,
  type PresenceSeen,
  type Viewpoint,
} from './privacy.ts'
import type { EndpointId, Modality, NoteView, Person, Phone, PhoneType, PrivacyLevel } from './world-model.ts'

/** A person's own desktop client, which publishes its machine state itself. */
export const DESK: EndpointId = 'desk'

export type Being = Inhabitant & {
  readonly endpoints: Map<EndpointId, Endpoint>
  manual: ManualState | null
  meetings: readonly Meeting[]
  /** Empty: none. */
  note: string
  outOfOffice: string | null
  /** Where the person was when the last endpoint that said so was gone. Empty: none. */
  location: string
  lastActiveAtMs: number | null
  readonly phones: Map<PhoneType, Phone>
  /** Levels granted by hand, by the key of whom they are granted to. */
  readonly granted: Map<string, PrivacyLevel>
  /** What everybody has been told; null while nobody has asked. */
  views: Views | null
}

/** One of each for every viewpoint. */
export type Views = {
  readonly presence: { readonly [to in Viewpoint]: PresenceSeen }
  readonly note: { readonly [to in Viewpoint]: NoteView | null }
  readonly location: { readonly [to in Viewpoint]: string | null }
  readonly modalities: { readonly [to in Viewpoint]: readonly Modality[] }
}

/** Somebody at the beginning of a world. */
export function createBeing(inhabitant: Inhabitant, nowMs: number): Being {
  const { device, unusedMinutes, call, isPresenting, isInMeeting, manual, ...written } = inhabitant.opening
  const unusedSinceMs = nowMs - unusedMinutes * 60_000
  const endpoints = new Map<EndpointId, Endpoint>()
  if (device !== null) {
    const machine = { kind: 'told', state: device.machine } as const
    const modalities = TAKEN_BY[device.type]
    const fresh = { deviceType: device.type, lastUsedAtMs: unusedSinceMs, machine, call, isPresenting }
    const location = written.location === '' ? null : { text: written.location, turn: 0 }
    endpoints.set(DESK, { ...fresh, modalities, location })
  }
  return {
    ...inhabitant,
    ...written,
    endpoints,
    manual: manual === null ? null : { ...manual, setAtMs: nowMs },
    meetings: isInMeeting ? [{ startAtMs: nowMs, endAtMs: Infinity }] : [],
    lastActiveAtMs: device === null && unusedMinutes > 0 ? unusedSinceMs : null,
    phones: new Map(phonesOf(inhabitant.person)),
    granted: new Map(),
    views: null,
  }
}

export const stateOf = (being: Being): PresenceState => ({
  endpoints: [...being.endpoints.values()],
  manual: being.manual,
  meetings: being.meetings,
  isOutOfOffice: being.outOfOffice !== null,
  lastActiveAtMs: being.lastActiveAtMs,
})

/** What every viewpoint sees at `nowMs`. */
export function viewsOf(being: Being, nowMs: number): Views {
  const state = stateOf(being)
  const general = aggregate(state, nowMs, 'general')
  const workgroup = aggregate(state, nowMs, 'workgroup')
  const note = noteOf(being)
  const location = locationOf(being, nowMs) || null
  const withNumber = modalitiesOf(state.endpoints, true)
  const withoutNumber = modalitiesOf(state.endpoints, false)
  return {
    presence: forEach((to) => presenceSeen(to, general, workgroup)),
    note: forEach((to) => noteSeen(to, note)),
    location: forEach((to) => locationSeen(to, location)),
    modalities: forEach((to) => modalitiesSeen(to, showsNumber(to, being) ? withNumber : withoutNumber)),
  }
}

const showsNumber = (to: Viewpoint, { phones }: Being): boolean =>
  [...phones.values()].some(
    ({ type, number, isShared }) =>
      number !== null && (to === 'self' || (isShared && isPhoneShown(type, to))),
  )

/** What the person's card shows at a viewpoint. */
export const personTo = (to: Viewpoint, { person, phones }: Being): Person =>
  personSeen(to, withPhones(person, phones, to === 'self' ? 'self' : 'others'))

/**
 * Empty: none. Assumed: where nobody at any endpoint has said where they are, it stays as it was last, signed out or not.
 * (Lync publishes it with a machine's state, but "location gets updated whenever the user changes his or her location":
 * UCWA reference, "location".)
 */
const locationOf = ({ endpoints, location }: Being, nowMs: number): string =>
  locationAt([...endpoints.values()], nowMs) ?? location

/** The person says at that endpoint where they are; without one, at the one that is most active. Empty clears it. */
export function place(being: Being, text: string, at: EndpointId | null, turn: number, nowMs: number): void {
  const leading = mostActive(
    Array.from(being.endpoints, ([id, endpoint]) => ({ ...endpoint, id })),
    nowMs,
  )
  const id = at ?? leading?.id ?? null
  const endpoint = id === null ? undefined : being.endpoints.get(id)
  if (id === null || endpoint === undefined) being.location = text
  else being.endpoints.set(id, { ...endpoint, location: { text, turn } })
}

/** The out-of-office note wins while it is set. Source: UCWA reference, "note". */
function noteOf({ note, outOfOffice }: Being): NoteView | null {
  if (outOfOffice !== null) return { message: outOfOffice, type: 'OutOfOffice' }
  return note === '' ? null : { message: note, type: 'Personal' }
}

const forEach = <T>(view: (to: Viewpoint) => T): { readonly [to in Viewpoint]: T } => ({
  self: view('self'),
  External: view('External'),
  Colleagues: view('Colleagues'),
  Workgroup: view('Workgroup'),
  FriendsAndFamily: view('FriendsAndFamily'),
  Blocked: view('Blocked'),
})

export type ViewKind = keyof Views
export const VIEW_KINDS = [
  'presence',
  'note',
  'location',
  'modalities',
] as const satisfies readonly ViewKind[]

/** True when the viewpoints see the same of that kind, each in its own views. */
export function isSameView(kind: ViewKind, a: Views, aTo: Viewpoint, b: Views, bTo: Viewpoint): boolean {
  if (kind === 'location') return a.location[aTo] === b.location[bTo]
  if (kind === 'note') {
    const [one, other] = [a.note[aTo], b.note[bTo]]
    return one?.message === other?.message && one?.type === other?.type
  }
  if (kind === 'modalities') return isSame(a.modalities[aTo], b.modalities[bTo])
  const [one, other] = [a.presence[aTo], b.presence[bTo]]
  return (
    one.availability === other.availability &&
    isSame(one.activity, other.activity) &&
    one.deviceType === other.deviceType &&
    one.lastActive === other.lastActive
  )
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** The levels to which that kind looks different now. */
export const changedLevels = (kind: ViewKind, before: Views, after: Views): ReadonlySet<PrivacyLevel> =>
  new Set(PRIVACY_LEVELS.filter((level) => !isSameView(kind, before, level, after, level)))

/** The endpoint is gone; its last use is remembered. */
export function dropEndpoint(being: Being, id: EndpointId, nowMs: number): void {
  const endpoint = being.endpoints.get(id)
  if (endpoint === undefined) return
  const usedAtMs = machineState(endpoint, nowMs) === 'active' ? nowMs : endpoint.lastUsedAtMs
  being.lastActiveAtMs = Math.max(being.lastActiveAtMs ?? usedAtMs, usedAtMs)
  being.location = locationOf(being, nowMs)
  being.endpoints.delete(id)
}

/** The same endpoint after its own machine has told another state. */
export function withMachineState(endpoint: Endpoint, state: MachineState, nowMs: number): Endpoint {
  const before = machineState(endpoint, nowMs)
  if (before === state) return { ...endpoint, machine: { kind: 'told', state } }
  const unusedMs = state === 'idle' ? DEFAULT_INACTIVE_TIMEOUT_MS : 0 // idle is told after the fact
  const leftAtMs = Math.max(endpoint.lastUsedAtMs, nowMs - unusedMs)
  const isLeft = before === 'active' || state === 'active'
  return {
    ...endpoint,
    machine: { kind: 'told', state },
    lastUsedAtMs: isLeft ? leftAtMs : endpoint.lastUsedAtMs,
  }
}
