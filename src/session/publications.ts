import type { Clock } from '../lib/clock.ts'
import type { UcwaFailure } from '../ucwa/errors.ts'
import type { UcwaEvent } from '../ucwa/events.ts'
import {
  advancePublication,
  begun,
  didNotTake,
  isForGood,
  isPublished,
  showsChoice,
  type Choice,
  type Found,
  type Progress,
  type Publication,
  type Resource,
  type Step,
} from './publication.ts'
import { OVERDUE_AFTER_MS } from './timing.ts'

/** The newest publication of each resource, from the click to the server's word. */
export type PublicationBook = {
  /** A new choice; or the same once more, after it did not take. */
  begin(choice: Choice): void
  /** False once a newer choice of the same resource has begun. */
  isNewest(choice: Choice): boolean
  accepted(choice: Choice): void
  failed(choice: Choice, failure: UcwaFailure): void
  heard(events: readonly UcwaEvent[]): void
  readBegan(resource: Resource): void
  read(found: Found): void
  /** A read has failed, and is not tried again by itself. */
  readFailed(resource: Resource, failure: UcwaFailure): void
  /** Forgets all of them: the person has signed out. */
  clear(): void
  /** The person has put its message away. */
  dismiss(resource: Resource): void
}

export type PublicationDeps = {
  readonly clock: Clock
  readonly onChange: (resource: Resource, newest: Publication | null) => void
  /** Nothing was heard for 10 s, or that could not be read: read again, and let that decide. */
  readonly readAgain: (resource: Resource) => void
  /** A lost answer, and the read shows that it did not take. */
  readonly sendAgain: (choice: Choice) => void
}

export function createPublications(deps: PublicationDeps): PublicationBook {
  let era = new AbortController()
  const newest = new Map<Resource, Progress>()

  const step = (resource: Resource, by: Step): void => {
    const from = newest.get(resource)
    if (from === undefined) return
    const to = advancePublication(from, by)
    newest.set(resource, to)
    if (to.state !== from.state || to.failure !== from.failure) deps.onChange(resource, toPublication(to))
    if (didNotTake(from, to)) deps.sendAgain(to.choice)
    if (to.state === 'overdue' && from.state !== 'overdue') deps.readAgain(resource)
    if (to.state === 'overdue' && by.kind === 'readFailed' && isForGood(by.failure))
      void later(() => readIfOverdue(to.choice))
    if (to.state === 'accepted' && from.state !== 'accepted')
      void later(() => stepOf(to.choice, { kind: 'silence' }))
  }
  const stepOf = (choice: Choice, by: Step): void => {
    if (newest.get(choice.resource)?.choice === choice) step(choice.resource, by)
  }
  const later = (work: () => void): Promise<void> =>
    deps.clock.sleep(OVERDUE_AFTER_MS, era.signal).then(work, () => undefined) // signed out meanwhile
  const readIfOverdue = (choice: Choice): void => {
    const now = newest.get(choice.resource)
    if (now?.choice === choice && now.state === 'overdue') deps.readAgain(choice.resource)
  }

  return {
    begin: (choice) => {
      if (newest.get(choice.resource)?.choice === choice) return step(choice.resource, { kind: 'sent' })
      const fresh = begun(choice, deps.clock.now())
      newest.set(choice.resource, fresh)
      deps.onChange(choice.resource, toPublication(fresh))
    },
    isNewest: (choice) => newest.get(choice.resource)?.choice === choice,
    accepted: (choice) => stepOf(choice, { kind: 'answered', failure: null }),
    failed: (choice, failure) => stepOf(choice, { kind: 'answered', failure }),
    heard: (events) => {
      for (const { target } of events) {
        if (isPublished(target.rel)) step(target.rel, { kind: 'heard' })
      }
    },
    readBegan: (resource) => step(resource, { kind: 'readBegan' }),
    read: (found) => {
      const choice = newest.get(found.resource)?.choice
      if (choice !== undefined)
        step(found.resource, { kind: 'readLanded', shows: showsChoice(choice, found) })
    },
    readFailed: (resource, failure) => step(resource, { kind: 'readFailed', failure }),
    clear: () => {
      era.abort()
      era = new AbortController()
      for (const resource of newest.keys()) deps.onChange(resource, null)
      newest.clear()
    },
    dismiss: (resource) => {
      newest.delete(resource)
      deps.onChange(resource, null)
    },
  }
}

const toPublication = ({ choice, state, failure, beganAtMs }: Progress): Publication => ({
  choice,
  state,
  failure,
  beganAtMs,
})
