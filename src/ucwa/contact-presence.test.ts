import { expect, test } from 'vitest'
import { parseContactNote } from './contact-note.ts'
import { parseContactLocation } from './contact-location.ts'
import { parseContactPresence, parseWireDate } from './contact-presence.ts'
import { parseResource } from './hal.ts'

const resource = (json: object) => parseResource(json, 'https://lyncweb.contoso.com/')

test.each([
  ['/Date(1358827096000)/', 1358827096000],
  ['/Date(1358827096000+0100)/', 1358827096000],
  ['/Date(-1)/', -1],
  [1358827096000, 1358827096000],
  ['2013-01-22T03:58:16Z', 1358827096000],
  ['yesterday', null],
  [undefined, null],
  [null, null],
  [Number.NaN, null],
])('the date %j is read', (date, expected) => {
  expect(parseWireDate(date)).toBe(expected)
})

test('somebody who is offline has no activity', () => {
  const offline = { availability: 'Offline', deviceType: 'Unknown', lastActive: '/Date(1358827096000)/' }
  expect(parseContactPresence(resource(offline))).toEqual({
    availability: 'Offline',
    unknownAvailability: null,
    activity: null,
    deviceType: 'Unknown',
    lastActiveAtMs: 1358827096000,
  })
})

test('an availability that nobody knows is shown as unknown, with its name', () => {
  expect(parseContactPresence(resource({ availability: 'Dreaming' }))).toMatchObject({
    availability: 'Unknown',
    unknownAvailability: 'Dreaming',
  })
})

test('a presence without an availability is malformed', () => {
  expect(() => parseContactPresence(resource({ activity: 'in-a-meeting' }))).toThrow(
    /^malformed: contactPresence/,
  )
})

test('an empty note, and an empty place, are none', () => {
  expect(parseContactNote(resource({ message: '', type: 'Personal' }))).toBe(null)
  expect(parseContactNote(resource({}))).toBe(null)
  expect(parseContactLocation(resource({ location: '' }))).toBe(null)
  expect(parseContactNote(resource({ message: 'Back soon', type: 'OutOfOffice' }))).toEqual({
    message: 'Back soon',
    type: 'OutOfOffice',
  })
})
