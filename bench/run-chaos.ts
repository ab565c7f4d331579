import type { Person } from '../e2e/person.ts'
import type { Control } from '../sandbox/control.ts'
import { createChance, type Chance } from './chance.ts'
import { createListChanges, type ListChanges } from './random-roster-change.ts'
import { doubledIn, lostIn } from './own-record.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { faultKinds, LONGEST_MS, randomFault, retryAfterMs, type FaultKind } from './random-fault.ts'
import { disagreements, textOf } from './screen.ts'
import { tellTraffic } from './traffic.ts'
import { setStage, type Stage, type Transport } from './stage.ts'

export type ChaosPlan = {
  readonly seed: number
  /** By other people: presence, notes and places. */
  readonly changes: number
  readonly faults: number
  readonly minutes: number
  readonly transport: Transport
  readonly kinds: readonly FaultKind[]
  /** What happens, line by line, for whoever looks for a cause. */
  readonly tell: (line: string) => void
}

export type ChaosFigures = {
  readonly seed: number
  readonly transport: Transport
  readonly changes: number
  readonly faults: number
  /** How often a fault struck, all kinds together. */
  readonly struck: number
  readonly struckByKind: Readonly<Record<string, number>>
  /** The user's own, at the screen. */
  readonly publications: number
  /** Where the screen still differed when it had had its time: after each bout, and at the end. */
  readonly differences: number
  readonly lostPublications: number
  readonly doubledPublications: number
  /** Those that the user was told of: neither lost nor doubled. */
  readonly refusedPublications: number
  readonly unhandledRejections: number
  /** What the page itself reported as a bug of its own. */
  readonly reportedBugs: number
  /** From the end of a bout's last fault, and of the Retry-After it gave, until screen and server agreed. */
  readonly longestDisagreementMs: number
  readonly disagreementsMs: readonly number[]
  /** How often the person had to press a button for the board to go on. */
  readonly pressed: Readonly<Record<string, number>>
  /** Each of the above in words. */
  readonly findings: readonly string[]
}

/** After so many faults there is quiet, and screen and server are compared. (Our choice.) */
const FAULTS_A_BOUT = 20
/** A bout's quiet may take so long before what differs is counted as a difference. (Our choice.) */
const AGREE_WITHIN_MS = 45_000
/** Between two looks at the screen. (Our choice.) */
const LOOK_MS = 100
/** Faults that still stand, and requests that they keep waiting, are awaited no longer than this. (Our choice.) */
const FAULTS_END_WITHIN_MS = 15_000
/** One change in so many is one of the contact list: who is on it, in which group, and how that is called. (Our choice.) */
const LIST_CHANGE_ONE_IN = 20
/**
 * Faults come in squalls of so many, close together, with a calm between two of them in which the
 * board comes back, and the person can publish. (Our choice.)
 */
const SQUALL = 5
/** Of the even share of time: before the first of a squall, and before each of the others. Together as many shares. */
const SQUALL_CALM = 3
const SQUALL_PACE = (SQUALL - SQUALL_CALM) / (SQUALL - 1)
/** A bout shares its time with the quiet after it; when quiet took longer, the bouts that are left are shorter. */
const QUIET_SHARE_MS = 6000
const SHORTEST_BOUT_MS = 8000
/**
 * Sandbox time runs faster, so that the server's own hold of events takes little; but never as far as the first renewal
 * of a subscription, which the page times by its own clock (22 minutes). (Our choice.)
 */
const MOST_SCALE = 5
const SANDBOX_MINUTES = 20

/**
 * One person at a browser while others change, and everything that can fail fails. Faults come in bouts; after each one,
 * when none stands any more, screen and server are compared.
 */
export async function runChaos(plan: ChaosPlan): Promise<ChaosFigures> {
  const chance = createChance(plan.seed)
  const timeScale = Math.max(1, Math.min(MOST_SCALE, SANDBOX_MINUTES / Math.max(plan.minutes, 1)))
  const stage = await setStage({
    transport: plan.transport,
    sandboxFlags: ['--seed', String(plan.seed), '--pools', '2', '--time-scale', String(timeScale)],
  })
  tellTraffic(stage.context, plan.tell)
  try {
    return await inBouts(plan, stage, chance)
  } finally {
    await stage.stop()
  }
}

async function inBouts(plan: ChaosPlan, stage: Stage, chance: Chance): Promise<ChaosFigures> {
  const { control, person, troubles } = stage
  await person.signsIn()
  const findings: string[] = []
  const first = await untilAgreed(stage, Date.now(), plan.tell)
  if (first.left.length > 0) throw new Error(`before any fault: ${first.left.join('; ')}`)

  const publisher = createPublisher(stage, chance, plan.tell)
  const over = new AbortController()
  const pressed: Record<string, number> = {}
  const beside = [
    publisher.lookOnUntil(over.signal),
    pressWhatIsLeft(person, pressed, plan.tell, over.signal),
  ]
  const struck: Record<string, number> = {}
  const bouts = Math.max(1, Math.ceil(plan.faults / FAULTS_A_BOUT))
  const kinds = faultKinds(plan.kinds, chance)
  const listChanges = createListChanges(createChance(plan.seed + 1)) // its own, since it is drawn from at other times
  const disagreementsMs: number[] = []
  const startedAtMs = Date.now()
  let changes = 0
  let differences = 0

  for (let bout = 0; bout < bouts; bout += 1) {
    const leftMs = startedAtMs + plan.minutes * 60_000 - Date.now()
    const boutMs = Math.max(SHORTEST_BOUT_MS, leftMs / (bouts - bout) - QUIET_SHARE_MS)
    const faults = share(plan.faults, bouts, bout)
    const made = await runBout(
      { ...plan, bout, boutMs, faults, changes: share(plan.changes, bouts, bout) },
      stage,
      {
        chance,
        kinds,
        publisher,
        listChanges,
      },
    )
    changes += made.changes
    const excusedUntilMs = await untilFaultsEnd(stage, made.toldToWait)
    for (const [kind, times] of Object.entries((await control.faults()).struck))
      struck[kind] = (struck[kind] ?? 0) + times
    await control.clearFaults()

    const { left, agreedAtMs } = await untilAgreed(stage, excusedUntilMs, plan.tell)
    const disagreedMs = Math.max(0, agreedAtMs - excusedUntilMs)
    disagreementsMs.push(disagreedMs)
    plan.tell(`bout ${bout + 1} of ${bouts}: agreed after ${disagreedMs} ms; ${left.length} differences`)
    differences += left.length
    findings.push(...left.map((line) => `bout ${bout + 1}: ${line}`))
  }
  over.abort()
  await Promise.all(beside)

  const lost = [...lostIn(publisher.record), ...(await notLast(publisher, person, control))]
  const doubled = doubledIn(publisher.record)
  return {
    seed: plan.seed,
    transport: plan.transport,
    changes,
    faults: plan.faults,
    struck: Object.values(struck).reduce((sum, times) => sum + times, 0),
    struckByKind: struck,
    publications: publisher.record.choices.length,
    differences,
    lostPublications: lost.length,
    doubledPublications: doubled.length,
    refusedPublications: publisher.record.choices.filter(({ told }) => told === 'refused').length,
    unhandledRejections: troubles.uncaught.length,
    reportedBugs: troubles.reported.length,
    longestDisagreementMs: Math.max(0, ...disagreementsMs),
    disagreementsMs,
    pressed,
    findings: [
      ...findings,
      ...lost.map((line) => `lost: ${line}`),
      ...doubled.map((line) => `doubled: ${line}`),
      ...troubles.uncaught.map((line) => `uncaught: ${line}`),
      ...troubles.reported.map((line) => `reported: ${line}`),
    ],
  }
}

type Bout = ChaosPlan & { readonly bout: number; readonly boutMs: number }
/** A fault that tells clients to wait, and until when a request may still be told so. */
type ToldToWait = { readonly untilMs: number; readonly retryAfterMs: number }

/** Others change, the person publishes, and faults come, all at once; resolves when all three are done. */
async function runBout(
  { seed, bout, boutMs, faults, changes, tell }: Bout,
  { control, person }: Stage,
  {
    chance,
    kinds,
    publisher,
    listChanges,
  }: {
    chance: Chance
    kinds: Iterator<FaultKind, undefined>
    publisher: Publisher
    listChanges: ListChanges
  },
): Promise<{ readonly changes: number; readonly toldToWait: readonly ToldToWait[] }> {
  const durationSeconds = boutMs / 1000
  const ofList = Math.floor(changes / LIST_CHANGE_ONE_IN)
  const others = control.storm({
    viewer: person.account.uri,
    seed: seed * 1000 + bout,
    changesPerSecond: (changes - ofList) / durationSeconds,
    durationSeconds,
  })
  const listChanged = changeList(person.account.uri, ofList, boutMs, control, listChanges, tell)
  const bell = new AbortController()
  const published = publisher.publishUntil(bell.signal)
  const toldToWait: ToldToWait[] = []
  for (let fault = 0; fault < faults; fault += 1) {
    await pause((boutMs / faults) * (fault % SQUALL === 0 ? SQUALL_CALM : SQUALL_PACE))
    const { value: kind } = kinds.next()
    if (kind === undefined) break
    const drawn = randomFault(kind, chance)
    tell(`${new Date().toISOString()} ${JSON.stringify(drawn)}`)
    await control.fault(drawn)
    const waitMs = retryAfterMs(drawn)
    if (waitMs > 0)
      toldToWait.push({
        untilMs: Date.now() + ('durationMs' in drawn ? (drawn.durationMs ?? 0) : 0),
        retryAfterMs: waitMs,
      })
  }
  bell.abort()
  const [{ changes: made }, madeOfList] = await Promise.all([others, listChanged, published])
  return { changes: made + madeOfList, toldToWait }
}

/** Spread over the bout; answers how many were made. */
async function changeList(
  viewer: string,
  most: number,
  boutMs: number,
  control: Control,
  next: ListChanges,
  tell: (line: string) => void,
): Promise<number> {
  let made = 0
  for (let tried = 0; tried < most; tried += 1) {
    await pause(boutMs / most)
    const change = next(await control.truth(viewer))
    if (change === null) continue
    await control.roster({ viewer, ...change })
    tell(`${new Date().toISOString()} list: ${JSON.stringify(change)}`)
    made += 1
  }
  return made
}

/**
 * Resolves when no fault stands or keeps anybody waiting, with the moment from which nothing excuses the screen. A screen
 * that agrees waits neither for a request that the page has given up long ago, for the frame has no abort, nor for a hang
 * that nobody has met, the one kind that stands until then.
 */
async function untilFaultsEnd(
  { person, control }: Stage,
  toldToWait: readonly ToldToWait[],
): Promise<number> {
  const hangsAloneStandAtMs = Date.now() + LONGEST_MS
  const giveUpAtMs = Date.now() + FAULTS_END_WITHIN_MS
  let read = await control.faults()
  while ((read.standing > 0 || read.waiting > 0) && Date.now() < giveUpAtMs) {
    const mayAgree = read.standing === 0 || Date.now() > hangsAloneStandAtMs
    if (mayAgree && (await disagreements(person, control)).length === 0) break
    await pause(LOOK_MS)
    read = await control.faults()
  }
  const lastAtMs = read.lastAtMs ?? 0
  return Math.max(lastAtMs, ...toldToWait.map((told) => Math.min(lastAtMs, told.untilMs) + told.retryAfterMs))
}

/** Looks until screen and server agree, or for so long that what is left counts as different. */
async function untilAgreed(
  { person, control }: Stage,
  sinceMs: number,
  tell: (line: string) => void,
): Promise<{ readonly left: readonly string[]; readonly agreedAtMs: number }> {
  const giveUpAtMs = Math.max(Date.now(), sinceMs) + AGREE_WITHIN_MS
  let told = ''
  for (;;) {
    const agreedAtMs = Date.now()
    const left = await disagreements(person, control)
    const now = `${left.length} differences: ${left.slice(0, 2).join('; ')}`
    if (now !== told) tell(`${new Date().toISOString()} ${agreedAtMs - sinceMs} ms: ${now}`)
    told = now
    if (left.length === 0 || Date.now() > giveUpAtMs) return { left, agreedAtMs }
    await pause(LOOK_MS)
  }
}

/** The last thing the person chose is what the server ends with, or they were told. */
async function notLast(
  { record }: Publisher,
  { account }: Person,
  control: Control,
): Promise<readonly string[]> {
  const { me } = await control.truth(account.uri)
  const ended = { presence: me.availability?.replace(/^Idle/, '') ?? null, note: me.note?.message ?? null }
  return (['presence', 'note'] as const).flatMap((resource) => {
    const last = record.choices.findLast((choice) => choice.resource === resource)
    if (last === undefined || last.told === 'refused' || last.wanted === ended[resource]) return []
    return [`${resource} ${last.wanted}: the server ends with ${ended[resource] ?? 'none'}`]
  })
}

/** What the board offers where it needs a person to go on. Not "Try now": it must come back without. */
const BUTTONS = ['Use it here', 'Start again'] as const
const PRESS_EVERY_MS = 250
const HAND_MS = 2000

async function pressWhatIsLeft(
  { page, account }: Person,
  pressed: Record<string, number>,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const password = page.getByRole('dialog', { name: 'Sign in again' }).getByLabel('Password')
  while (!signal.aborted) {
    if (await password.isVisible()) {
      await password.fill(account.password, { timeout: HAND_MS }).catch(() => null) // it went by itself
      await page.keyboard.press('Enter')
      pressed['Sign in again'] = (pressed['Sign in again'] ?? 0) + 1
      tell(`${new Date().toISOString()} pressed Sign in again`)
    }
    for (const name of BUTTONS) {
      const button = page.getByRole('button', { name, exact: true })
      if (!(await button.isVisible())) continue
      tell(`${new Date().toISOString()} presses ${name}: ${await textOf(page)}`)
      await button.click({ timeout: HAND_MS }).catch(() => null) // it went by itself
      pressed[name] = (pressed[name] ?? 0) + 1
    }
    await pause(PRESS_EVERY_MS)
  }
}

/** Of so many in all, those of one part of several. */
const share = (all: number, parts: number, part: number): number =>
  Math.floor((all * (part + 1)) / parts) - Math.floor((all * part) / parts)

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
