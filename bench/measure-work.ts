import { fileURLToPath } from 'node:url'

import type { CDPSession, Page } from '@playwright/test'

import { expectedChips } from '../e2e/board.ts'
import { setStage, type Stage, type Transport } from './stage.ts'

/** What the page does once it is full. Times of the main thread are its own, whatever else the machine does. */
export type WorkFigures = {
  /** From a letter in the search box until the list that it leaves is painted, whatever else the machine does: the median. */
  readonly keyMs: number
  /** What the main thread does for it. */
  readonly keyWorkMs: number
  /** Of the main thread, for each change of somebody in sight, in packages of ten; the list in the order of names. */
  readonly eventMs: number
  /** The same while the list is sorted by availability, so that whoever changes moves. */
  readonly movingEventMs: number
  /** The same while a chip is chosen that they come under, or no longer. */
  readonly filteredEventMs: number
  /** Rows drawn again for each change, in the order of names. */
  readonly rowsDrawn: number
}

const IN_PAGE = fileURLToPath(new URL('in-page/work-record.js', import.meta.url))
const WINDOW = { width: 1280, height: 900 }
/** Typed and taken back: few names have it, and many have its first letter. */
const TYPED = ['a', 'n', 'n']
const TIMES_TYPED = 4
/** As many as stand in sight in any order of the list. */
const PEOPLE = 10
const ROUNDS = 6
/** Longer than any pause within one change. (Our choice.) */
const REST_MS = 400
/** Between two letters: shorter than the rest after which the directory is asked. */
const TYPING_REST_MS = 150
const IDLE_MS = 5000
const IN_TURN = ['Busy', 'BeRightBack', 'DoNotDisturb'] as const

/** Fills the board, then types into its search box and lets people in sight change. */
export async function measureWork({
  contacts,
  transport,
}: {
  readonly contacts: number
  readonly transport: Transport
}): Promise<WorkFigures> {
  const stage = await setStage({
    transport,
    sandboxFlags: ['--contacts', String(contacts)],
    viewport: WINDOW,
    before: async (page) => {
      await page.addInitScript({ path: IN_PAGE })
    },
  })
  try {
    const { page, person, context } = stage
    await person.signsIn()
    await chipsAgree(stage)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })

    const keys = await typeAndTakeBack(page, cdp)
    const changing = await inSight(stage)
    const perEvent = (): Promise<{ readonly ms: number; readonly rowsDrawn: number }> =>
      eventCosts(stage, cdp, changing)
    const byName = await perEvent()
    await looksAt(page, '#sort=availability')
    const moving = await perEvent()
    await looksAt(page, '#show=busy')
    const filtered = await perEvent()
    return {
      ...keys,
      eventMs: byName.ms,
      movingEventMs: moving.ms,
      filteredEventMs: filtered.ms,
      rowsDrawn: byName.rowsDrawn,
    }
  } finally {
    await stage.stop()
  }
}

async function chipsAgree({ page, person, control }: Stage): Promise<void> {
  const expected = expectedChips(await control.truth(person.account.uri))
  await page.evaluate(`benchWhenChipsSay(${JSON.stringify(expected)})`)
  await rest(page)
}

const rest = (page: Page, ms = REST_MS): Promise<unknown> => page.evaluate(`benchUntilRest(${ms})`)

async function looksAt(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`)
  await rest(page)
}

async function typeAndTakeBack(
  page: Page,
  cdp: CDPSession,
): Promise<Pick<WorkFigures, 'keyMs' | 'keyWorkMs'>> {
  const keys = [...TYPED, ...TYPED.map(() => 'Backspace')]
  await page.getByRole('textbox', { name: 'Find people' }).focus()
  const took: number[] = []
  const fromMs = await busyMs(cdp)
  for (let time = 0; time < TIMES_TYPED; time += 1) {
    for (const key of keys) {
      await page.keyboard.press(key)
      await rest(page, TYPING_REST_MS)
      took.push(await page.evaluate('benchKeyMs()'))
    }
  }
  const keyWorkMs = ((await busyMs(cdp)) - fromMs) / took.length
  await page.keyboard.press('Escape')
  await page.mouse.move(1, 1) // the list is not held
  return { keyMs: took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)] ?? NaN, keyWorkMs }
}

/** People of this world whose rows are in the window. */
async function inSight({ page, person, control }: Stage): Promise<readonly string[]> {
  const { contacts } = await control.truth(person.account.uri)
  const labels: readonly string[] = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
  const domain = person.account.uri.replace(/^.*@/, '')
  return Object.entries(contacts)
    .filter(
      ([uri, { name }]) => uri.endsWith(`@${domain}`) && labels.some((of) => of.startsWith(`${name}, `)),
    )
    .map(([uri]) => uri)
    .slice(0, PEOPLE)
}

async function eventCosts(
  stage: Stage,
  cdp: CDPSession,
  changing: readonly string[],
): Promise<{ readonly ms: number; readonly rowsDrawn: number }> {
  const { page, control } = stage
  const idleFrom = await busyMs(cdp)
  const fromMs = Date.now()
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const idleShare = ((await busyMs(cdp)) - idleFrom) / (Date.now() - fromMs)

  await page.evaluate('benchRowsDrawn()')
  const [busyFrom, beganAtMs] = [await busyMs(cdp), Date.now()]
  for (let round = 0; round < ROUNDS; round += 1) {
    const availability = IN_TURN[round % IN_TURN.length] ?? 'Busy'
    await Promise.all(changing.map((user) => control.publish({ user, endpoint: 'desktop', availability })))
    await chipsAgree(stage)
  }
  const ms = (await busyMs(cdp)) - busyFrom - idleShare * (Date.now() - beganAtMs)
  const events = ROUNDS * changing.length
  return { ms: ms / events, rowsDrawn: Number(await page.evaluate('benchRowsDrawn()')) / events }
}

/** How long the main thread has worked so far. */
async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}
