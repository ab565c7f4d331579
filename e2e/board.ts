import { expect, type Locator } from '@playwright/test'

import type { Truth } from '../sandbox/control.ts'
import { activityWords, groupTitle, wordFor } from './words.ts'

/** One row of the list as everybody gets it: by its accessible name, and as printed. */
type Row = {
  readonly index: number
  readonly isGroup: boolean
  readonly name: string
  readonly text: string
}
/** People, by groups, in the order of the screen. */
export type Board = readonly { readonly title: string; readonly people: readonly Row[] }[]

/** How long rows may take to be there after a turn of the wheel, before the reading is given up. (Our choice.) */
const TURN_MS = 2000

/**
 * Reads the whole list from top to bottom, as somebody would who scrolls through it: only what is near the window is in
 * the page.
 */
export async function readBoard(list: Locator): Promise<Board> {
  const rowCount = async (): Promise<number> => Number(await list.getAttribute('aria-rowcount'))
  const rows = list.getByRole('row')
  const seen = new Map<number, Row>()
  const lowestSeen = async (): Promise<number> => {
    const inPage = await rowsInPage(list)
    for (const row of inPage) seen.set(row.index, row)
    return Math.max(0, ...inPage.map(({ index }) => index))
  }

  await rows.first().press('Home')
  await expect.poll(async () => (await lowestSeen(), seen.has(1)), { timeout: TURN_MS }).toBe(true)
  for (let lowest = await lowestSeen(); lowest < (await rowCount()); lowest = await lowestSeen()) {
    await rows.last().scrollIntoViewIfNeeded()
    // Somebody may leave the list while it is read.
    const isFurther = async (): Promise<boolean> =>
      (await lowestSeen()) > lowest || lowest >= (await rowCount())
    await expect.poll(isFurther, { message: `more than row ${lowest}`, timeout: TURN_MS }).toBe(true)
  }
  return inGroups(Array.from(seen.values()))
}

const rowsInPage = (list: Locator): Promise<Row[]> =>
  list.getByRole('row').evaluateAll((elements) =>
    elements.map((element) => ({
      index: Number(element.getAttribute('aria-rowindex')),
      isGroup: element.querySelector('[aria-expanded]') !== null,
      name: element.getAttribute('aria-label') ?? '',
      text: element.textContent ?? '',
    })),
  )

/** What is in the page now, with nothing touched: the whole list in a window that has room for it. */
export const boardInSight = async (list: Locator): Promise<Board> => inGroups(await rowsInPage(list))

/** After a group's title: "5 of 12 available", "12 people", "3 of 12 available, 2 not read", "12", or what it is while closed. */
const SUMMARY = /, ([\d,]+( of [\d,]+ available| people| person)?(, [\d,]+ not read)?|distribution group)$/

function inGroups(rows: readonly Row[]): Board {
  const board: { title: string; people: Row[] }[] = []
  for (const row of rows.toSorted((one, other) => one.index - other.index)) {
    if (row.isGroup) board.push({ title: row.name.replace(SUMMARY, ''), people: [] })
    else board.at(-1)?.people.push(row)
  }
  return board
}

/** Stands in a group in the place of people; an offer to add some may follow. */
const EMPTY = /^This group is empty\./

/**
 * Where the board differs from what a correct client shows now; nothing when it is right. Both ways: who is missing or
 * told wrongly, and who should not be there.
 */
export function differences(board: Board, { groups, contacts, others }: Truth): readonly string[] {
  const titles = board.map(({ title }) => title)
  const expectedTitles = groups.map(groupTitle)
  if (titles.join('\n') !== expectedTitles.join('\n'))
    return [`groups are ${titles.join(', ')}, not ${expectedTitles.join(', ')}`]

  return groups.flatMap(({ name: group, members, rel }, at) => {
    if (rel === 'distributionGroup' && board[at]?.people.length === 0) return [] // closed, as they are at first
    const rows = new Set(board[at]?.people.filter(({ text }) => members.length > 0 || !EMPTY.test(text)))
    const wrong: string[] = []
    for (const uri of members) {
      const contact = contacts[uri] ?? others[uri]
      if (contact === undefined) throw new Error(`${uri} is in ${group}, but no contact`)
      const expected = nameOf(contact)
      const row = Array.from(rows).find(
        ({ name, text }) => name.replace(DEVICE, '') === expected && prints(text, contact),
      )
      if (row !== undefined) rows.delete(row)
      else wrong.push(`${group}: nobody is shown as ${expected}`)
    }
    return [...wrong, ...Array.from(rows, ({ name, text }) => `${group}: shows ${name} | ${text}`)]
  })
}

type Contact = Truth['contacts'][string]

/** On which device somebody is, the truth does not tell. */
const DEVICE = ', On a mobile'

/** How a row is named, but for the device: name, availability, activity, note, place; and nothing besides. */
function nameOf({ name, availability, activity, note, location }: Contact): string {
  const word = wordFor(availability, activity)
  const telling = activity === null || activityWords(activity) === word ? [] : [activityWords(activity)]
  const why =
    availability === null
      ? ['The server knows no presence for this address']
      : word === 'Unknown' && activity === null
        ? ['Not published to you']
        : []
  return [name, word, ...telling, ...why, ...noteWords(note), ...textOf(location)].join(', ')
}

function noteWords(note: Contact['note']): readonly string[] {
  const [message] = textOf(note?.message ?? null)
  if (message === undefined) return []
  return [note?.type === 'OutOfOffice' ? `out-of-office note: ${message}` : message]
}

/** No text, and an empty one, are the same to whoever reads. */
const textOf = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text])

/** What is heard is printed as well. */
const prints = (text: string, { name, availability, activity, note, location }: Contact): boolean =>
  [name, wordFor(availability, activity), ...textOf(note?.message ?? null), ...textOf(location)].every(
    (part) => text.includes(part),
  )

/** What the chips above the list must count: everybody once, by availability; nobody of whom only closed groups know. */
export function expectedChips({ groups, contacts, others }: Truth): readonly string[] {
  const open = groups.filter(({ rel }) => rel !== 'distributionGroup').flatMap(({ members }) => members)
  const known = { ...others, ...contacts }
  const shown = Array.from(new Set(open), (uri) => known[uri]).filter((contact) => contact !== undefined)
  const all = shown.map(({ availability }) => wordFor(availability, null).replace(', idle', ''))
  const count = (...words: string[]): string => {
    const number = all.filter((word) => words.includes(word)).length
    return `${number.toLocaleString('en-GB')} ${number === 1 ? 'person' : 'people'}`
  }
  return [
    `Available, ${count('Available')}`,
    `Busy, ${count('Busy')}`,
    `Do not disturb, ${count('Do not disturb')}`,
    `Away, ${count('Away', 'Be right back')}`,
    `Offline, ${count('Offline')}`,
    ...(all.includes('Unknown') ? [`Unknown, ${count('Unknown')}`] : []), // no chip where there is nobody
  ]
}
