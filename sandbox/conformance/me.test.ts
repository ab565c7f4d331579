import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn } from './client.ts'
import { serverUnderTest } from './server-under-test.ts'

const server = await serverUnderTest()
afterAll(() => server.stop())
const isSandbox = server.control !== null

const meOf = async ({ application, ask }: SignedIn) =>
  jsonOf(await ask(application.embedded('me').href('self')))

async function available(): Promise<SignedIn> {
  const session = await signIn(server)
  const { application, ask } = session
  const made = await ask(application.embedded('me').href('makeMeAvailable'), {
    method: 'POST',
    json: { supportedModalities: ['Messaging'] },
  })
  expect(made.status).toBe(204)
  return session
}

describe('MeDashboard.md and makeMeAvailable_ref.md', () => {
  test('"All of the preceding links other than presence, note, and location are available on application creation."', async () => {
    const { application } = await signIn(server)
    const me = application.embedded('me')
    expect(['makeMeAvailable', 'photo', 'presence', 'note', 'location'].map((rel) => me.has(rel))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('"Upon a successful response, the presence, note, and location resources are available for use"', async () => {
    const session = await available()
    const me = await meOf(session)
    expect(me.has('makeMeAvailable')).toBe(false)
    for (const rel of ['presence', 'note', 'location']) {
      const read = await session.ask(me.href(rel))
      expect(read.status).toBe(200)
      expect(jsonOf(read).raw['rel']).toBe(rel)
    }
  })

  test('"Multiple invocations of this operation is not valid." (409 AlreadyExists)', async () => {
    const session = await available()
    const again = await session.ask(session.application.embedded('me').href('makeMeAvailable'), {
      method: 'POST',
      json: {},
    })
    expect([again.status, jsonOf(again).raw['subcode']]).toEqual([409, 'AlreadyExists'])
  })

  test('"The application is attempting to use modalities other than Messaging and Phone Audio." (403)', async () => {
    const { application, ask } = await signIn(server)
    const makeMeAvailable = application.embedded('me').href('makeMeAvailable')
    const refused = await ask(makeMeAvailable, { method: 'POST', json: { supportedModalities: ['Video'] } })
    expect(refused.status).toBe(403)
    const wrong = await ask(makeMeAvailable, {
      method: 'POST',
      json: { supportedModalities: ['Smoke signals'] },
    })
    expect([wrong.status, jsonOf(wrong).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
  })

  test('the event sample of EventChannelDetails.md: me updated; presence, note, location added', async () => {
    const session = await available()
    const events = await session.eventsUntil(({ rel, type }) => rel === 'location' && type === 'added')
    const own = events.filter(({ sender }) => sender === 'me').map(({ type, rel }) => `${type} ${rel}`)
    expect(own).toEqual(['updated me', 'added presence', 'added note', 'added location'])
  })

  test.runIf(isSandbox)(
    '"if the server does not receive a new event channel request 15 minutes after the previous request was released, it assumes the client has lost connectivity and terminates the application"',
    async () => {
      const { application, ask } = await available()
      await server.control?.advance(14 * 60)
      expect((await ask(application.href('self'))).status).toBe(200)
      await server.control?.advance(2 * 60)
      const gone = await ask(application.href('self'))
      expect([gone.status, jsonOf(gone).raw['subcode']]).toEqual([410, 'InactiveApplicationExpired'])
    },
  )
})

describe('presence_ref.md, note_ref.md, location_ref.md, reportMyActivity_ref.md', () => {
  test.runIf(isSandbox).each(['presence', 'note', 'location', 'reportMyActivity'])(
    '%s without makeMeAvailable is refused: 409 MakeMeAvailableRequired',
    async (rel) => {
      // A link of another application's shows where it would be: there is none to follow before makeMeAvailable.
      const { application, ask } = await signIn(server)
      const refused = await ask(`${application.embedded('me').href('self')}/${rel}`, { method: 'POST' })
      expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([409, 'MakeMeAvailableRequired'])
    },
  )

  test('"Sets the user\'s presence." 204, and then an event on presence', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    await session.eventsUntil(({ rel }) => rel === 'location')
    expect((await session.ask(href, { method: 'POST', json: { availability: 'DoNotDisturb' } })).status).toBe(
      204,
    )
    const events = await session.eventsUntil(({ rel }) => rel === 'presence')
    expect(events).toContainEqual(expect.objectContaining({ sender: 'me', type: 'updated', embedded: false }))
    expect(jsonOf(await session.ask(href)).raw['availability']).toBe('DoNotDisturb')
  })

  test('"An empty body will reset the user\'s presence."', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    await session.ask(href, { method: 'POST', json: { availability: 'BeRightBack' } })
    expect((await session.ask(href, { method: 'POST' })).status).toBe(204)
    expect(jsonOf(await session.ask(href)).raw['availability']).not.toBe('BeRightBack')
  })

  test('"availability … Nullable (PreferredAvailability)": null resets as well', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    await session.ask(href, { method: 'POST', json: { availability: 'BeRightBack' } })
    expect((await session.ask(href, { method: 'POST', json: { availability: null } })).status).toBe(204)
    expect(jsonOf(await session.ask(href)).raw['availability']).not.toBe('BeRightBack')
  })

  test('what is not known beside what is known is passed over', async () => {
    const session = await available()
    const me = await meOf(session)
    const post = async (rel: string, json: object) =>
      (await session.ask(me.href(rel), { method: 'POST', json })).status
    expect(await post('presence', { availability: 'Busy', x: 1 })).toBe(204)
    expect(await post('note', { message: 'x', type: 'OutOfOffice' })).toBe(204)
    expect(jsonOf(await session.ask(me.href('presence'))).raw['availability']).toBe('Busy')
    expect(jsonOf(await session.ask(me.href('note'))).raw).toMatchObject({ message: 'x', type: 'Personal' })
  })

  test('XML beside JSON, as the page prints both', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    const set = await session.ask(href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: `<?xml version="1.0" encoding="utf-8"?>
<input xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <property name="availability">BeRightBack</property>
</input>`,
    })
    expect(set.status).toBe(204)
    const read = await session.ask(href, { headers: { Accept: 'application/xml' } })
    expect(read.headers.get('content-type')).toMatch(/^application\/xml/)
    expect(read.text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<resource rel="presence" href="[^"]+" /,
    )
    expect(read.text).toContain('<property name="availability">BeRightBack</property>')
    expect(jsonOf(await session.ask(href)).raw['availability']).toBe('BeRightBack')
    await session.ask(href, { method: 'POST' })
  })

  test('"The following shows the general form of a 409 Conflict error body in XML format." (ErrorsAndInformationalMessages.md)', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    const refused = await session.ask(href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml', Accept: 'application/vnd.microsoft.com.ucwa+xml' },
      body: '<input><property name="availability">Sleepy</property></input>',
    })
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      400,
      'application/vnd.microsoft.com.ucwa+xml; charset=utf-8',
    ])
    expect(refused.text).toMatch(
      /<reason [^>]+>\s*<code>BadRequest<\/code>\s*<subcode>ParameterValidationFailure<\/subcode>/,
    )
    const broken = await session.ask(href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: '<input><property',
    })
    expect([broken.status, jsonOf(broken).raw['subcode']]).toEqual([400, 'DeserializationFailure'])
  })

  test('Offwork is a choice, not an availability: it reads back as Away with the activity off-work', async () => {
    const session = await available()
    const href = (await meOf(session)).href('presence')
    await session.ask(href, { method: 'POST', json: { availability: 'Offwork' } })
    expect(jsonOf(await session.ask(href)).raw).toMatchObject({ availability: 'Away', activity: 'off-work' })
    await session.ask(href, { method: 'POST' })
  })

  test.each([{ availability: 'Offline' }, { availability: 7 }, { activity: 'in-a-meeting' }])(
    'a presence of %j is refused: 400 ParameterValidationFailure',
    async (json) => {
      const session = await available()
      const refused = await session.ask((await meOf(session)).href('presence'), { method: 'POST', json })
      expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    },
  )

  test('"input can be specified in the request body or as one or more query parameters of the request" (QueryParameters.md)', async () => {
    const session = await available()
    const href = (await meOf(session)).href('note')
    const message = 'I’m away today <b>&</b> 🙂 עד מחר'
    await session.ask(`${href}?Message=${encodeURIComponent(message)}`, { method: 'POST' })
    expect(jsonOf(await session.ask(href)).raw).toMatchObject({ message, type: 'Personal' })
    await session.ask(href, { method: 'POST', json: { message: 'x'.repeat(5000) } })
    expect(String(jsonOf(await session.ask(href)).raw['message'])).toHaveLength(5000)
  })

  test('"Sets the note message. If blank, the note will be reset."', async () => {
    const session = await available()
    const href = (await meOf(session)).href('note')
    await session.ask(href, { method: 'POST', json: { message: 'Back soon' } })
    expect((await session.ask(href, { method: 'POST', json: { message: '' } })).status).toBe(204)
    expect(jsonOf(await session.ask(href)).raw['message'] ?? '').toBe('')
  })

  test('"A string describing the user\'s location. The maximum length is 60 characters."', async () => {
    const session = await available()
    const href = (await meOf(session)).href('location')
    const post = (location: string) => session.ask(href, { method: 'POST', json: { location } })
    expect((await post('x'.repeat(60))).status).toBe(204)
    expect(jsonOf(await session.ask(href)).raw['location']).toBe('x'.repeat(60))
    expect((await post('x'.repeat(61))).status).toBe(400)
    expect((await session.ask(href, { method: 'POST' })).status).toBe(204)
    expect(jsonOf(await session.ask(href)).raw['location'] ?? '').toBe('')
  })

  test.each<[string, object]>([
    ['presence', { mood: 'good' }],
    ['note', { note: 'hi' }],
    ['location', { place: 'x' }],
  ])('a %s of %j, which holds nothing that is known, is refused, and resets nothing', async (rel, json) => {
    const session = await available()
    const href = (await meOf(session)).href(rel)
    const known = { presence: { availability: 'Busy' }, note: { message: 'a' }, location: { location: 'b' } }[
      rel
    ]
    await session.ask(href, { method: 'POST', json: known })
    const refused = await session.ask(href, { method: 'POST', json })
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    expect(jsonOf(await session.ask(href)).raw).toMatchObject(known ?? {})
  })

  test('"Indicates that the user is actively using this application." (204)', async () => {
    const session = await available()
    const report = await session.ask((await meOf(session)).href('reportMyActivity'), { method: 'POST' })
    expect(report.status).toBe(204)
  })
})

describe('MeDashboard.md, "photo"', () => {
  test('"The photos are compressed JPEG", with an ETag and Expires; unchanged is 304', async () => {
    const { application, ask } = await signIn(server)
    const href = application.embedded('me').href('photo')
    const photo = await ask(href, { headers: { Accept: 'image/jpeg' } })
    expect(photo.status).toBe(200)
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
    expect(Date.parse(photo.headers.get('expires') ?? '')).toBeGreaterThan(0)
    const etag = photo.headers.get('etag') ?? ''
    expect((await ask(href, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  test('"since browsers cannot add headers to such requests, the server offers a cookie-based mechanism"', async () => {
    const { application, created, ask } = await signIn(server)
    const [cookie = ''] = (created.headers.get('set-cookie') ?? '').split(';')
    const href = application.embedded('me').href('photo')
    const bare = { Authorization: '' }
    expect((await ask(href, { headers: { ...bare, Cookie: cookie } })).status).toBe(200)
    expect((await ask(href, { headers: { ...bare, Cookie: 'cwt_ucwa=guess' } })).status).toBe(401)
    const me = application.embedded('me').href('self')
    expect((await ask(me, { headers: { ...bare, Cookie: cookie } })).status).toBe(401)
  })

  test('the cookie of one tab goes on opening photos when another has read the application', async () => {
    const { application, created, ask } = await signIn(server)
    const [cookie = ''] = (created.headers.get('set-cookie') ?? '').split(';')
    const again = await ask(application.href('self'))
    const [renewed = ''] = (again.headers.get('set-cookie') ?? '').split(';')
    const href = application.embedded('me').href('photo')
    const statuses = [cookie, renewed].map(
      async (one) => (await ask(href, { headers: { Authorization: '', Cookie: one } })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200])
  })

  test.runIf(isSandbox)(
    '"The cookie has an expiration time that is closely tied to the expiration of the token."',
    async () => {
      const { application, created, ask } = await signIn(server)
      const [cookie = ''] = (created.headers.get('set-cookie') ?? '').split(';')
      const href = application.embedded('me').href('photo')
      await server.control?.fault({ kind: 'expire-token' })
      expect((await ask(href, { headers: { Authorization: '', Cookie: cookie } })).status).toBe(401)
    },
  )
})
