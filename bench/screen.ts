import type { Page } from '@playwright/test'

import { boardInSight, differences } from '../e2e/board.ts'
import type { Person } from '../e2e/person.ts'
import { wordFor } from '../e2e/words.ts'
import type { Control, Truth } from '../sandbox/control.ts'

/** Where the screen differs from what a correct client shows now; nothing when it agrees. The window shows all rows. */
export async function disagreements(person: Person, control: Control): Promise<readonly string[]> {
  const told = await person.connection.textContent({ timeout: 1000 }).catch(() => null)
  if (told !== 'Live') return [`the board says ${told ?? 'nothing'}: ${await textOf(person.page)}`]
  const board = await boardInSight(person.list)
  const own = await readSelf(person)
  const truth = await control.truth(person.account.uri)
  return [...differences(board, truth), ...ownDifferences(own, truth)]
}

/** What stands in the place of a board, or asks for something over it. */
export async function textOf(page: Page): Promise<string> {
  const asked = page.getByRole('dialog').or(page.getByRole('main')).last()
  const text = await asked.textContent({ timeout: 1000 }).catch(() => null)
  return (text ?? (await page.title())).slice(0, 200)
}

type Self = { readonly availability: string; readonly note: string; readonly text: string }

async function readSelf({ me, myAvailability, myNote }: Person): Promise<Self> {
  const soon = { timeout: 1000 }
  const labelled = async (button: Person['me']): Promise<string> =>
    (await button.getAttribute('aria-label', soon).catch(() => null)) ?? 'nothing'
  return {
    availability: await labelled(myAvailability),
    note: await labelled(myNote),
    text: (await me.textContent(soon).catch(() => null)) ?? '',
  }
}

function ownDifferences({ availability, note, text }: Self, { me }: Truth): readonly string[] {
  if (me.availability === undefined)
    // absent until their next real activity: there is nothing of theirs to show
    return availability === 'nothing' ? [] : [`of oneself: ${availability}, not only watching`]
  const expectedAvailability = `My availability: ${wordFor(me.availability ?? null, me.activity ?? null)}. Change`
  const message = me.note?.message ?? ''
  const expectedNote = `Change note: ${message === '' ? 'No note' : message}`
  return [
    ...(availability === expectedAvailability
      ? []
      : [`of oneself: ${availability}, not ${expectedAvailability}`]),
    ...(note === expectedNote ? [] : [`of oneself: ${note}, not ${expectedNote}`]),
    ...(text.includes(me.location ?? '') ? [] : [`of oneself: the place is not ${me.location}`]),
  ]
}
