import type { CDPSession, Page, Request } from '@playwright/test'

import type { Person } from '../e2e/person.ts'
import type { Control } from '../sandbox/control.ts'
import { objectBytes } from './heap-objects.ts'
import { countTimers, pendingTimers } from './page-timers.ts'
import { disagreements } from './screen.ts'
import { setStage, type Stage, type Transport } from './stage.ts'

export type SoakPlan = {
  readonly seed: number
  readonly transport: Transport
  readonly tell: (line: string) => void
}

/** What a page holds on to, after its garbage has been collected. */
export type Weight = {
  readonly heapBytes: number
  /** Of them, the page's own objects: without compiled code. */
  readonly objectBytes: number
  readonly listeners: number
  readonly timers: number
  readonly nodes: number
}

export type SoakFigures = {
  readonly seed: number
  readonly transport: Transport
  readonly hours: number
  readonly tookMs: number
  readonly changes: number
  readonly comparisons: number
  readonly differences: number
  readonly unhandledRejections: number
  readonly reportedBugs: number
  readonly requests: number
  readonly afterFirstHour: Weight
  readonly atEnd: Weight
  readonly heapRatio: number
  readonly objectsRatio: number
  readonly findings: readonly string[]
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * Both clocks are moved on by so much, and then the page's requests get the real time that they need. Below the 30 s after
 * which the page gives a request up, or it would give up what only the bench has kept waiting. (Our choice.)
 */
const STEP_MS = 25_000
/** The page asks for nothing more once it has asked for nothing for this long. (Our choice.) */
const QUIET_MS = 12
/** What takes longer is no request that answers at once. (Our choice.) */
const QUIET_WITHIN_MS = 5000
/** In how many steps of the clocks, each with a look, screen and server must agree. (Our choice.) */
const AGREE_WITHIN_STEPS = 8

type Spell = {
  readonly name: string
  readonly hours: number
  /** Somebody types, and publishes. */
  readonly isSomebodyThere: boolean
  /** How often others change. */
  readonly changeEveryMs: number
  /** How often screen and server are compared, and the person publishes, if they are there. */
  readonly lookEveryMs: number
}

const BUSY = { changeEveryMs: MINUTE_MS, lookEveryMs: 5 * MINUTE_MS }
const USUAL = { changeEveryMs: 5 * MINUTE_MS, lookEveryMs: HOUR_MS / 2 }
const QUIET = { changeEveryMs: 20 * MINUTE_MS, lookEveryMs: HOUR_MS / 2 }

/**
 * From eight in the morning to eight in the morning. The first hour has of everything that the day has, a lid that is closed
 * and opened again included: what V8 compiles of a page grows with each function that is called for the first time, or often
 * enough, and a leak is told only from a page that is warm.
 */
const DAY: readonly (Spell | { readonly name: string; readonly asleepHours: number })[] = [
  { name: 'breakfast', hours: 1 / 3, isSomebodyThere: true, ...BUSY },
  { name: 'the way to work', asleepHours: 1 / 3 },
  { name: 'the first hour', hours: 1 / 3, isSomebodyThere: true, ...BUSY },
  { name: 'the working day', hours: 8, isSomebodyThere: true, ...USUAL },
  { name: 'the evening', hours: 6, isSomebodyThere: false, ...QUIET },
  { name: 'the night', asleepHours: 7 },
  { name: 'the next morning', hours: 2, isSomebodyThere: true, ...USUAL },
]

/**
 * A day and a night of one pinned tab in minutes: the sandbox's clock and the page's are moved on together, step by step,
 * so that every renewal, expiry and idle timer falls due as it would.
 */
export async function runSoak(plan: SoakPlan): Promise<SoakFigures> {
  const stage = await setStage({
    transport: plan.transport,
    sandboxFlags: ['--seed', String(plan.seed)],
    before: async (page) => {
      await page.clock.install({ time: Date.now() })
      await countTimers(page)
    },
  })
  try {
    return await throughTheDay(plan, stage)
  } finally {
    await stage.stop()
  }
}

async function throughTheDay({ seed, transport, tell }: SoakPlan, stage: Stage): Promise<SoakFigures> {
  const { control, page, person, context, troubles } = stage
  const startedAtMs = Date.now()
  const traffic = watchTraffic(page)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const findings: string[] = []
  let changes = 0
  let comparisons = 0
  let afterFirstHour: Weight | null = null

  const step = async (ms: number): Promise<void> => {
    await control.advance(ms / 1000)
    await page.clock.runFor(ms)
    await traffic.quiet()
  }
  const compare = async (when: string): Promise<void> => {
    comparisons += 1
    let left = await disagreements(person, control)
    for (let steps = 0; left.length > 0 && steps < AGREE_WITHIN_STEPS; steps += 1) {
      await step(STEP_MS / 5) // events are held for some seconds by the server
      left = await disagreements(person, control)
    }
    findings.push(...left.map((line) => `${when}: ${line}`))
  }
  const others = async (count: number): Promise<void> => {
    const how = { seed: `${seed}-${changes}`, changesPerSecond: count * 20, durationSeconds: 0.05 }
    changes += (await control.storm({ viewer: person.account.uri, ...how })).changes
  }

  await person.signsIn()
  let atMs = 0
  for (const spell of DAY) {
    const beganMs = atMs
    if ('asleepHours' in spell) {
      await sleepFor(spell.asleepHours * HOUR_MS, stage, () => others(20))
      atMs += spell.asleepHours * HOUR_MS
      await compare('on waking')
    } else {
      let changedAtMs = atMs
      let comparedAtMs = atMs
      while (atMs < beganMs + spell.hours * HOUR_MS) {
        await step(STEP_MS)
        atMs += STEP_MS
        if (spell.isSomebodyThere && atMs % (4 * STEP_MS) === 0) await page.keyboard.press('Shift')
        if (atMs - changedAtMs >= spell.changeEveryMs) {
          changedAtMs = atMs
          await others(5)
        }
        if (atMs - comparedAtMs < spell.lookEveryMs) continue
        comparedAtMs = atMs
        if (spell.isSomebodyThere) await publishSomething(person, atMs)
        await compare(`after ${(atMs / HOUR_MS).toFixed(1)} hours`)
      }
    }
    await everybodyAlike(person, control)
    await compare(`at the end of ${spell.name}`)
    const weight = await weigh(cdp, page)
    if (atMs <= HOUR_MS) afterFirstHour = weight
    tell(`${spell.name}: ${Math.round((Date.now() - startedAtMs) / 1000)} s, ${JSON.stringify(weight)}`)
  }

  const atEnd = await weigh(cdp, page)
  const first = afterFirstHour ?? atEnd
  return {
    seed,
    transport,
    hours: atMs / HOUR_MS,
    tookMs: Date.now() - startedAtMs,
    changes,
    comparisons,
    differences: findings.length,
    unhandledRejections: troubles.uncaught.length,
    reportedBugs: troubles.reported.length,
    requests: traffic.count(),
    afterFirstHour: first,
    atEnd,
    heapRatio: atEnd.heapBytes / first.heapBytes,
    objectsRatio: atEnd.objectBytes / first.objectBytes,
    findings: [
      ...findings,
      ...troubles.uncaught.map((line) => `uncaught: ${line}`),
      ...troubles.reported.map((line) => `reported: ${line}`),
    ],
  }
}

/** The lid is closed: no network, no timers; the server's time goes on. Then it is opened. */
async function sleepFor(
  ms: number,
  { control, page, context }: Stage,
  meanwhile: () => Promise<void>,
): Promise<void> {
  await context.setOffline(true)
  for (let leftMs = ms; leftMs > 0; leftMs -= HOUR_MS) await control.advance(Math.min(leftMs, HOUR_MS) / 1000)
  await meanwhile()
  await page.clock.fastForward(ms)
  await context.setOffline(false)
}

const CHOICES = ['Busy', 'Available', 'Do not disturb', 'Be right back'] as const

/** As a person does a few times a day. */
async function publishSomething(person: Person, atMs: number): Promise<void> {
  await person.choosesAvailability(CHOICES[Math.floor(atMs / HOUR_MS) % CHOICES.length] ?? 'Busy')
  await person.writesNote(`Note of hour ${(atMs / HOUR_MS).toFixed(1)}`)
}

/** Brings everybody to the same look, so that what the page weighs can be compared with what it weighed. */
async function everybodyAlike(person: Person, control: Control): Promise<void> {
  const { contacts } = await control.truth(person.account.uri)
  for (const [user, { availability }] of Object.entries(contacts)) {
    if (availability === null) continue // an address that leads to nobody
    await control.publish({ user, availability: 'Online', note: 'As everybody', location: 'Here' })
  }
}

type Traffic = { quiet(): Promise<void>; count(): number }

/** Requests under way, but for the one that the server may hold. */
function watchTraffic(page: Page): Traffic {
  const underWay = new Set<Request>()
  let count = 0
  let lastAtMs = 0
  const ended = (request: Request): void => {
    underWay.delete(request)
    lastAtMs = Date.now()
  }
  page.on('request', (request) => {
    count += 1
    lastAtMs = Date.now()
    if (!isHeld(request)) underWay.add(request)
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  return {
    count: () => count,
    quiet: async () => {
      const giveUpAtMs = Date.now() + QUIET_WITHIN_MS
      await pause(QUIET_MS)
      while ((underWay.size > 0 || Date.now() - lastAtMs < QUIET_MS) && Date.now() < giveUpAtMs)
        await pause(QUIET_MS / 2)
    },
  }
}

const isHeld = (request: Request): boolean => /\/events(\?|$)/.test(request.url())

async function weigh(cdp: CDPSession, page: Page): Promise<Weight> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage') // what the first one let go of
  const { metrics } = await cdp.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN
  return {
    heapBytes: metric('JSHeapUsedSize'),
    objectBytes: await objectBytes(cdp),
    listeners: metric('JSEventListeners'),
    timers: await pendingTimers(page),
    nodes: metric('Nodes'),
  }
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
