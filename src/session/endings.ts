import type { Clock } from '../lib/clock.ts'
import { canEndByItself } from '../ucwa/presence.ts'
import { isUnsettled, showsChoice, type Choice, type Found, type Publication } from './publication.ts'
import { BUSY_LASTS_MS, LATE_AFTER_MS, TAKE_BACK_AGAIN_MS } from './timing.ts'

/** What can be published until a time. */
export type EndingChoice = Extract<Choice, { resource: 'presence' | 'note' }>

/** A choice that this page is to take back at a time the person chose. Milliseconds since the Unix epoch. */
export type Ending = {
  readonly choice: EndingChoice
  readonly fromMs: number
  readonly atMs: number
}

export type Endings = {
  /** At most one of each resource. */
  readonly planned: readonly Ending[]
  /** Taken back late, since the page was closed or could not reach the server then; until the person has read it. */
  readonly late: readonly Ending[]
}

export const NO_ENDINGS: Endings = { planned: [], late: [] }

/**
 * "Busy until 15:00". Nothing in UCWA ends by itself at a chosen time, so a page of this browser does it while one is open,
 * and the next that is opened makes it good. It takes back only what still stands: never what was set since. Each is kept
 * until the server has confirmed that it is over.
 */
export type EndingsBook = {
  /** A life begins, with what was kept of earlier ones. */
  begin(kept: Endings): void
  /** The choice is about to be published, and to be taken back then. */
  plan(choice: EndingChoice, atMs: number): void
  /** In this tab: a newer choice ends what was planned, and so does a refusal. */
  published(newest: Publication): void
  /** When a refused choice was to end, should it be tried again; null: it was to last. Milliseconds since the Unix epoch. */
  endOfRefused(choice: Choice): number | null
  read(found: Found): void
  /** Set at another device since: not ours to take back. */
  setElsewhere(resource: Choice['resource']): void
  gap(): void
  /** Another tab says so. */
  told(endings: Endings): void
  /** Takes back what is due. Called every now and then, by the one tab that leads. */
  check(): void
  dismissLate(): void
  end(): void
}

export type EndingsDeps = {
  readonly clock: Clock
  readonly publish: (choices: readonly Choice[]) => void
  /** To be shown, kept, and told to the other tabs unless they have said it. */
  readonly onChange: (endings: Endings, isTold: boolean) => void
}

export function createEndings({ clock, publish, onChange }: EndingsDeps): EndingsBook {
  let now = NO_ENDINGS
  const newest = new Map<Choice['resource'], Publication>()
  const found = new Map<Choice['resource'], Found>()
  const takingBack = new Map<Choice['resource'], TakingBack>()
  const ofRefused = new Map<Choice['resource'], Ending>()

  const change = (to: Endings): void => {
    now = to
    onChange(to, false)
  }
  const drop = (ending: Ending, late: readonly Ending[] = now.late): void => {
    takingBack.delete(ending.choice.resource)
    change({ planned: now.planned.filter((one) => one !== ending), late })
  }
  const plannedFor = (resource: Choice['resource']): Ending | undefined =>
    now.planned.find(({ choice }) => choice.resource === resource)

  const takeBack = (ending: Ending, shown: Found): void => {
    const { choice, fromMs, atMs } = ending
    const isDropped =
      choice.resource === 'presence' && canEndByItself(choice.wanted) && clock.now() - fromMs >= BUSY_LASTS_MS
    if (isDropped || showsChoice(choice, shown) === 'another') return drop(ending)
    const reset: Choice = { resource: choice.resource, wanted: null }
    const isLate = clock.now() - atMs >= LATE_AFTER_MS
    takingBack.set(choice.resource, { ending, reset, isLate, refusedAtMs: null })
    publish([reset])
  }

  const isUnderWay = (ending: Ending): boolean => {
    const taking = takingBack.get(ending.choice.resource)
    if (taking === undefined || !isSame(taking.ending, ending)) return false
    return taking.refusedAtMs === null || clock.now() < taking.refusedAtMs + TAKE_BACK_AGAIN_MS
  }

  /** What has become of the reset that takes an ending back. */
  const resetBecame = (taking: TakingBack, state: Publication['state']): void => {
    const { resource } = taking.reset
    if (state === 'refused') takingBack.set(resource, { ...taking, refusedAtMs: clock.now() })
    if (state !== 'confirmed') return
    takingBack.delete(resource)
    const ending = plannedFor(resource)
    if (ending === undefined || !isSame(ending, taking.ending)) return // planned anew since, in another tab
    const late = taking.isLate ? [...now.late.filter((one) => !isOf(one, resource)), ending] : now.late
    drop(ending, late)
  }

  return {
    begin: (kept) => {
      now = kept
      onChange(kept, true)
    },
    plan: (choice, atMs) => {
      const others = now.planned.filter((one) => !isOf(one, choice.resource))
      change({ planned: [...others, { choice, fromMs: clock.now(), atMs }], late: now.late })
    },
    published: (publication) => {
      const { choice, state } = publication
      newest.set(choice.resource, publication)
      const taking = takingBack.get(choice.resource)
      if (taking?.reset === choice) return resetBecame(taking, state)
      const ending = plannedFor(choice.resource)
      if (state === 'sending') ofRefused.delete(choice.resource)
      if (ending?.choice === choice && state === 'refused') ofRefused.set(choice.resource, ending)
      if (ending !== undefined && (ending.choice !== choice ? state === 'sending' : state === 'refused'))
        drop(ending)
    },
    endOfRefused: (choice) => {
      const ending = ofRefused.get(choice.resource)
      return ending?.choice === choice ? ending.atMs : null
    },
    read: (read) => {
      if (read.value === null) found.delete(read.resource)
      else found.set(read.resource, read)
    },
    setElsewhere: (resource) => {
      const ending = plannedFor(resource)
      if (ending !== undefined) drop(ending)
    },
    gap: () => found.clear(),
    told: (endings) => {
      // A choice under way here is known by its object, which a copy in another tab's words must not take the place of.
      const own = (told: Ending): Ending => now.planned.find((one) => isSame(one, told)) ?? told
      now = { ...endings, planned: endings.planned.map(own) }
      onChange(now, true)
    },
    check: () => {
      for (const ending of now.planned) {
        if (clock.now() < ending.atMs || isUnderWay(ending)) continue
        const shown = found.get(ending.choice.resource)
        const last = newest.get(ending.choice.resource)
        if (shown !== undefined && (last === undefined || !isUnsettled(last))) takeBack(ending, shown)
      }
    },
    dismissLate: () => change({ ...now, late: [] }),
    end: () => {
      now = NO_ENDINGS
      newest.clear()
      found.clear()
      takingBack.clear()
      ofRefused.clear()
      onChange(NO_ENDINGS, true)
    },
  }
}

/** An ending that is due: published by this tab, and not confirmed yet. */
type TakingBack = {
  readonly ending: Ending
  readonly reset: Choice
  readonly isLate: boolean
  /** Null: not refused. Milliseconds since the Unix epoch. */
  readonly refusedAtMs: number | null
}

/** By what they say: another tab tells of the same in an object of its own. */
const isSame = (one: Ending, another: Ending): boolean =>
  one.choice.resource === another.choice.resource &&
  one.choice.wanted === another.choice.wanted &&
  one.fromMs === another.fromMs &&
  one.atMs === another.atMs

const isOf = ({ choice }: Ending, resource: Choice['resource']): boolean => choice.resource === resource
