import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { wordFor } from './words.ts'

test('after 300 changes by others and by themselves elsewhere, what is on screen is true', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await server.agreesWith(lene)

  const [changesOfOthers] = await Promise.all([
    server.storms({ viewer: lene, changesPerSecond: 30, durationSeconds: 9 }),
    changesElsewhere(lene, 30),
  ])
  expect(changesOfOthers + 30).toBeGreaterThanOrEqual(300)

  await server.agreesWith(lene)
  await expect(async () => {
    const { me } = await server.truthFor(lene)
    const { availability = '', activity = null } = me
    await expect(lene.me).toContainText(me.name)
    const word = wordFor(availability, activity)
    await expect(lene.myAvailability).toHaveAccessibleName(`My availability: ${word}. Change`)
    await expect(lene.myNote).toHaveAccessibleName(`Change note: ${me.note?.message ?? 'No note'}`)
    await expect(lene.me).toContainText(me.location ?? '')
  }).toPass()
})

const CHOICES = ['Busy', 'Be right back', 'Available', 'Do not disturb', 'Away'] as const

/** Presence, note and place in turn, at one device: one after the other. */
async function changesElsewhere(person: Person, count: number): Promise<void> {
  for (let change = 0; change < count; change += 1) {
    const turns = [
      () => person.becomes(CHOICES[change % CHOICES.length] ?? 'Busy'),
      () => person.notes(`Note ${change}`),
      () => person.moves(`Room ${change}`),
    ]
    await turns[change % turns.length]?.()
  }
}
