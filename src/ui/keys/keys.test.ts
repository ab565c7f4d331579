import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../words/en/en.ts'
import { createKeys } from './keys.ts'
import type { KeyPress, Keys, Place } from './keys.ts'
import { SHORTCUTS, isSingle } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'

const pressOf = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  timeStamp: 0,
  ...more,
})

/** As a person would: the keys of one sequence, one after the other. */
const sequenceOf = (keys: string): KeyPress[] =>
  keys.split(' ').map((key) => {
    const shifted = /^Shift\+(.+)$/.exec(key)?.[1]
    return pressOf(shifted ?? key, { shiftKey: shifted !== undefined })
  })

/** Everything is done by somebody, and what was done is written down. */
function allKeys(areSinglesOn = true) {
  const done: [ShortcutId, number][] = []
  const keys = createKeys(() => areSinglesOn)
  for (const { id } of SHORTCUTS) keys.register(id, { act: (at) => void done.push([id, at]), isMeant: null })
  return { keys, done }
}

const type = (keys: Keys, sequence: string, place: Place = 'page'): boolean[] =>
  sequenceOf(sequence).map((press) => keys.press(press, place))

const EVERY = SHORTCUTS.flatMap(({ id, keys }) =>
  keys.map((sequence, at): [string, ShortcutId, number] => [sequence, id, at]),
)

test.each(EVERY)('"%s" does what the table says of it', (sequence, id, at) => {
  const { keys, done } = allKeys()
  expect(type(keys, sequence).at(-1)).toBe(true)
  expect(done.at(-1)).toEqual([id, at])
})

test('no key means two things, and a key that begins a pair does no harm by itself', () => {
  const sequences = EVERY.map(([sequence]) => sequence)
  expect(new Set(sequences).size).toBe(sequences.length)
  const beginnings = sequences.filter((one) => sequences.some((other) => other.startsWith(`${one} `)))
  expect(beginnings).toEqual(['v', 's']) // each opens a menu, in which the second key is a choice
})

test('every key and every line has its words', () => {
  for (const { id, section, keys } of SHORTCUTS) {
    expect(en.keys.does(id)).not.toBe('')
    expect(en.keys.section(section)).not.toBe('')
    for (const key of keys.flatMap((one) => one.split(' '))) expect(en.keys.spoken(key)).not.toBe('')
  }
})

test.each(['ctrlKey', 'altKey', 'metaKey'] as const)('with %s every key is somebody else’s', (modifier) => {
  const { keys, done } = allKeys()
  for (const [sequence] of EVERY)
    for (const press of sequenceOf(sequence))
      expect(keys.press({ ...press, [modifier]: true }, 'page')).toBe(false)
  expect(done).toEqual([])
})

test('while somebody types, nothing is done but going on to the next region', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...EVERY.map(([sequence]) => sequence)), { minLength: 1 }),
      (typed) => {
        const { keys, done } = allKeys()
        for (const sequence of typed) type(keys, sequence, 'text')
        expect(done.filter(([id]) => id !== 'region')).toEqual([])
      },
    ),
  )
})

test('a menu’s keys are its own, but for the second of two', () => {
  const { keys, done } = allKeys()
  expect(type(keys, 'b', 'own')).toEqual([false])
  keys.press(pressOf('s'), 'page')
  expect(keys.press(pressOf('b'), 'own')).toBe(true)
  expect(done).toEqual([
    ['availability', 0],
    ['busy', 0],
  ])
})

test.each<[string, (keys: Keys) => void]>([
  ['another key came between', (keys) => void keys.press(pressOf('x'), 'page')],
  ['the pointer did', (keys) => keys.interrupt()],
])('the second of two is none when %s', (_, between) => {
  const { keys, done } = allKeys()
  keys.press(pressOf('s'), 'page')
  between(keys)
  expect(keys.press(pressOf('b'), 'page')).toBe(false)
  expect(done).toEqual([['availability', 0]])
})

test('the second of two is none when it comes late', () => {
  const { keys, done } = allKeys()
  keys.press(pressOf('g'), 'page')
  keys.press(pressOf('q', { timeStamp: 5_001 }), 'page')
  expect(done).toEqual([])
})

test('switched off, no key that types a character does anything', () => {
  const { keys, done } = allKeys(false)
  for (const [sequence] of EVERY) type(keys, sequence)
  expect(done.map(([id]) => id)).toEqual(
    EVERY.filter(([sequence]) => !isSingle(sequence)).map(([, id]) => id),
  )
})

test('a key held down goes on only where it moves', () => {
  const { keys, done } = allKeys()
  for (const key of ['n', 'j']) keys.press(pressOf(key, { repeat: true }), 'page')
  expect(done).toEqual([['letters', 0]])
})

test.each<[string, KeyPress, ShortcutId | null]>([
  ['a Cyrillic letter lies on N', pressOf('т', { code: 'KeyN' }), 'note'],
  ['a French row of digits is typed without Shift', pressOf('&', { code: 'Digit1' }), 'filter'],
  ['and with it', pressOf('1', { code: 'Digit1', shiftKey: true }), 'filter'],
  ['a German slash is Shift and 7', pressOf('/', { code: 'Digit7', shiftKey: true }), 'search'],
  ['Caps Lock is on', pressOf('N', { code: 'KeyN' }), 'note'],
  ['Shift makes it a capital', pressOf('N', { code: 'KeyN', shiftKey: true }), null],
  ['an exclamation mark lies on 1', pressOf('!', { code: 'Digit1', shiftKey: true }), null],
  ['a word is being composed', pressOf('n', { isComposing: true }), null],
])('when %s, the key is what is printed on it', (_, press, id) => {
  const { keys, done } = allKeys()
  keys.press(press, 'page')
  expect(done.map(([one]) => one)).toEqual(id === null ? [] : [id])
})

test('who has the focus is meant before who is open, and who came last before who came first', () => {
  let hasFocus = true
  const done: string[] = []
  const keys = createKeys(() => true)
  keys.register('chat', { act: () => void done.push('list'), isMeant: () => hasFocus })
  keys.register('chat', { act: () => void done.push('behind'), isMeant: null })
  const close = keys.register('chat', { act: () => void done.push('panel'), isMeant: null })
  keys.press(pressOf('c'), 'page')
  hasFocus = false
  keys.press(pressOf('c'), 'page')
  close()
  keys.press(pressOf('c'), 'page')
  expect(done).toEqual(['list', 'panel', 'behind'])
})

test('what nobody does is left alone, and not listed', () => {
  const keys = createKeys(() => true)
  const stop = keys.register('close', { act: () => false, isMeant: null })
  expect(keys.press(pressOf('Escape'), 'page')).toBe(false)
  expect(Array.from(keys.get())).toEqual(['close'])
  stop()
  expect(Array.from(keys.get())).toEqual([])
  expect(keys.press(pressOf('g'), 'page')).toBe(false)
})
