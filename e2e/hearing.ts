import { expect } from '@playwright/test'

import type { Person } from './person.ts'

/** Dana changes, and Lene sees it: the channel carries events. */
export async function hears(lene: Person, dana: Person): Promise<void> {
  for (const [choice, word] of [
    ['Busy', 'Busy'],
    ['Available', 'Available'],
  ] as const) {
    await dana.becomes(choice)
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(new RegExp(`^Dana Birkby, ${word}`))
  }
}

/** One’s own availability, as one’s board says it. */
export const isShown = (person: Person, availability: string) =>
  expect(person.myAvailability).toHaveAccessibleName(new RegExp(`^My availability: ${availability}\\.`))
