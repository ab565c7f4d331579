/** What people do by themselves. */
import { createStirring, glimpse, STORM_KINDS } from '../levers/storm.ts'
import type { Chance } from './chance.ts'
import type { MachineState } from './presence-model.ts'
import type { PreferredAvailability, SandboxClock, Uri, World } from './world-model.ts'

export const LIFE_KINDS = ['quiet', 'office', 'storm'] as const
export type LifeKind = (typeof LIFE_KINDS)[number]

/** A person's own desktop client, as life moves it. */
type Desk = {
  readonly state: MachineState
  readonly call: 'on-the-phone' | 'in-a-conference' | null
  readonly isPresenting: boolean
}

/** What only life does with people; everything else it does as anybody may, by the world's own methods. */
export type Doings = {
  /** Null: signed out there. */
  desk(of: Uri): Desk | null
  setDesk(of: Uri, desk: Desk | null): void
  isInMeeting(of: Uri): boolean
  /** A meeting that begins now and lasts until it is ended; or its end. */
  setInMeeting(of: Uri, isInMeeting: boolean): void
  manual(of: Uri): PreferredAvailability | null
  isOutOfOffice(of: Uri): boolean
  /** Signed in at something that is not their desk: somebody acts as them, and life keeps out of it. */
  isElsewhere(of: Uri): boolean
  phrases(of: Uri): readonly string[]
}

type LifeOptions = {
  readonly world: World
  readonly doings: Doings
  readonly clock: SandboxClock
  readonly chance: Chance
  /** Whose eyes it is for: those on this person's list live. */
  readonly viewer: Uri
}

/** One change in so long, at 60 contacts: 2 to 4 s. More people do more, within these bounds. (Our choice.) */
const OFFICE_PAUSE_MS = { mean: 3000, shortest: 300, longest: 12_000 } as const
const OFFICE_SIZE = 60
/** 50 changes a second. */
const STORM_PAUSE_MS = 20
/** When nobody drawn has anything to do, the moment passes quietly. (Our choice.) */
const MOST_TRIES = 12

/** Begins it, and returns the way to end it. Nothing happens in a quiet life. The same chance gives the same day. */
export function beginLife(kind: LifeKind, options: LifeOptions): () => void {
  switch (kind) {
    case 'quiet':
      return () => {}
    case 'office':
      return beginOffice(options)
    case 'storm':
      return beginStorm(options)
  }
}

function beginStorm({ world, clock, chance, viewer }: LifeOptions): () => void {
  const subjects = world.contacts(viewer).map(({ uri }) => uri)
  const stir = createStirring(world, { subjects, viewer, kinds: STORM_KINDS, chance })
  return repeat(clock, () => STORM_PAUSE_MS, stir)
}

function beginOffice({ world, doings, clock, chance, viewer }: LifeOptions): () => void {
  const people = world.contacts(viewer).map(({ uri }) => uri)
  if (people.length === 0) return () => {}
  const { mean, shortest, longest } = OFFICE_PAUSE_MS
  const meanMs = Math.min(Math.max((mean * OFFICE_SIZE) / people.length, shortest), longest)
  return repeat(
    clock,
    () => meanMs * (2 / 3 + (chance.fraction() * 2) / 3),
    () => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const person = chance.pick(people)
        if (doings.isElsewhere(person)) continue
        const before = glimpse(world, person, viewer)
        nextStep(world, doings, person, chance)?.()
        if (glimpse(world, person, viewer) !== before) return
      }
    },
  )
}

/** Calls again and again, at pauses asked for each time, until it is ended. */
function repeat(clock: SandboxClock, pauseMs: () => number, act: () => void): () => void {
  const next = (): void => {
    timer = clock.after(pauseMs(), next)
    act()
  }
  let timer = clock.after(pauseMs(), next)
  return () => timer.cancel()
}

const AT_WORK: Desk = { state: 'active', call: null, isPresenting: false }

/** What this person does next: first ends what they are in, sooner or later, and else begins something. */
function nextStep(world: World, doings: Doings, who: Uri, chance: Chance): (() => void) | null {
  const desk = doings.desk(who)
  const manual = doings.manual(who)
  const backToWork = (): void => {
    doings.setDesk(who, AT_WORK)
    if (manual !== null) world.setPresence(who, null)
  }
  const maybe = (probability: number, act: () => void): (() => void) | null =>
    chance.happens(probability) ? act : null

  if (doings.isOutOfOffice(who)) return null
  if (desk === null) return maybe(0.3, backToWork)
  if (manual === 'Offwork') return maybe(0.1, backToWork)
  if (desk.state === 'away') return maybe(0.6, backToWork)
  if (manual === 'BeRightBack' || manual === 'Away') return maybe(0.7, backToWork)
  if (desk.state === 'idle') {
    return chance.happens(0.6) ? backToWork : () => doings.setDesk(who, { ...desk, state: 'away' })
  }
  if (desk.call !== null) return maybe(0.6, () => doings.setDesk(who, { ...desk, call: null }))
  if (desk.isPresenting) return maybe(0.5, () => doings.setDesk(who, { ...desk, isPresenting: false }))
  if (doings.isInMeeting(who)) {
    if (chance.happens(0.1)) return () => doings.setDesk(who, { ...desk, isPresenting: true })
    return maybe(0.25, () => doings.setInMeeting(who, false))
  }
  if (manual !== null) return maybe(0.3, () => world.setPresence(who, null))
  return beginSomething(world, doings, who, desk, chance)
}

/** What somebody at their desk, with nothing else on, begins; the weights are in hundredths. (Our choice.) */
function beginSomething(world: World, doings: Doings, who: Uri, desk: Desk, chance: Chance): () => void {
  const drawn = chance.below(100)
  if (drawn < 24) return () => doings.setDesk(who, { ...desk, call: 'on-the-phone' })
  if (drawn < 30) return () => doings.setDesk(who, { ...desk, call: 'in-a-conference' })
  if (drawn < 46) return () => doings.setInMeeting(who, true)
  if (drawn < 66) return () => doings.setDesk(who, { ...desk, state: 'idle' })
  if (drawn < 74) return () => world.setPresence(who, 'BeRightBack')
  if (drawn < 78) return () => world.setPresence(who, 'Busy')
  if (drawn < 81) return () => world.setPresence(who, 'DoNotDisturb')
  if (drawn < 93) {
    const note = chance.pick([...doings.phrases(who), ''])
    return () => world.setNote(who, note)
  }
  if (drawn < 98) {
    const location = chance.pick([world.person(who)?.office ?? 'Home', 'Home', ''])
    return () => world.setLocation(who, location)
  }
  return () => doings.setDesk(who, null)
}
