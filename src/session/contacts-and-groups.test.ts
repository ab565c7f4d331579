import { describe, expect, test } from 'vitest'
import { anEvent, anEventLink } from '../testing/examples.ts'
import { createHandTurnedClock, settled } from '../testing/hand-turned-clock.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import { createContactsAndGroups } from './contacts-and-groups.ts'

const MINUTE_MS = 60_000
const UNREACHABLE: UcwaFailure = { kind: 'unreachable', detail: 'offline' }
const FORBIDDEN: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }

function following() {
  const clock = createHandTurnedClock()
  const asked: number[] = []
  const told: string[] = []
  const failing: UcwaFailure[] = []
  const hanging: Promise<UcwaFailure>[] = []
  /** The next request is answered only when the test says how it fails. */
  const hang = () => {
    const waiting: ((failure: UcwaFailure) => void)[] = []
    hanging.push(new Promise((resolve) => waiting.push(resolve)))
    return { fails: (how: UcwaFailure) => waiting.forEach((answer) => answer(how)) }
  }
  const contactsAndGroups = createContactsAndGroups({
    client: {
      followContactsAndGroups: async (minutes) => {
        asked.push(minutes)
        const late = hanging.shift()
        const failure = late === undefined ? failing.shift() : await late
        if (failure !== undefined) throw new UcwaError(failure)
      },
    },
    clock,
    onUnheard: () => told.push('unheard'),
    onUnannounced: (because) => told.push(because?.kind ?? 'announced'),
    onRefused: (because) => told.push(`refused: ${because.kind}`),
    onBug: () => told.push('bug'),
  })
  const reading = () => {
    const it = { mayRead: false }
    void contactsAndGroups.following(new AbortController().signal).then(() => (it.mayRead = true))
    return it
  }
  return { clock, asked, told, failing, hang, contactsAndGroups, reading }
}

describe('the subscription to contacts and groups', () => {
  test('lets lists be read once their changes are announced', async () => {
    const { contactsAndGroups, reading, asked } = following()
    const list = reading()
    await settled()
    expect(list.mayRead).toBe(false)
    contactsAndGroups.renew()
    await settled()
    expect(list.mayRead).toBe(true)
    expect(asked).toEqual([30])
    contactsAndGroups.end()
  })

  // The band said that the list may be out of date, of a request that a gap had overtaken.
  test('has nothing to say of a request that was under way when it was begun anew', async () => {
    const { contactsAndGroups, told, hang, asked } = following()
    const late = hang()
    contactsAndGroups.renew()
    await settled()
    contactsAndGroups.renew()
    await settled()
    late.fails(FORBIDDEN)
    await settled()
    expect(asked).toHaveLength(2)
    expect(told).toEqual(['announced'])
    contactsAndGroups.end()
  })

  // It was given up for good, and the list was announced no more, though the session went on.
  test('goes on after a token that had ended, as soon as the server is heard again', async () => {
    const { contactsAndGroups, clock, told, failing, reading, asked } = following()
    failing.push({ kind: 'signedOut' })
    contactsAndGroups.renew()
    const list = reading()
    await clock.advance(60 * MINUTE_MS)
    expect([list.mayRead, asked.length]).toEqual([true, 1])
    contactsAndGroups.tryNow()
    await settled()
    expect(asked).toHaveLength(2)
    expect(told.at(-1)).toBe('announced')
    contactsAndGroups.end()
  })

  // The list passed for live, and changed unheard, until the channel broke for another reason.
  test.each<[string, UcwaFailure]>([
    ['token', { kind: 'signedOut' }],
    ['application', { kind: 'applicationGone' }],
    [
      'application, in its own words',
      { kind: 'refused', status: 404, reason: { ...NO_REASON, subcode: 'ApplicationNotFound' } },
    ],
  ])('says that it was refused for want of a %s, for as long as it is', async (_, failure) => {
    const { contactsAndGroups, clock, told, failing } = following()
    contactsAndGroups.renew()
    await settled()
    expect(contactsAndGroups.isRefused()).toBe(false)
    failing.push(failure)
    await clock.advance(60 * MINUTE_MS)
    expect(told).toEqual(['announced', `refused: ${failure.kind}`])
    expect(contactsAndGroups.isRefused()).toBe(true)
    contactsAndGroups.tryNow()
    await settled()
    expect(contactsAndGroups.isRefused()).toBe(false)
    contactsAndGroups.end()
  })

  test('is refreshed before it lapses', async () => {
    const { contactsAndGroups, clock, asked, told } = following()
    contactsAndGroups.renew()
    await clock.advance(60 * MINUTE_MS)
    expect(asked).toEqual([30, 30, 30])
    expect(told).toEqual(['announced', 'announced', 'announced'])
    contactsAndGroups.end()
  })

  test('is refreshed at once when the server says that it is about to lapse, but not for an echo', async () => {
    const { contactsAndGroups, clock, asked } = following()
    const updated = anEvent({ target: anEventLink('myContactsAndGroupsSubscription') })
    contactsAndGroups.renew()
    await clock.advance(MINUTE_MS)
    contactsAndGroups.heard([updated])
    await settled()
    contactsAndGroups.heard([updated])
    await settled()
    expect(asked).toHaveLength(2)
    contactsAndGroups.end()
  })

  test('says so when it had lapsed before it could be refreshed', async () => {
    const { contactsAndGroups, clock, failing, told } = following()
    contactsAndGroups.renew()
    await settled()
    failing.push(...Array.from({ length: 40 }, () => UNREACHABLE))
    await clock.advance(60 * MINUTE_MS)
    expect(told.slice(0, 4)).toEqual(['announced', 'unreachable', 'unheard', 'announced'])
    contactsAndGroups.end()
  })

  test('lets lists be read all the same when it is refused, and says so', async () => {
    const { contactsAndGroups, failing, told, reading, asked } = following()
    failing.push(FORBIDDEN)
    const list = reading()
    contactsAndGroups.renew()
    await settled()
    expect(list.mayRead).toBe(true)
    expect(told).toEqual(['refused'])
    expect(asked).toHaveLength(1)
  })

  test('says so when it fails for the second time, and when it is there again', async () => {
    const { contactsAndGroups, clock, failing, told } = following()
    failing.push(UNREACHABLE, UNREACHABLE, UNREACHABLE)
    contactsAndGroups.renew()
    await settled()
    expect(told).toEqual([])
    await clock.advance(10_000)
    expect(told).toEqual(['unreachable', 'announced'])
    contactsAndGroups.end()
  })

  test('is tried again as soon as the server is heard again', async () => {
    const { contactsAndGroups, clock, failing, reading } = following()
    failing.push(...Array.from({ length: 40 }, () => UNREACHABLE))
    const list = reading()
    contactsAndGroups.renew()
    await clock.advance(8 * MINUTE_MS)
    failing.splice(0)
    contactsAndGroups.tryNow()
    await settled()
    expect(list.mayRead).toBe(true)
    contactsAndGroups.end()
  })

  test('begins anew after a gap, and lists wait for it', async () => {
    const { contactsAndGroups, asked, reading } = following()
    contactsAndGroups.renew()
    await settled()
    contactsAndGroups.renew()
    const list = reading()
    expect(list.mayRead).toBe(false)
    await settled()
    expect(list.mayRead).toBe(true)
    expect(asked).toHaveLength(2)
    contactsAndGroups.end()
  })

  // Their lists stood still in a tab that had let another lead, until something else named them.
  test('keeps no reader waiting once another tab follows in its place', async () => {
    const { contactsAndGroups, hang, reading } = following()
    hang()
    contactsAndGroups.renew()
    const list = reading()
    await settled()
    expect(list.mayRead).toBe(false)
    contactsAndGroups.end()
    await settled()
    expect(list.mayRead).toBe(true)
    contactsAndGroups.renew()
    const next = reading()
    expect(next.mayRead).toBe(false)
    await settled()
    expect(next.mayRead).toBe(true)
    contactsAndGroups.end()
  })

  test('leaves no timer behind', async () => {
    const { contactsAndGroups, clock } = following()
    contactsAndGroups.renew()
    await settled()
    contactsAndGroups.end()
    await settled()
    expect(clock.sleeping()).toBe(0)
  })
})
