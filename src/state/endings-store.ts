import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Endings } from '../session/endings.ts'
import { CHOICES } from './choices.ts'

/** What is to be taken back at a chosen time, and what was taken back late. */
export type EndingsStore = StoreApi<Endings>

export const createEndingsStore = (first: Endings): EndingsStore => createStore<Endings>()(() => first)

const ending = v.object({
  choice: v.variant('resource', [
    v.object({ resource: v.literal('presence'), wanted: v.picklist(CHOICES) }),
    v.object({ resource: v.literal('note'), wanted: v.string() }),
  ]),
  fromMs: v.number(),
  atMs: v.number(),
})
const wire = v.pipe(v.string(), v.parseJson(), v.object({ planned: v.array(ending), late: v.array(ending) }))

/** What was kept; null where it cannot be read: another version of this page may have written it. */
export function parseEndings(text: string | null): Endings | null {
  const parsed = v.safeParse(wire, text)
  return parsed.success ? parsed.output : null
}
