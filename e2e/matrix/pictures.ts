import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

import { linesOf } from './flaws.ts'

/** The pictures of every view that are kept, and what the views look like now. */
export type Pictures = {
  /** What the page shows, beside the picture of that name; a line where it differs, or where there is no picture. */
  differencesOf(page: Page, pictured: Pictured): Promise<readonly string[]>
}

type Pictured = {
  readonly view: string
  readonly form: string
  /** That alone, with a little of what is round it; null: the whole window. */
  readonly part: Locator | null
}

/** What draws letters and lines: the pictures are worth comparing with the same alone. */
type MadeWith = {
  readonly browser: string
  /** How wide some words come out with the fonts that are here, in CSS px. */
  readonly letters: string
}

const FOLDER = 'e2e/matrix/pictures'
const MADE_WITH = `${FOLDER}/made-with.json`

/** Letters come out of the reduced palette a little different, faces more so; a word that moves is more than that. */
const TOLERANCE = { threshold: 0.2, maxDiffPixels: 150 }
/** Photos come last; after that the page stands still. */
const SETTLES_WITHIN_MS = 8000

/** Null, and said, where another browser or other fonts made the pictures than are here. */
export async function createPictures(browser: Browser): Promise<Pictures | null> {
  const here = await drawnWith(browser)
  const isUpdate = test.info().config.updateSnapshots !== 'none'
  if (isUpdate) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(MADE_WITH, `${JSON.stringify(here, null, 2)}\n`)
  }
  const why = whyNot(here)
  if (why !== null) {
    console.log(`The pictures are not compared: ${why}`)
    return null
  }
  return {
    differencesOf: async (page, { view, form, part }) => {
      await page.evaluate(writeOver, Array.from(CHANCE))
      const clip = part === null ? null : await surroundingsOf(part)
      try {
        await expect(page).toHaveScreenshot([slug(view), `${slug(form)}.png`], {
          ...TOLERANCE,
          ...(clip === null ? {} : { clip }),
          timeout: SETTLES_WITHIN_MS,
        })
        return []
      } catch (difference) {
        return [sentenceOf(difference)]
      }
    },
  }
}

async function drawnWith(browser: Browser): Promise<MadeWith> {
  const page = await browser.newPage()
  const letters = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) throw new Error('this browser cannot draw')
    const words = ['Presence Board', 'متاح الآن', '連絡可能']
    return words
      .map((word) => {
        pen.font = '16px system-ui, "Noto Sans Arabic", "Noto Sans JP", sans-serif'
        return pen.measureText(word).width.toFixed(2)
      })
      .join(' ')
  })
  await page.close()
  return { browser: `Chromium ${browser.version()}`, letters }
}

/** What keeps the two from being compared, in words; null: nothing does. */
function whyNot(here: MadeWith): string | null {
  if (!existsSync(MADE_WITH)) return `there are none yet. npm run matrix -- --update makes them.`
  const then: MadeWith = JSON.parse(readFileSync(MADE_WITH, 'utf8'))
  if (then.browser !== here.browser)
    return `they were made with ${then.browser}, and this is ${here.browser}.`
  if (then.letters !== here.letters) return `they were made with other fonts than are here.`
  return null
}

/** What differs from run to run, and is no matter of looks: written over before a picture is taken. */
const CHANCE: ReadonlyMap<string, string> = new Map([
  ['(127\\.0\\.0\\.1|\\.example):\\d{4,5}', '$1:44300'],
  ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '00000000-0000-4000-8000-000000000000'],
])

function writeOver(chance: readonly (readonly [string, string])[]): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? ''
    const steady = chance.reduce((now, [what, by]) => now.replace(new RegExp(what, 'g'), by), text)
    if (steady !== text) node.nodeValue = steady
  }
}

/** In CSS px. */
const ROUND_A_PART = 32

/** Null where it is not to be seen by itself. */
async function surroundingsOf(part: Locator) {
  const box = await part.boundingBox()
  const window = part.page().viewportSize()
  if (box === null || window === null) return null
  const [x, y] = [
    Math.max(0, Math.floor(box.x) - ROUND_A_PART),
    Math.max(0, Math.floor(box.y) - ROUND_A_PART),
  ]
  return {
    x,
    y,
    width: Math.min(window.width, Math.ceil(box.x + box.width) + ROUND_A_PART) - x,
    height: Math.min(window.height, Math.ceil(box.y + box.height) + ROUND_A_PART) - y,
  }
}

const slug = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-').replace(/-$/, '')

/** The sentence with the number in it; the rest of the report is where Playwright keeps it. */
function sentenceOf(difference: unknown): string {
  const lines = linesOf(difference)
  const told = lines.find((line) => /pixels .*different|doesn't exist|Expected an image/.test(line))
  return `not as in its picture: ${(told ?? lines[0] ?? '').trim()}`
}
