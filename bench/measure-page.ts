import { fileURLToPath } from 'node:url'

import { expectedChips } from '../e2e/board.ts'
import { escaped } from '../e2e/words.ts'
import { setStage, type Transport } from './stage.ts'

export type PageFigures = {
  /** Of the sign-in page, which is what opens. Source: "Largest Contentful Paint", W3C. */
  readonly largestPaintMs: number
  /** All that moved by itself, from opening until everybody is on the screen. Source: "Layout Instability", W3C. */
  readonly layoutShift: number
  /** What tasks took beyond 50 ms each. */
  readonly blockedOpeningMs: number
  readonly blockedFillingMs: number
  /** From the click on Sign in until the counts over all contacts are right. */
  readonly allOnScreenMs: number
  readonly heapMb: number
  readonly nodes: number
  /** What moved, and by how much. */
  readonly shifts: readonly string[]
}

type PaintRecord = {
  readonly largestPaintMs: number
  readonly shifts: readonly { readonly atMs: number; readonly value: number; readonly of: string }[]
  readonly longTasks: readonly { readonly atMs: number; readonly ms: number }[]
  readonly clickedAtMs: number
}

const IN_PAGE = fileURLToPath(new URL('in-page/paint-record.js', import.meta.url))
const WINDOW = { width: 1280, height: 900 }
/** A task shorter than that holds nobody up. Source: "Total Blocking Time", web.dev. */
const HOLDS_UP_MS = 50

/** Opens the board in a browser that has never seen it, signs in, and waits until everybody is on the screen. */
export async function measurePage({
  contacts,
  transport,
}: {
  readonly contacts: number
  readonly transport: Transport
}): Promise<PageFigures> {
  const stage = await setStage({
    transport,
    sandboxFlags: ['--contacts', String(contacts)],
    viewport: WINDOW,
  })
  try {
    const { page, person, control, context } = stage
    await page.addInitScript({ path: IN_PAGE })
    await person.opensTheBoard()
    await page.waitForLoadState('networkidle')

    const [firstName = ''] = person.account.name.split(' ')
    await page.getByRole('button', { name: new RegExp(`^${escaped(firstName)}\\b`) }).click()
    const truth = await control.truth(person.account.uri)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const filledAtMs: number = await page.evaluate(
      `benchUntilChipsSay(${JSON.stringify(expectedChips(truth))})`,
    )
    const record: PaintRecord = await page.evaluate('benchPaint')

    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('HeapProfiler.collectGarbage')
    await cdp.send('HeapProfiler.collectGarbage') // what the first one let go of
    const { metrics } = await cdp.send('Performance.getMetrics')
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN

    const blocked = (fromMs: number, toMs: number): number =>
      record.longTasks
        .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
        .reduce((sum, { ms }) => sum + ms - HOLDS_UP_MS, 0)
    return {
      largestPaintMs: record.largestPaintMs,
      layoutShift: record.shifts.reduce((sum, { value }) => sum + value, 0),
      blockedOpeningMs: blocked(0, record.clickedAtMs),
      blockedFillingMs: blocked(record.clickedAtMs, filledAtMs),
      allOnScreenMs: filledAtMs - record.clickedAtMs,
      heapMb: metric('JSHeapUsedSize') / 1e6,
      nodes: metric('Nodes'),
      shifts: record.shifts.map(
        ({ atMs, value, of }) => `${value.toFixed(4)} at ${Math.round(atMs)} ms: ${of}`,
      ),
    }
  } finally {
    await stage.stop()
  }
}
