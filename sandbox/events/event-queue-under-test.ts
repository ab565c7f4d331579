import { createHandTurnedClock } from '../time/clock.ts'
import { createEventQueue, type PollAnswer, type UcwaEvent } from './event-queue.ts'

/** A request that says nothing of its own. */
export const PLAIN = { lowSeconds: null, mediumSeconds: null, timeoutSeconds: null, priority: 0 }

/** Of a contact’s presence. */
export const event = (
  href: string,
  type: UcwaEvent['type'] = 'updated',
  priority: UcwaEvent['priority'] = 'medium',
): UcwaEvent => ({
  sender: { rel: 'people', href: '/people' },
  link: { rel: 'contactPresence', href },
  in: null,
  type,
  priority,
  embedded: null,
})

/** A queue, and a client of it that keeps to its `next` links. */
export function channel() {
  const clock = createHandTurnedClock()
  const queue = createEventQueue(clock)
  /** What the pending request was answered; null while it is held. */
  const poll = (request: Partial<Parameters<typeof queue.poll>[0]> & { readonly ack: number }) => {
    const state: { answer: PollAnswer | null } = { answer: null }
    void queue
      .poll({ ...PLAIN, hungUp: new AbortController().signal, ...request })
      .then((answer) => (state.answer = answer))
    return state
  }
  return { clock, queue, poll }
}

/** What has been raised has been told. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve()
}

/** What an answer tells of; its kind where it is no package; null while there is none. */
export const told = (state: { answer: PollAnswer | null }): readonly string[] | string | null => {
  if (state.answer === null) return null
  return state.answer.kind === 'package'
    ? state.answer.package.events.map(({ type, link }) => `${type} ${link.href}`)
    : state.answer.kind
}
