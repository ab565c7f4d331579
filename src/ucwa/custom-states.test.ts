import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXmlInTests } from '../testing/parse-xml.ts'
import { readCustomStates, recognised, textOf, type CustomStatesMistake } from './custom-states.ts'

const NAMESPACE = 'xmlns="http://schemas.microsoft.com/09/2009/communicator/customStates"'
const ACTIVITY = '<activity LCID="1033">At home</activity>'
const HEAD = '<?xml version="1.0"?>'

const file = (states: string, attributes = NAMESPACE): string =>
  `${HEAD}<customStates ${attributes}>${states}</customStates>`
const state = (attributes: string, activities = ACTIVITY): string =>
  `<customState ${attributes}>${activities}</customState>`
const ID = 'ID="1" availability="online"'

const read = (text: string) => readCustomStates(text, parseXmlInTests)
const statesIn = (text: string) => {
  const result = read(text)
  if (result.kind === 'mistaken') throw new Error(JSON.stringify(result.mistakes))
  return result.states
}

// The sample of "Configuring custom presence states", shortened.
const SAMPLE = file(
  state(
    ID,
    '<activity LCID="1033">Working from Home</activity><activity LCID="1044">Hjemmekontor</activity>' +
      '<activity LCID="1036">Travail à la maison</activity>',
  ) +
    state('ID="2" availability="busy"', '<activity LCID="1033">In a Live Meeting</activity>') +
    state('ID="3" availability="Do-Not-Disturb"', '<activity LCID="1031">Nur im Notfall</activity>'),
)

describe('the administrator’s file', () => {
  test('is read, whatever the case of an availability', () => {
    expect(statesIn(SAMPLE).map(({ id, availability }) => [id, availability])).toEqual([
      [1, 'Online'],
      [2, 'Busy'],
      [3, 'DoNotDisturb'],
    ])
  })

  test('may have comments, white space, CDATA, references, a prefix, and a hint where its schema is', () => {
    const text = `${HEAD}<!-- ours -->\n<c:customStates xmlns:c="http://schemas.microsoft.com/09/2009/communicator/customStates"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">
      <c:customState ID='4' availability='busy'>
        <c:activity LCID="1033">  R&amp;D:\n <![CDATA[<do not call>]]> </c:activity>
      </c:customState></c:customStates>`
    expect(statesIn(text).map((one) => textOf(one, 'en-US'))).toEqual(['R&D: <do not call>'])
  })

  test('is refused for any mistake, and all of them are named', () => {
    expect(read(file(state('ID="5" availability="away"', '<activity>x</activity>')))).toEqual({
      kind: 'mistaken',
      mistakes: [
        { kind: 'badId', state: 1, found: '5' },
        { kind: 'badAvailability', state: 1, found: 'away' },
        { kind: 'noLcid', state: 1 },
      ],
    })
  })

  test('never throws, whatever it is', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(read(one).kind).toBe('mistaken')
        expect(['mistaken', 'read']).toContain(read(file(state(ID, other))).kind)
      }),
    ))
})

const notXml = { kind: 'notXml', detail: expect.any(String) } as const

describe('a mistake is named, when', () => {
  test.each<[string, string, unknown]>([
    ['the file is empty', '', notXml],
    ['it is a page of a web server', '<!doctype html><html><p>Not found</html>', expect.anything()],
    ['it is JSON', '{"customStates":[]}', notXml],
    ['an element is not closed', `${HEAD}<customStates ${NAMESPACE}>${state(ID)}`, notXml],
    ['elements overlap', file(`<customState ${ID}><activity LCID="1033">x</customState></activity>`), notXml],
    ['there are two roots', file(state(ID)) + file(state(ID)), notXml],
    ['an attribute stands twice', file(state(`${ID} ID="2"`)), notXml],
    ['a quote is missing', file(state('ID=1 availability="online"')), notXml],
    [
      'it declares a document type',
      `<!DOCTYPE customStates>${file(state(ID)).slice(HEAD.length)}`,
      { kind: 'doctype' },
    ],
    [
      'it is large',
      file(state(ID) + ' '.repeat(100_000)),
      { kind: 'tooLarge', characters: expect.any(Number) },
    ],
    ['its root is another', `<states ${NAMESPACE}/>`, { kind: 'wrongRoot', found: 'states' }],
    [
      'it is the form of 2007, without a namespace',
      file(state(ID), ''),
      { kind: 'wrongNamespace', found: null },
    ],
    [
      'its namespace is another',
      file(state(ID), 'xmlns="urn:x"'),
      { kind: 'wrongNamespace', found: 'urn:x' },
    ],
    ['it has no states', file(''), { kind: 'noStates' }],
    [
      'it has more than four states',
      file([1, 2, 3, 4, 5].map((id) => state(`ID="${id}" availability="busy"`)).join('')),
      [
        { kind: 'tooManyStates', count: 5 },
        { kind: 'badId', state: 5, found: '5' },
      ],
    ],
    [
      'an element is unknown',
      file(`${state(ID)}<state/>`),
      { kind: 'unknownElement', found: 'state', inside: 'customStates' },
    ],
    [
      'a name has other letters',
      file(`<customstate ${ID}/>`),
      { kind: 'unknownElement', found: 'customstate', inside: 'customStates' },
    ],
    [
      'an element is of another namespace',
      file(`${state(ID)}<customState xmlns="urn:x"/>`),
      { kind: 'unknownElement', found: 'customState', inside: 'customStates' },
    ],
    [
      'an activity has an element in it',
      file(state(ID, '<activity LCID="1033">x<b/></activity>')),
      { kind: 'unknownElement', found: 'b', inside: 'activity' },
    ],
    [
      'an attribute is unknown',
      file(state(`${ID} colour="red"`)),
      { kind: 'unknownAttribute', found: 'colour', of: 'customState' },
    ],
    [
      'text stands between states',
      file(`${state(ID)} oops`),
      { kind: 'strayText', found: 'oops', inside: 'customStates' },
    ],
    [
      'text stands beside an activity',
      file(state(ID, `oops${ACTIVITY}`)),
      { kind: 'strayText', found: 'oops', inside: 'customState' },
    ],
    ['a state has no ID', file(state('availability="online"')), { kind: 'noId', state: 1 }],
    [
      'an ID is not of 1 to 4',
      file(state('ID="0" availability="online"')),
      { kind: 'badId', state: 1, found: '0' },
    ],
    [
      'an ID is no number',
      file(state('ID="one" availability="online"')),
      { kind: 'badId', state: 1, found: 'one' },
    ],
    ['two states have one ID', file(state(ID) + state(ID)), { kind: 'sameId', state: 2, found: '1' }],
    ['a state has no availability', file(state('ID="1"')), { kind: 'noAvailability', state: 1 }],
    [
      'an availability cannot be one',
      file(state('ID="1" availability="away"')),
      { kind: 'badAvailability', state: 1, found: 'away' },
    ],
    ['a state has no activity', file(state(ID, '')), { kind: 'noActivity', state: 1 }],
    ['an activity has no language', file(state(ID, '<activity>x</activity>')), { kind: 'noLcid', state: 1 }],
    [
      'a language is no number',
      file(state(ID, '<activity LCID="en-US">x</activity>')),
      { kind: 'badLcid', state: 1, found: 'en-US' },
    ],
    [
      'a language stands twice',
      file(state(ID, ACTIVITY + ACTIVITY)),
      { kind: 'sameLcid', state: 1, found: '1033' },
    ],
    [
      'a text is empty',
      file(state(ID, '<activity LCID="1033"> </activity>')),
      { kind: 'emptyText', state: 1, lcid: '1033' },
    ],
    [
      'a text has more than 64 characters',
      file(state(ID, `<activity LCID="1033">${'x'.repeat(65)}</activity>`)),
      { kind: 'longText', state: 1, lcid: '1033', length: 65 },
    ],
  ])('%s', (_, text, mistake) => {
    const result = read(text)
    const mistakes: readonly CustomStatesMistake[] = result.kind === 'mistaken' ? result.mistakes : []
    expect(mistakes).toEqual(Array.isArray(mistake) ? mistake : [mistake])
  })
})

describe('a state is told', () => {
  test.each([
    ['in the reader’s language', 'nb-NO', 'Hjemmekontor'],
    ['in the language that Norwegian is a name of', 'no', 'Hjemmekontor'],
    ['in the language of the reader’s neighbour', 'fr-CA', 'Travail à la maison'],
    ['in English when theirs is missing', 'ja-JP', 'Working from Home'],
    ['in English when theirs has no number we know', 'tlh', 'Working from Home'],
  ])('%s', (_, culture, text) => {
    const [home] = statesIn(SAMPLE)
    expect(home === undefined ? null : textOf(home, culture)).toBe(text)
  })

  test('in the first language there is, when even English is missing', () => {
    const [, , emergency] = statesIn(SAMPLE)
    expect(emergency === undefined ? null : textOf(emergency, 'ja-JP')).toBe('Nur im Notfall')
  })

  test.each([
    ['Hjemmekontor', 'en-US', 'Working from Home'],
    ['Working from Home', 'nb-NO', 'Hjemmekontor'],
    ['Working from Home', 'en-US', 'Working from Home'],
    ['working from home', 'en-US', null],
    ['in-a-meeting', 'en-US', null],
  ])('when a contact shows “%s” to a reader of %s', (activity, culture, expected) => {
    expect(recognised(statesIn(SAMPLE), activity, culture)).toBe(expected)
  })
})
