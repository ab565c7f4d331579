import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PrivacyLevel, Uri, WorldChange } from './world-model.ts'
import { DANA, LENE, application, everything, worldUnderTest } from './world-under-test.ts'

/** A hundred lives of a world take two seconds, and on a busy machine several times that. */
const LAW_MS = 30_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const KWAME = 'sip:kwamem@contoso.com'
const PRIYA = 'sip:PriyaR@contoso.com'
const OMAR = 'sip:omarh@contoso.com'
const MAREK = 'sip:marek.novak@fabrikam.com'

const keyOf = (kind: string, subject: Uri, viewer: Uri): string => `${kind} ${subject} ${viewer}`

describe('what is told', () => {
  test('setting what is so already tells nobody', () => {
    const { world, heard } = worldUnderTest()
    world.setPresence(DANA, 'Busy')
    world.setNote(DANA, 'Back at three')
    world.setLocation(DANA, 'Oslo')
    world.setOutOfOffice(DANA, 'On leave')
    expect(heard.map(({ kind }) => kind)).toEqual(['presence', 'note', 'location', 'note'])
    heard.length = 0
    world.setPresence(DANA, 'Busy')
    world.setNote(DANA, 'Back at three')
    world.setLocation(DANA, 'Oslo')
    world.setOutOfOffice(DANA, 'On leave')
    world.setNote(DANA, 'Seen once I am back') // the out-of-office note covers it
    expect(heard).toEqual([])
  })

  test('of a change that only some levels see, those alone are told, and the person', () => {
    const { world, heard } = worldUnderTest()
    world.setNote(DANA, 'Back at three')
    expect(heard).toEqual([
      {
        kind: 'note',
        subject: DANA,
        levels: new Set<PrivacyLevel>(['Colleagues', 'Workgroup', 'FriendsAndFamily']),
        self: true,
      },
    ])
  })

  test('Busy to Do Not Disturb is another activity to those who may interrupt, nothing to the blocked', () => {
    const { world, heard } = worldUnderTest()
    world.setPresence(DANA, 'Busy')
    world.setPresence(DANA, 'DoNotDisturb')
    expect(heard.at(-1)).toMatchObject({
      levels: new Set<PrivacyLevel>(['External', 'Colleagues', 'Workgroup', 'FriendsAndFamily']),
    })
    expect(world.presence(DANA, LENE).availability).toBe('DoNotDisturb')
    world.setPrivacyRelationship(DANA, LENE, 'Workgroup')
    expect(world.presence(DANA, LENE)).toMatchObject({
      availability: 'Busy',
      activity: 'urgent-interruptions-only',
    })
  })

  test('who is moved to another level is told, and only of what looks different there', () => {
    const { world, heard } = worldUnderTest()
    world.setNote(DANA, '')
    heard.length = 0
    world.setPrivacyRelationship(DANA, LENE, 'Blocked')
    expect(world.presence(DANA, LENE).availability).toBe('Offline')
    expect(heard).toEqual([
      { kind: 'privacyRelationship', owner: DANA, contact: LENE },
      { kind: 'presence', subject: DANA, levels: new Set(['Blocked']), self: false, viewer: LENE },
      { kind: 'location', subject: DANA, levels: new Set(['Blocked']), self: false, viewer: LENE },
      { kind: 'modalities', subject: DANA, levels: new Set(['Blocked']), self: false, viewer: LENE },
    ])
    world.setPrivacyRelationship(DANA, LENE, null)
    expect(world.privacyRelationship(DANA, LENE)).toBe('Colleagues')
    heard.length = 0
    world.setPrivacyRelationship(DANA, LENE, 'Colleagues')
    expect(heard).toEqual([])
  })

  test('a number that is given, or hidden, decides for those who are shown it whether they may telephone', () => {
    const { world, heard } = worldUnderTest()
    const unlisted = world.directory.find(
      (one) =>
        one.sourceNetwork === 'SameEnterprise' &&
        one.workPhoneNumber === null &&
        one.mobilePhoneNumber === null,
    )
    const subject = unlisted?.uri ?? ''
    world.setPhone(subject, { type: 'Home', number: null })
    world.setPhone(subject, { type: 'Other', number: null })
    world.modalities(subject, LENE)
    heard.length = 0
    world.setPhone(subject, { type: 'Mobile', number: '+4533123456', isShared: true })
    const told = {
      kind: 'modalities',
      subject,
      levels: new Set(['Workgroup', 'FriendsAndFamily']),
      self: true,
    }
    expect(heard).toEqual([told])
    world.setPhone(subject, { type: 'Mobile', isShared: false })
    expect(heard).toEqual([told, { ...told, self: false }])
  })

  test('nobody who has stopped listening is told', () => {
    const { world } = worldUnderTest()
    const heard: WorldChange[] = []
    const stop = world.onChange((change) => heard.push(change))
    stop()
    world.setNote(DANA, 'Back at three')
    expect(heard).toEqual([])
  })

  const subjects = fc.constantFrom(DANA, LENE.toUpperCase(), KWAME)
  const steps = fc.oneof(
    fc.record({
      what: fc.constant('choose' as const),
      of: subjects,
      choice: fc.constantFrom(null, 'Online', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Offwork'),
    }),
    fc.record({ what: fc.constant('note' as const), of: subjects, text: fc.constantFrom('', 'a', 'b') }),
    fc.record({ what: fc.constant('outOfOffice' as const), of: subjects, text: fc.constantFrom(null, 'a') }),
    fc.record({
      what: fc.constant('location' as const),
      of: subjects,
      text: fc.constantFrom('', 'a', 'b'),
      id: fc.constantFrom(null, 'one', 'two', 'desk'),
    }),
    fc.record({
      what: fc.constant('phone' as const),
      of: subjects,
      phone: fc.record({
        type: fc.constantFrom('Mobile', 'Home'),
        number: fc.constantFrom(null, '+4533123456'),
        isShared: fc.boolean(),
      }),
    }),
    fc.record({ what: fc.constant('join' as const), of: subjects, id: fc.constantFrom('one', 'two') }),
    fc.record({
      what: fc.constant('leave' as const),
      of: subjects,
      id: fc.constantFrom('one', 'two', 'desk'),
    }),
    fc.record({
      what: fc.constant('grant' as const),
      of: subjects,
      level: fc.constantFrom(null, 'Blocked', 'External', 'Workgroup', 'FriendsAndFamily'),
    }),
    fc.record({ what: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 5, 6, 1440) }),
  )

  test(
    'whoever reads again when told, and only then, is never wrong, and is told of nothing that is not so',
    () =>
      fc.assert(
        fc.property(fc.array(steps, { maxLength: 25 }), (taken) => {
          const { world, clock } = worldUnderTest({ contacts: 10 })
          const viewers = [LENE, DANA, PRIYA, OMAR, MAREK]
          const pairs = [LENE, DANA, KWAME].flatMap((subject) =>
            viewers.map((viewer) => ({ subject, viewer })),
          )
          const read = {
            presence: (subject: Uri, viewer: Uri) => world.presence(subject, viewer),
            note: (subject: Uri, viewer: Uri) => world.note(subject, viewer),
            location: (subject: Uri, viewer: Uri) => world.location(subject, viewer),
            modalities: (subject: Uri, viewer: Uri) => world.modalities(subject, viewer),
          }
          const known = new Map<string, unknown>()
          const kinds = ['presence', 'note', 'location', 'modalities'] as const
          for (const { subject, viewer } of pairs) {
            for (const kind of kinds) known.set(keyOf(kind, subject, viewer), read[kind](subject, viewer))
          }
          world.onChange((change) => {
            if (!('levels' in change)) return
            const { kind, subject, levels, self, viewer: only } = change
            for (const viewer of viewers) {
              const isTold =
                viewer === subject ? self : levels.has(world.privacyRelationship(subject, viewer))
              if (!isTold || (only !== undefined && only !== viewer)) continue
              const seen = read[kind](subject, viewer)
              expect(seen).not.toEqual(known.get(keyOf(kind, subject, viewer)))
              known.set(keyOf(kind, subject, viewer), seen)
            }
          })
          for (const step of taken) {
            if (step.what === 'choose') world.setPresence(step.of, step.choice)
            else if (step.what === 'note') world.setNote(step.of, step.text)
            else if (step.what === 'outOfOffice') world.setOutOfOffice(step.of, step.text)
            else if (step.what === 'location') world.setLocation(step.of, step.text, step.id)
            else if (step.what === 'phone') world.setPhone(step.of, step.phone)
            else if (step.what === 'join') world.addEndpoint(step.of, { ...application, id: step.id })
            else if (step.what === 'leave') world.removeEndpoint(step.of, step.id)
            else if (step.what === 'grant') world.setPrivacyRelationship(step.of, PRIYA, step.level)
            else clock.advance(step.minutes * MINUTE_MS)
            for (const { subject, viewer } of pairs) {
              const present = kinds.map((kind) => known.get(keyOf(kind, subject, viewer)))
              expect(everything(world, subject, viewer)).toEqual(present)
            }
          }
        }),
      ),
    LAW_MS,
  )
})

describe('an application', () => {
  test('makes its person idle and away when nothing is reported, and tells both', () => {
    const { world, clock, heard } = worldUnderTest()
    const startedAtMs = clock.now()
    const own = world.addEndpoint(LENE, application)
    world.setPrivacyRelationship(LENE, DANA, 'Workgroup')
    expect(world.presence(LENE, DANA)).toEqual({
      availability: 'Online',
      activity: null,
      deviceType: 'Web',
      lastActive: null,
    })
    heard.length = 0
    clock.advance(4 * MINUTE_MS)
    world.reportActivity(LENE, own)
    clock.advance(5 * MINUTE_MS - 1)
    expect(heard).toEqual([])
    clock.advance(1)
    expect(world.presence(LENE, DANA)).toMatchObject({
      availability: 'IdleOnline',
      lastActive: startedAtMs + 4 * MINUTE_MS,
    })
    clock.advance(5 * MINUTE_MS)
    expect(world.presence(LENE, DANA).availability).toBe('Away')
    world.reportActivity(LENE, own)
    expect(world.presence(LENE, DANA).availability).toBe('Online')
    expect(heard.map(({ kind }) => kind)).toEqual(['presence', 'presence', 'presence'])
  })

  test('leaves its person Offline when it goes, with the choice kept for the next', () => {
    const { world } = worldUnderTest()
    const own = world.addEndpoint(LENE, application)
    world.setPresence(LENE, 'BeRightBack')
    world.setLocation(LENE, 'Oslo')
    world.removeEndpoint(LENE, own)
    expect(everything(world, LENE, LENE)).toMatchObject([
      { availability: 'Offline' },
      null,
      'Oslo',
      ['PhoneAudio'],
    ])
    world.addEndpoint(LENE, application)
    expect(everything(world, LENE, LENE)).toMatchObject([
      { availability: 'BeRightBack' },
      null,
      'Oslo',
      ['PhoneAudio'],
    ])
  })

  test.each([
    ['in use, it is their last use', 1, 1],
    ['unused for a while, their last use was before', 8, 0],
  ])('that goes while %s', (_, afterMinutes, lastMinute) => {
    const { world, clock } = worldUnderTest()
    const startedAtMs = clock.now()
    const own = world.addEndpoint(LENE, application)
    clock.advance(afterMinutes * MINUTE_MS)
    world.removeEndpoint(LENE, own)
    expect(world.presence(LENE, LENE).lastActive).toBe(startedAtMs + lastMinute * MINUTE_MS)
  })

  test('that reported all day keeps one timer', () => {
    const { world, clock } = worldUnderTest()
    const waiting = clock.waiting()
    const own = world.addEndpoint(LENE, application)
    for (let report = 0; report < 500; report += 1) {
      clock.advance(MINUTE_MS)
      world.reportActivity(LENE, own)
    }
    expect(clock.waiting()).toBe(waiting + 1)
    world.stop()
    expect(clock.waiting()).toBe(0)
  })

  test('must be there to report', () => {
    const { world } = worldUnderTest()
    expect(() => world.reportActivity(LENE, 'none')).toThrow(RangeError)
    world.removeEndpoint(LENE, 'none')
  })
})

describe('a choice', () => {
  test('of Busy ends after a day, and its end is told', () => {
    const { world, clock, heard } = worldUnderTest()
    world.setPresence(DANA, 'Busy', 'Closing the books')
    expect(world.presence(DANA, LENE)).toMatchObject({ availability: 'Busy', activity: 'Closing the books' })
    heard.length = 0
    clock.advance(24 * HOUR_MS - 1)
    expect(heard.filter((change) => 'subject' in change && change.subject === DANA)).toEqual([])
    clock.advance(1)
    expect(heard.filter((change) => 'subject' in change && change.subject === DANA)).toHaveLength(1)
    expect(world.presence(DANA, LENE).availability).toBe('Online')
  })
})

test('what was chosen before the world began ends too, and is told though nobody had looked', () => {
  const { clock, heard } = worldUnderTest()
  clock.advance(24 * HOUR_MS)
  expect(heard).toContainEqual(
    expect.objectContaining({ kind: 'presence', subject: 'sip:SaraD@contoso.com' }),
  )
})

describe('people', () => {
  test('are found in any case, and told apart from nobody', () => {
    const { world } = worldUnderTest()
    expect(world.person('SIP:PRIYAR@CONTOSO.COM')?.uri).toBe(PRIYA)
    expect(world.person('sip:nobody@contoso.com')).toBeNull()
    expect(() => world.presence('sip:nobody@contoso.com', LENE)).toThrow(RangeError)
    expect(world.presence(DANA.toUpperCase(), DANA)).toEqual(world.presence(DANA, DANA))
  })

  test.each<[string, string, string, string | null]>([
    ['the UPN', 'lenea@contoso.com', 'Welcome-Lene', LENE],
    ['the UPN in another case', 'LeneA@Contoso.COM', 'Welcome-Lene', LENE],
    ['the domain and account', 'CONTOSO\\lenea', 'Welcome-Lene', LENE],
    ['a wrong password', 'lenea@contoso.com', 'welcome-lene', null],
    ['another domain', 'FABRIKAM\\lenea', 'Welcome-Lene', null],
    ["somebody else's password", 'danab@contoso.com', 'Welcome-Lene', null],
    ['nobody', 'nobody@contoso.com', '', null],
    ['an account alone', 'lenea', 'Welcome-Lene', null],
  ])('sign in with %s', (_, username, password, uri) => {
    expect(worldUnderTest().world.authenticate(username, password)?.uri ?? null).toBe(uri)
  })

  test('show less of themselves to somebody they block, and are Offline to them', () => {
    const { world } = worldUnderTest()
    expect(world.privacyRelationship(OMAR, LENE)).toBe('Blocked')
    expect(world.privacyRelationship(LENE, OMAR)).toBe('Colleagues')
    expect(world.presence(OMAR, LENE).availability).toBe('Offline')
    expect(world.presence(OMAR, DANA).availability).toBe('Online')
    expect(world.note(OMAR, LENE)).toBeNull()
    expect(world.visiblePerson(OMAR, LENE)).toMatchObject({
      name: 'Omar Haddad',
      title: null,
      hasPhoto: false,
      isKnown: true,
    })
  })

  test('of a partner are External both ways', () => {
    const { world } = worldUnderTest()
    expect(world.privacyRelationship(MAREK, LENE)).toBe('External')
    expect(world.privacyRelationship(LENE, MAREK)).toBe('External')
  })
})
