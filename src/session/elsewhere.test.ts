import { describe, expect, test } from 'vitest'
import { aLocation, aNote, aPresence } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import type { Presence } from '../ucwa/presence.ts'
import { createElsewhere } from './elsewhere.ts'
import type { Choice, Found, Publication } from './publication.ts'

const MINUTE_MS = 60_000
const publication = (choice: Choice, state: Publication['state']): Publication => ({
  choice,
  state,
  failure: null,
  beganAtMs: 0,
})
const is = (of: Partial<Presence>): Found => ({ resource: 'presence', value: aPresence(of) })
const notes = (message: string | null): Found => ({ resource: 'note', value: aNote({ message }) })
const BUSY: Choice = { resource: 'presence', wanted: 'Busy' }
const RESET: Choice = { resource: 'presence', wanted: null }

function watching() {
  const clock = createHandTurnedClock(0)
  const told: unknown[] = []
  const book = createElsewhere({ clock, onChange: (resource, set) => told.push([resource, set]) })
  const news = () => told.filter((one) => JSON.stringify(one).includes('atMs'))
  return { clock, told, news, book }
}

describe('what was set at another device', () => {
  test.each<[string, Partial<Presence>]>([
    ['Do not disturb', { availability: 'DoNotDisturb' }],
    ['Be right back', { availability: 'BeRightBack' }],
    ['off work', { availability: 'Away', activity: 'off-work' }],
    ['Busy, and no meeting or call says why', { availability: 'Busy' }],
    ['a custom state', { availability: 'Busy', activity: 'On a customer site' }],
  ])('is told with its time when it is %s', async (_, of) => {
    const { clock, told, book } = watching()
    book.read(is({ availability: 'Online' }))
    await clock.advance(31 * MINUTE_MS)
    book.read(is(of))
    expect(told).toEqual([['presence', { atMs: 31 * MINUTE_MS }]])
  })

  test.each<[string, Partial<Presence>]>([
    ['nobody has moved for a while', { availability: 'Away' }],
    ['somebody is idle', { availability: 'IdleOnline' }],
    ['a meeting begins', { availability: 'Busy', activity: 'in-a-meeting' }],
    ['they present', { availability: 'DoNotDisturb', activity: 'presenting' }],
  ])('is not what comes by itself, when %s', (_, of) => {
    const { told, book } = watching()
    book.read(is({ availability: 'Online' }))
    book.read(is(of))
    expect(told).toEqual([])
  })

  test('is not what the first read shows: it may have been set here before', () => {
    const { told, book } = watching()
    book.read(is({ availability: 'DoNotDisturb' }))
    expect(told).toEqual([])
  })

  test('is neither what was chosen here, nor what idling makes of it', () => {
    const { news, book } = watching()
    book.read(is({ availability: 'Online' }))
    book.published(publication(BUSY, 'sending'))
    book.read(is({ availability: 'Busy' }))
    book.published(publication(BUSY, 'confirmed'))
    book.read(is({ availability: 'IdleBusy' }))
    expect(news()).toEqual([])
  })

  test.each<[string, Partial<Presence>]>([
    ['a call', { availability: 'Busy', activity: 'on-the-phone' }],
    ['a presentation', { availability: 'DoNotDisturb', activity: 'presenting' }],
    ['Away, for nobody moves', { availability: 'Away' }],
  ])('is not what comes back after %s: it was there all along', (_, covers) => {
    const { news, book } = watching() // in a tab that was opened after the choice
    book.read(is({ availability: 'Busy' }))
    book.read(is(covers))
    book.read(is({ availability: 'Busy' }))
    expect(news()).toEqual([])
  })

  test('is not what comes out from below the first that is read', () => {
    const { told, book } = watching()
    book.read(is({ availability: 'DoNotDisturb', activity: 'presenting' }))
    book.read(is({ availability: 'Busy' }))
    expect(told).toEqual([])
  })

  test('is what comes out another than it went below', () => {
    const { news, book } = watching()
    book.read(is({ availability: 'Busy' }))
    book.read(is({ availability: 'DoNotDisturb', activity: 'presenting' }))
    book.read(is({ availability: 'BeRightBack' }))
    expect(news()).toEqual([['presence', { atMs: 0 }]])
  })

  test('is not a choice made here that a presentation covers for a while', () => {
    const { news, book } = watching()
    book.read(is({ availability: 'Online' }))
    book.published(publication(BUSY, 'confirmed'))
    book.read(is({ availability: 'DoNotDisturb', activity: 'presenting' }))
    book.read(is({ availability: 'Busy' }))
    expect(news()).toEqual([])
  })

  test('is told no more while something covers it', () => {
    const { told, book } = watching()
    book.read(is({ availability: 'Online' }))
    book.read(is({ availability: 'Busy' }))
    book.read(is({ availability: 'Busy', activity: 'on-the-phone' }))
    book.read(is({ availability: 'Busy' }))
    expect(told).toEqual([
      ['presence', { atMs: 0 }],
      ['presence', null],
    ])
  })

  test('is what comes in the place of a choice, and after a reset', () => {
    const { told, book } = watching()
    book.read(is({ availability: 'Online' }))
    book.published(publication(BUSY, 'accepted'))
    book.read(is({ availability: 'DoNotDisturb' }))
    book.published(publication(RESET, 'accepted'))
    book.read(is({ availability: 'Online' }))
    book.read(is({ availability: 'BeRightBack' }))
    expect(told.map((one) => JSON.stringify(one))).toEqual([
      '["presence",{"atMs":0}]',
      '["presence",null]',
      '["presence",{"atMs":0}]',
    ])
  })

  test('is told without a time when it went unheard', () => {
    const { told, book } = watching()
    book.read(notes('In the office'))
    book.gap()
    book.read(notes('At home'))
    expect(told).toEqual([['note', { atMs: null }]])
  })

  test('is no longer told once something was chosen here', () => {
    const { told, book } = watching()
    book.read({ resource: 'location', value: aLocation({ location: 'Copenhagen' }) })
    book.read({ resource: 'location', value: aLocation({ location: 'Malmö' }) })
    book.published(publication({ resource: 'location', wanted: 'Lund' }, 'sending'))
    expect(told).toEqual([
      ['location', { atMs: 0 }],
      ['location', null],
    ])
  })

  test('is not an out-of-office message: that is Exchange’s', () => {
    const { told, book } = watching()
    book.read(notes('In the office'))
    book.read({ resource: 'note', value: aNote({ message: 'On leave', type: 'OutOfOffice' }) })
    book.read(notes('In the office'))
    expect(told).toEqual([['note', null]])
  })
})
