import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Notes that the person has published from this browser, the newest first. They are kept nowhere else. */
export type RecentNotesStore = StoreApi<{ readonly texts: readonly string[] }>

export const createRecentNotesStore = (): RecentNotesStore =>
  createStore<{ readonly texts: readonly string[] }>()(() => ({ texts: [] }))

/** More than one looks through at a glance would only be a record of somebody's days. (Our choice.) */
const MOST = 5

/** The list after that note was published; the same text again only moves to the front. */
export const withNote = (texts: readonly string[], text: string): readonly string[] =>
  [text, ...texts.filter((one) => one !== text)].slice(0, MOST)

const wire = v.pipe(v.string(), v.parseJson(), v.array(v.string()))

/** What was kept, as far as it can be read: another version of this page may have written it. */
export function parseRecentNotes(text: string | null): readonly string[] {
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output.slice(0, MOST) : []
}
