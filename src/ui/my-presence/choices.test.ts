import { expect, test } from 'vitest'
import type { CustomStatesFile } from '../../session/custom-states.ts'
import { CHOICES } from '../../state/choices.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { canEndByItself } from '../../ucwa/presence.ts'
import { customChoiceShown } from './choices.ts'

test('of what can be chosen the server ends Busy and Do not disturb by itself, and nothing else', () => {
  expect(CHOICES.filter(canEndByItself)).toEqual(['Busy', 'DoNotDisturb'])
})

const FILE: CustomStatesFile = {
  kind: 'read',
  choices: [
    { id: 1, availability: 'Online', text: 'Working from home' },
    { id: 2, availability: 'Busy', text: 'On a customer site' },
  ],
  ownWords: new Map([
    ['Working from home', 'Working from home'],
    ['Hjemmekontor', 'Working from home'],
    ['On a customer site', 'On a customer site'],
  ]),
}

test.each<[string, PreferredAvailability | null, string | null, number | null]>([
  ['is shown with its availability and its text', 'Busy', 'On a customer site', 2],
  ['is shown by its text in another language', 'Online', 'Hjemmekontor', 1],
  ['is shown whatever white space the server adds', 'Busy', ' On a customer site ', 2],
  ['is over once the availability is another', 'Away', 'On a customer site', null],
  ['is over once the note is another', 'Busy', 'On a train', null],
  ['is not made of the availability of one and the text of another', 'Busy', 'Working from home', null],
  ['is not shown without a note', 'Busy', null, null],
  ['is not shown while own presence is unknown', null, 'On a customer site', null],
])('one of the company’s own states %s', (_, availability, message, id) => {
  expect(customChoiceShown(FILE, availability, message)?.id ?? null).toBe(id)
})

test('where there is no file of states, none is shown', () => {
  expect(customChoiceShown({ kind: 'none' }, 'Busy', 'On a customer site')).toBe(null)
})
