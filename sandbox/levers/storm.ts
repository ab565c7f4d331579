/** Many changes in a row, each of which somebody sees. */
import { createClock } from '../time/clock.ts'
import { createChance, type Chance } from '../world/chance.ts'
import { shownTo } from '../world/privacy.ts'
import type { PreferredAvailability, SandboxClock, Uri, World } from '../world/world-model.ts'

export type StormKind = 'presence' | 'note' | 'location'
export const STORM_KINDS: readonly StormKind[] = ['presence', 'note', 'location']

export type StormOptions = {
  readonly changesPerSecond: number
  /** Seconds of real time, whatever the sandbox's clock does. */
  readonly durationSeconds: number
  readonly seed?: string | number
  /** All kinds when left out; which comes next is drawn. */
  readonly kinds?: readonly StormKind[]
  /** Given: the changes go in turn over this person's contacts. Else over the whole directory. */
  readonly viewer?: Uri
}

/** A clock that nobody turns: a storm's pace is the tester's, as a fault's duration is. */
export type RealTime = Pick<SandboxClock, 'now' | 'after'>

/** One world's storms. */
export type Storms = {
  /** See `runStorm`. */
  run(options: StormOptions): Promise<number>
  /** Whichever are under way end now, with what they have done. */
  end(): void
}

export function createStorms(world: World, realTime: RealTime = createClock()): Storms {
  let ended = new AbortController()
  return {
    run: (options) => runStorm(world, realTime, options, ended.signal),
    end: () => {
      ended.abort()
      ended = new AbortController()
    },
  }
}

/** Changes that fall due closer together than this are made together. (Our choice.) */
const SHORTEST_PAUSE_MS = 10

/**
 * Runs to its end, at an even pace, and answers with the number of changes. Each one changes what the viewer sees,
 * or without a viewer what its subject does. Fewer than asked for only when there is nobody who can be changed, or when
 * it was ended before.
 * @throws RangeError when rate or duration is not a number from 0 up.
 */
function runStorm(
  world: World,
  realTime: RealTime,
  options: StormOptions,
  ended: AbortSignal,
): Promise<number> {
  const { changesPerSecond, durationSeconds, viewer, kinds = STORM_KINDS, seed = 'storm' } = options
  for (const given of [changesPerSecond, durationSeconds]) {
    if (!(given >= 0 && Number.isFinite(given))) throw new RangeError(`Not a rate or duration: ${given}`)
  }
  const total = Math.round(changesPerSecond * durationSeconds)
  const people = viewer === undefined ? world.directory : world.contacts(viewer)
  const subjects = people.flatMap(({ uri, isKnown }) => (isKnown ? uri : []))
  const stir = createStirring(world, { subjects, viewer: viewer ?? null, kinds, chance: createChance(seed) })
  const startedAtMs = realTime.now()
  const durationMs = Math.round(durationSeconds * 1000)
  const pauseMs = Math.max(Math.ceil(1000 / Math.max(changesPerSecond, 1)), SHORTEST_PAUSE_MS)
  let tried = 0
  let changed = 0

  return new Promise((resolve, reject) => {
    const over = (): void => {
      ended.removeEventListener('abort', over)
      resolve(changed)
    }
    const step = (): void => {
      if (ended.aborted) return
      try {
        const passedMs = realTime.now() - startedAtMs
        const leftMs = durationMs - passedMs
        const due = leftMs > 0 ? Math.floor((passedMs / 1000) * changesPerSecond) : total
        for (; tried < due; tried += 1) changed += stir() ? 1 : 0
        if (leftMs > 0) realTime.after(Math.min(pauseMs, leftMs), step)
        else over()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    ended.addEventListener('abort', over)
    step()
  })
}

type Stirring = {
  readonly subjects: readonly Uri[]
  /** Null: each subject's own view is to change. */
  readonly viewer: Uri | null
  readonly kinds: readonly StormKind[]
  readonly chance: Chance
}

/**
 * Each call makes one change to the next subject that can be changed, in turn; false when none can.
 * (Whoever blocks the viewer cannot: nothing they do is seen.)
 */
export function createStirring(world: World, { subjects, viewer, kinds, chance }: Stirring): () => boolean {
  let turn = 0
  return () => {
    for (let passed = 0; passed < subjects.length; passed += 1) {
      const subject = subjects[turn % subjects.length]
      turn += 1
      if (subject === undefined) continue
      const first = chance.below(kinds.length)
      const order = [...kinds.slice(first), ...kinds.slice(0, first)]
      if (order.some((kind) => change(world, kind, subject, viewer ?? subject, chance))) return true
    }
    return false
  }
}

/** All that the viewer sees of the subject, to be compared with what they see later. */
export const glimpse = (world: World, subject: Uri, viewer: Uri): string =>
  JSON.stringify([
    world.presence(subject, viewer),
    world.note(subject, viewer),
    world.location(subject, viewer),
  ])

const CHOICES: readonly PreferredAvailability[] = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
]
const NOTES = [
  'In the workshop',
  'Back at three',
  'Testing 6.2 ✅',
  'Bitte nur Chat',
  'À plus tard',
  '会議中です',
  'مشغول',
]
const LOCATIONS = ['Copenhagen, 4.12', 'Home', 'Train', 'München, Haus B', '東京 丸の内', 'Redmond, 25/1640']
/** Long enough that a storm's changes are not followed by those of its own idle timers. (Our choice.) */
const STORM_INACTIVE_TIMEOUT_MS = 12 * 3_600_000

/** Makes one change of that kind which the viewer sees; false, with nothing done, when they would not. */
function change(world: World, kind: StormKind, subject: Uri, viewer: Uri, chance: Chance): boolean {
  if (!wouldSee(world, kind, subject, viewer)) return false
  if (kind === 'presence' && world.presence(subject, subject).availability === 'Offline') {
    world.setPresence(subject, chance.pick(CHOICES)) // shown by what comes next, and so in one change
    world.addEndpoint(subject, {
      deviceType: 'PC',
      inactiveTimeoutMs: STORM_INACTIVE_TIMEOUT_MS,
      id: 'storm',
    })
    return true
  }
  const before = glimpse(world, subject, viewer)
  const acts = actsOf(world, kind, subject)
  const first = chance.below(acts.length)
  return [...acts.slice(first), ...acts.slice(0, first)].some((act) => {
    act()
    return glimpse(world, subject, viewer) !== before
  })
}

function wouldSee(world: World, kind: StormKind, subject: Uri, viewer: Uri): boolean {
  const isSelf = subject.toLowerCase() === viewer.toLowerCase()
  const shown = shownTo(kind === 'presence' ? 'availability' : kind)
  if (!isSelf && !shown.some((level) => level === world.privacyRelationship(subject, viewer))) return false
  return kind !== 'note' || world.note(subject, subject)?.type !== 'OutOfOffice' // which covers it
}

/** What may be done, without what is so already. */
function actsOf(world: World, kind: StormKind, subject: Uri): readonly (() => void)[] {
  switch (kind) {
    case 'presence':
      return CHOICES.map((choice) => () => world.setPresence(subject, choice))
    case 'note': {
      const present = world.note(subject, subject)?.message
      return NOTES.filter((note) => note !== present).map((note) => () => world.setNote(subject, note))
    }
    case 'location': {
      const present = world.location(subject, subject)
      const others = LOCATIONS.filter((location) => location !== present)
      return others.map((location) => () => world.setLocation(subject, location))
    }
  }
}
