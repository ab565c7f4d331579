import { anExampleBrowser } from './example-tabs.ts'
import { anExamplePage } from './example-page.ts'
import { anEvent, anHref } from './examples.ts'
import { createHandTurnedClock, settled } from './hand-turned-clock.ts'
import { UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Href } from '../ucwa/hal.ts'
import { listeningTo, type ChannelState } from '../session/channel-state.ts'
import { createSharedChannel } from '../session/shared-channel.ts'
import { joinTabs } from '../session/tabs.ts'

/** One server, which answers the poll under way when told to, and the tabs in front of it. */
export function tabsOf() {
  const clock = createHandTurnedClock()
  const browser = anExampleBrowser()
  const server: {
    application: Href
    readonly polled: Href[]
    opens: number
    /** Answers the poll under way. */
    answer: (how: EventPackage | UcwaFailure) => void
    openFailure: UcwaFailure | null
    /** What the next tries to take up its application end in. */
    readonly adoptFailures: Error[]
  } = {
    application: anHref('/app/1'),
    polled: [],
    opens: 0,
    answer: () => undefined,
    openFailure: null,
    adoptFailures: [],
  }
  let opened = 0
  const open = (
    person = 'lene',
    isOnWall = false,
    onState: (state: ChannelState) => void = () => undefined,
  ) => {
    const did: string[] = []
    const close = new AbortController()
    const line = browser.line()
    opened += 1
    let application: Href | null = server.application
    const page = anExamplePage()
    const tabs = joinTabs(line, { tab: `tab${opened}`, person, isVisible: page.isVisible })
    /** As the tab's own words are said by `compose`. */
    const becomesVisible = (isVisible: boolean) => {
      page.becomes({ isVisible })
      tabs.say({ kind: 'here', isVisible })
    }
    const shared = createSharedChannel({
      tabs,
      leadership: browser.locks,
      name: person,
      clock,
      page,
      isOnWall: () => isOnWall,
      applicationHref: () => application,
      adopt: async () => {
        did.push('adopt')
        const failure = server.adoptFailures.shift()
        if (failure !== undefined) throw failure
        application = server.application
      },
      onDistrust: () => did.push('distrusts'),
      onAdopted: () => did.push('reads again'),
      onLead: (isLeading) => did.push(isLeading ? 'leads' : 'follows'),
      nextTryAtMs: () => null,
      onNextTry: () => undefined,
      channel: {
        open: async () => {
          server.opens += 1
          if (server.openFailure !== null) throw new UcwaError(server.openFailure)
          application = server.application
          return anHref('/events?ack=1')
        },
        locate: async () => false,
        check: async () => undefined,
        poll: (next, signal) =>
          new Promise((resolve, reject) => {
            server.polled.push(next)
            signal.addEventListener('abort', () => reject(signal.reason))
            server.answer = (answer) => {
              if ('kind' in answer) reject(new UcwaError(answer))
              else resolve(answer)
            }
          }),
        pause: async () => undefined,
        untilHeld: () => new Promise(() => undefined),
        untilSignedIn: () => new Promise(() => undefined),
        untilClaimed: () => new Promise(() => undefined),
        onState: (state) => {
          did.push(state.kind)
          onState(state)
        },
        onEvents: (events) => did.push(`${events.length} events`),
        onGap: () => did.push('gap'),
        onBug: () => did.push('bug'),
      },
    })
    const running = shared.run(listeningTo(anHref('/events?ack=1')), close.signal).catch(() => 'closed')
    return { did, close, shared, tabs, becomesVisible, running }
  }
  const answers = async (answer: EventPackage | UcwaFailure) => {
    server.answer(answer)
    await settled()
  }
  return { open, server, answers, clock }
}

/** A package of one event. */
export const heard = (ack: number, gap = false): EventPackage => ({
  events: [anEvent()],
  next: anHref(`/events?ack=${ack}`),
  gap,
})
