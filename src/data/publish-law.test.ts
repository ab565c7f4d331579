import { timeoutManager } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBell } from '../lib/bell.ts'
import { unlessAborted } from '../lib/unless-aborted.ts'
import { listeningTo, type ChannelState } from '../session/channel-state.ts'
import { isUnsettled, type Choice, type Publication } from '../session/publication.ts'
import { createPublications } from '../session/publications.ts'
import { createSharedChannel } from '../session/shared-channel.ts'
import { joinTabs } from '../session/tabs.ts'
import { aUcwa } from '../testing/a-ucwa.ts'
import { anExamplePage } from '../testing/example-page.ts'
import { anExampleBrowser, type ExampleBrowser } from '../testing/example-tabs.ts'
import { anEvent, anEventLink, anHref, aNote } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, unreachable } from '../ucwa/errors.ts'
import type { EventPackage } from '../ucwa/events.ts'
import type { Note } from '../ucwa/note.ts'
import { createCache } from './cache.ts'
import { markAllStale, markStale, readFailedAgain } from './mark-stale.ts'
import { noteQuery } from './note.ts'
import { publish } from './publish.ts'
import { tellPublications } from './tell-publications.ts'
import { createWatchedQueries, watchable } from './watched-queries.ts'
import type { Writes } from './writes.ts'

/**
 * The whole way of a choice, through the parts that it really takes: the write, the read after it, the events by way of the
 * tab that leads, the loss of an application. Only the server, and the moment at which each thing happens, are the test's.
 * Longer than other files, since it is one law: the server, the tabs in front of it, and what may happen to them.
 */

const PAUSE_MS = 1000
const HELD_MS = 2000

const GONE = new UcwaError({ kind: 'applicationGone' })
const NOT_FOUND = new UcwaError({
  kind: 'refused',
  status: 404,
  reason: { ...NO_REASON, subcode: 'ApplicationNotFound' },
})
const REFUSED = new UcwaError({ kind: 'refused', status: 403, reason: NO_REASON })
const LOST = unreachable('reset')

let clock = createHandTurnedClock()

// The cache's own waits between two tries pass by the hand-turned clock as well.
const timers = new Map<number, AbortController>()
let lastTimer = 0
const wakeAfter = async (ms: number, over: AbortSignal, wake: () => void): Promise<void> => {
  await clock.sleep(ms, over).catch(() => null)
  if (!over.aborted) wake()
}
const begin = (callback: (_: void) => void, ms: number): number => {
  const over = new AbortController()
  timers.set((lastTimer += 1), over)
  void wakeAfter(ms, over.signal, callback)
  return lastTimer
}
const clear = (timer: number | undefined): void => {
  if (timer !== undefined) timers.get(timer)?.abort()
}
timeoutManager.setTimeoutProvider({
  setTimeout: begin,
  clearTimeout: clear,
  setInterval: begin, // nobody here asks for one
  clearInterval: clear,
})

type Post = { readonly text: string; isTaken: boolean; end(failure: UcwaError | null): void }
type Read = { land(isOld: boolean): void; fail(failure: UcwaError): void }
type Poll = { answer(heard: EventPackage): void; fail(failure: UcwaError): void }

/** A server that does each thing when it is told to. What it takes is announced by the next answer to the poll. */
function createServer() {
  let application = 1
  let isToAnnounce = false
  const server = {
    note: 'none',
    isUp: true,
    isTokenGood: true,
    /** In the order in which they were taken. */
    taken: new Array<string>(),
    /** Sent though a newer one had been chosen. */
    outdated: new Array<string | null>(),
    posts: new Set<Post>(),
    mostPosts: 0,
    reads: new Set<Read>(),
    poll: { now: new Set<Poll>() },
    application: () => application,
    becomes: (note: string) => {
      server.note = note
      isToAnnounce = true
    },
    take: (post: Post) => {
      if (post.isTaken) return
      post.isTaken = true
      server.taken.push(post.text)
      server.becomes(post.text)
    },
    /** Why a request that is made now fails at once; null: it does not. */
    refusal: (of: number): UcwaError | null => {
      if (!server.isUp) return LOST
      if (!server.isTokenGood) return new UcwaError({ kind: 'signedOut' })
      return of === application ? null : NOT_FOUND
    },
    failAll: (failure: UcwaError, ofPoll = failure) => {
      for (const post of server.posts) post.end(failure)
      for (const read of server.reads) read.fail(failure)
      for (const poll of server.poll.now) poll.fail(ofPoll)
    },
    forget: () => {
      application += 1
      isToAnnounce = false
      server.failAll(NOT_FOUND, GONE)
    },
    announce: () => {
      const events = isToAnnounce ? [anEvent({ target: anEventLink('note') })] : []
      for (const poll of server.poll.now) {
        isToAnnounce = false
        poll.answer({ events, next: anHref('/events'), gap: false })
      }
    },
    isQuiet: () => server.posts.size === 0 && server.reads.size === 0 && !isToAnnounce,
  }
  return server
}
type Server = ReturnType<typeof createServer>

/** Settles when the server does so, or rejects with the signal's reason. */
function held<T, H>(
  among: Set<H>,
  signal: AbortSignal,
  make: (resolve: (value: T) => void, reject: (why: unknown) => void) => H,
): Promise<T> {
  let one: H | null = null
  const asking = new Promise<T>((resolve, reject) => {
    const over =
      <A>(settle: (how: A) => void) =>
      (how: A) => {
        if (one !== null) among.delete(one)
        settle(how)
      }
    one = make(over(resolve), over(reject))
    among.add(one)
  })
  return unlessAborted(asking, signal).finally(() => one !== null && among.delete(one))
}

/** One tab, joined as compose/board.ts and compose/connection.ts join it. */
function createTab(server: Server, browser: ExampleBrowser, name: string) {
  const close = new AbortController()
  const page = anExamplePage()
  const opened = createBell()
  const signedIn = createBell()
  let application: number | null = server.application()
  let channel: ChannelState | null = null
  let newest: Publication | null = null
  let lastChosen: string | null = null
  const isLive = () => channel?.kind === 'listening' && channel.isProven

  const untilOpen = async (signal: AbortSignal): Promise<number> => {
    if (application === null) await opened.rung(signal)
    return application ?? untilOpen(signal)
  }
  const takeUp = async (): Promise<void> => {
    application = null
    await Promise.resolve()
    const refusal = server.refusal(server.application())
    if (refusal !== null) throw refusal
    application = server.application()
    opened.ring()
  }
  const asked = async (signal: AbortSignal): Promise<void> => {
    const refusal = server.refusal(await untilOpen(signal))
    if (refusal !== null) throw refusal
  }
  const ucwa = aUcwa({
    note: async (signal) => {
      await asked(signal)
      const before = server.note
      return held<Note, Read>(server.reads, signal, (resolve, reject) => ({
        land: (isOld) => resolve(aNote({ message: isOld ? before : server.note })),
        fail: reject,
      }))
    },
    setNote: async (text) => {
      if (text !== lastChosen) server.outdated.push(text)
      await asked(close.signal)
      const posting = held<void, Post>(server.posts, close.signal, (resolve, reject) => ({
        text: text ?? '',
        isTaken: false,
        end: (failure) => (failure === null ? resolve() : reject(failure)),
      }))
      server.mostPosts = Math.max(server.mostPosts, server.posts.size)
      return posting
    },
  })

  const bugs: unknown[] = []
  const onBug = (bug: unknown) => void bugs.push(bug)
  const cache = createCache({ onBug, isLive })
  const watched = createWatchedQueries(cache)
  const known = { cache, watched }
  const publications = createPublications({
    clock,
    onChange: (_, publication) => (newest = publication),
    readAgain: (resource) => void markStale(known, [[resource]]),
    sendAgain: (choice) => publish(writes, [choice]),
  })
  const writes: Writes = { ...known, ucwa, publications }
  tellPublications(cache, ucwa, publications)
  watched.keep([watchable(noteQuery(ucwa))])

  const tabs = joinTabs(browser.line(), { tab: name, person: 'lene', isVisible: page.isVisible })
  page.onChange(() => tabs.say({ kind: 'here', isVisible: page.isVisible() }))
  const shared = createSharedChannel({
    tabs,
    leadership: browser.locks,
    name: 'lene',
    clock,
    page,
    applicationHref: () => (application === null ? null : anHref(`/app/${application}`)),
    adopt: takeUp,
    onDistrust: () => undefined,
    onAdopted: () => void markAllStale(known),
    onLead: () => undefined,
    nextTryAtMs: () => null,
    isOnWall: () => false,
    onNextTry: () => undefined,
    channel: {
      open: async () => {
        await takeUp()
        return anHref('/events')
      },
      locate: async () => false,
      check: async () => {
        const refusal = application === null ? GONE : server.refusal(application)
        if (refusal === NOT_FOUND) application = null
        if (refusal !== null) throw refusal === NOT_FOUND ? GONE : refusal
      },
      poll: async (_, signal) => {
        const refusal = application === null ? GONE : server.refusal(application)
        if (refusal !== null) throw refusal === NOT_FOUND ? GONE : refusal
        return held<EventPackage, Poll>(server.poll.now, signal, (resolve, reject) => ({
          answer: resolve,
          fail: reject,
        }))
      },
      pause: (_, signal) => clock.sleep(PAUSE_MS, signal),
      untilHeld: (signal) => clock.sleep(HELD_MS, signal),
      untilSignedIn: (signal) => signedIn.rung(signal),
      untilClaimed: () => new Promise(() => undefined),
      onState: (state) => {
        const wasLive = isLive()
        channel = state
        if (!wasLive && isLive()) void readFailedAgain(known)
      },
      onEvents: (events) => {
        publications.heard(events)
        void markStale(
          known,
          events.map(({ target }) => [target.rel]),
        )
      },
      onGap: () => void markAllStale(known),
      onBug,
    },
  })
  const running = shared.run(listeningTo(anHref('/events')), close.signal).catch((stop: unknown) => {
    if (!close.signal.aborted) throw stop
  })
  return {
    bugs,
    page,
    newest: () => newest,
    isLive,
    choose: (choice: Choice) => {
      lastChosen = choice.wanted
      publish(writes, [choice])
    },
    signsIn: () => signedIn.ring(),
    close: async () => {
      close.abort(new Error('closed'))
      tabs.leave()
      await running
      publications.clear()
      watched.stop()
      cache.clear()
    },
  }
}
type Tab = ReturnType<typeof createTab>

/** What may happen, and how often of so many times. */
const STEPS = [
  ['choose', 4],
  ['take', 2],
  ['answer', 3],
  ['loseAnswer', 4],
  ['refuse', 1],
  ['landRead', 5],
  ['landOldRead', 2],
  ['failRead', 2],
  ['refuseRead', 2],
  ['announce', 4],
  ['failPoll', 1],
  ['goDown', 1],
  ['comeUp', 2],
  ['forgetApplication', 2],
  ['refuseToken', 1],
  ['signIn', 2],
  ['otherDevice', 1],
  ['closeOther', 1],
  ['openOther', 1],
  ['hide', 1],
  ['beSeen', 1],
  ['second', 2],
  ['tenSeconds', 3],
] as const
type StepName = (typeof STEPS)[number][0]
/** And then so many turns of promises: what follows from a step may meet the next one half way. */
type Step = { readonly name: StepName; readonly turns: number }

async function played(steps: readonly Step[], otherFirst: boolean) {
  clock = createHandTurnedClock()
  const server = createServer()
  const browser = anExampleBrowser()
  let others = 0
  let other: Tab | null = otherFirst ? createTab(server, browser, 'other') : null
  const tab = createTab(server, browser, 'tab')
  await settled()
  for (const read of server.reads) read.land(false)
  await settled()

  const chosen: Choice[] = []
  const oldest = <T>(of: Set<T>): T | undefined => of.values().next().value
  const does: Record<StepName, () => unknown> = {
    choose: () => {
      const choice: Choice = { resource: 'note', wanted: `note ${chosen.length}` }
      chosen.push(choice)
      tab.choose(choice)
    },
    take: () => {
      for (const post of server.posts) server.take(post)
    },
    answer: () => {
      const post = oldest(server.posts)
      if (post === undefined) return
      server.take(post)
      post.end(null)
    },
    loseAnswer: () => oldest(server.posts)?.end(LOST),
    refuse: () => {
      const post = oldest(server.posts)
      if (post?.isTaken === false) post.end(REFUSED)
    },
    landRead: () => oldest(server.reads)?.land(false),
    landOldRead: () => oldest(server.reads)?.land(true),
    failRead: () => oldest(server.reads)?.fail(LOST),
    refuseRead: () => oldest(server.reads)?.fail(REFUSED),
    announce: server.announce,
    failPoll: () => oldest(server.poll.now)?.fail(LOST),
    goDown: () => {
      server.isUp = false
      server.failAll(LOST)
    },
    comeUp: () => (server.isUp = true),
    forgetApplication: server.forget,
    refuseToken: () => {
      server.isTokenGood = false
      server.failAll(new UcwaError({ kind: 'signedOut' }))
    },
    signIn: () => {
      server.isTokenGood = true
      tab.signsIn()
      other?.signsIn()
    },
    otherDevice: () => server.becomes(`of another device ${clock.now()}`),
    closeOther: () => {
      const closing = other?.close()
      other = null
      return closing
    },
    openOther: () => {
      if (server.isUp && server.isTokenGood) other ??= createTab(server, browser, `other ${(others += 1)}`)
    },
    hide: () => tab.page.becomes({ isVisible: false }),
    beSeen: () => tab.page.becomes({ isVisible: true }),
    second: () => clock.advance(1000),
    tenSeconds: () => clock.advance(10_000),
  }
  for (const { name, turns } of steps) {
    await does[name]()
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
  }

  // And then all is well.
  server.isUp = true
  for (let round = 0; round < 40; round += 1) {
    does.signIn()
    for (const post of server.posts) {
      server.take(post)
      post.end(null)
    }
    for (const read of server.reads) read.land(false)
    server.announce()
    await clock.advance(5000)
    if (server.isQuiet() && tab.isLive() && !isPending(tab)) break
  }
  const bugs = [...tab.bugs, ...(other?.bugs ?? [])]
  const newest = tab.newest()
  await tab.close()
  await other?.close()
  return { server, chosen, newest, bugs }
}

const isPending = (tab: Tab): boolean => {
  const newest = tab.newest()
  return newest !== null && isUnsettled(newest)
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  name: fc.oneof(...STEPS.map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) }))),
  turns: fc.oneof(fc.nat(16), { weight: 2, arbitrary: fc.constant(100) }),
})
const ANY_STEPS = fc
  .array(anyStep, { maxLength: 20 })
  .map((steps): readonly Step[] => [{ name: 'choose', turns: 100 }, ...steps])

test(
  'however answers, reads, events, losses and newer choices interleave, each choice ends as confirmed or refused, or is replaced by one that does, and none is published twice',
  () =>
    fc.assert(
      fc.asyncProperty(ANY_STEPS, fc.boolean(), async (steps, otherFirst) => {
        const { server, chosen, newest, bugs } = await played(steps, otherFirst)
        expect(bugs).toEqual([])
        if (chosen.length === 0) return
        expect(newest?.choice, 'the last one chosen is the one that is told of').toBe(chosen.at(-1))
        expect(['confirmed', 'refused']).toContain(newest?.state)

        const isAlone = !steps.some(({ name }) => name === 'otherDevice')
        const wanted = newest?.choice.wanted ?? ''
        if (newest?.state === 'confirmed') expect(server.taken).toContain(wanted)
        if (newest?.state === 'confirmed' && isAlone) expect(server.note).toBe(wanted)
        if (newest?.state === 'refused' && isAlone) expect(newest.failure).not.toBe(null)

        const order = chosen.map((choice) => choice.wanted)
        const inOrder = server.taken.toSorted((one, next) => order.indexOf(one) - order.indexOf(next))
        expect(server.taken, 'no older one after a newer one').toEqual(inOrder)
        if (isAlone) expect(server.taken).toEqual([...new Set(server.taken)])
        expect(server.outdated).toEqual([])
        expect(server.mostPosts).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    ),
  120_000,
)

test('a choice made at whatever moment an older one turns out not to have taken is the last word', async () => {
  for (let turns = 0; turns < 30; turns += 1) {
    const { server, chosen, newest } = await played(
      [
        { name: 'choose', turns: 100 },
        { name: 'loseAnswer', turns: 100 },
        { name: 'landRead', turns },
        { name: 'choose', turns: 100 },
      ],
      false,
    )
    expect([turns, newest?.choice.wanted, newest?.state, server.taken.at(-1)]).toEqual([
      turns,
      chosen.at(-1)?.wanted,
      'confirmed',
      chosen.at(-1)?.wanted,
    ])
  }
})
