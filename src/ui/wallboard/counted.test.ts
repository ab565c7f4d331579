import { expect, test } from 'vitest'
import { aContact } from '../../testing/examples.ts'
import type { Availability } from '../../ucwa/availability.ts'
import { en } from '../words/en/en.ts'
import { countTold, counted } from './counted.ts'

test.each<[string, readonly (Availability | null)[], string]>([
  ['nobody is read yet, nobody is said to be away', [null, null, null], '3 people'],
  [
    'some are not read, or in doubt, it says how many',
    ['Online', 'Busy', null],
    '1 of 3 available, 1 not read',
  ],
  ['everybody is read, idle ones are available, too', ['IdleOnline', 'Online', 'Away'], '2 of 3 available'],
  ['somebody has no presence, that is known of them', ['Unknown', 'Online'], '1 of 2 available'],
])('when %s', (_, availabilities, told) => {
  const people = availabilities.map(() => aContact())
  const availabilityOf = new Map(
    people.flatMap(({ uri }, at) => {
      const availability = availabilities[at] ?? null
      return availability === null ? [] : [[uri, availability] as const]
    }),
  )
  expect(countTold(en, counted(people, availabilityOf), en.people.availableOf)).toBe(told)
})
