import { afterAll, describe, expect, test } from 'vitest'
import { jsonOf, signIn, type SignedIn, type Wire } from './client.ts'
import { serverUnderTest, type Credentials } from './server-under-test.ts'

const server = await serverUnderTest()
afterAll(() => server.stop())
const { control } = server
const isSandbox = control !== null

const phonesOf = async ({ application, ask }: SignedIn) =>
  jsonOf(await ask(application.embedded('me').href('phones')))

async function phoneOf(session: SignedIn, type: string): Promise<Wire> {
  const phone = (await phonesOf(session)).embeddedAll('phone').find(({ raw }) => raw['type'] === type)
  if (phone === undefined) throw new Error(`there is no phone of type ${type}`)
  return phone
}

const post = async ({ ask }: SignedIn, href: string, json?: unknown) =>
  ask(href, { method: 'POST', ...(json === undefined ? {} : { json }) })

describe('phones_ref.md, phone_ref.md', () => {
  test('"Currently the API supports one phone number in each of the following categories: work, mobile, home, and other."', async () => {
    const phones = (await phonesOf(await signIn(server))).embeddedAll('phone')
    const types = phones.map(({ raw }) => String(raw['type']))
    expect(new Set(types).size).toBe(types.length)
    for (const type of types) expect(['Work', 'Mobile', 'Home', 'Other']).toContain(type)
  })

  test('"A collection of phone resources": each is the one that its own link leads to, with its ETag', async () => {
    const session = await signIn(server)
    for (const phone of (await phonesOf(session)).embeddedAll('phone')) {
      const read = await session.ask(phone.href('self'))
      expect(jsonOf(read).raw).toEqual(phone.raw)
      const etag = read.headers.get('etag') ?? ''
      const again = await session.ask(phone.href('self'), { headers: { 'If-None-Match': etag } })
      expect(again.status).toBe(304)
    }
  })

  test('XML beside JSON, as the page prints both', async () => {
    const session = await signIn(server)
    const href = session.application.embedded('me').href('phones')
    const xml = await session.ask(href, { headers: { Accept: 'application/xml' } })
    expect(xml.text).toContain('<resource rel="phones"')
    expect(xml.text).toMatch(/<property name="includeInContactCard">(True|False)<\/property>/)
  })
})

describe.runIf(isSandbox)('changeNumber_ref.md, changeVisibility_ref.md', () => {
  test.each([
    ['(425) 555-1234', 'tel:4255551234'],
    ['+1 425 555 1234', 'tel:+14255551234'],
    ['tel:+1425554321;ext=54321', 'tel:+1425554321;ext=54321'],
    ['+45 33 12 34 56 x 12', 'tel:+4533123456;ext=12'],
  ])('"The server will normalize the number if necessary": %s', async (number, expected) => {
    const session = await signIn(server)
    const home = await phoneOf(session, 'Home')
    expect((await post(session, home.href('changeNumber'), { number })).status).toBe(204)
    expect((await phoneOf(session, 'Home')).raw['number']).toBe(expected)
  })

  test('"if no number is provided, the existing number is deleted"', async () => {
    const session = await signIn(server)
    const href = (await phoneOf(session, 'Other')).href('changeNumber')
    await post(session, href, { number: '+4533123456' })
    expect((await post(session, href)).status).toBe(204)
    expect((await phoneOf(session, 'Other')).raw).not.toHaveProperty('number')
  })

  test('a change that holds nothing which is known is refused, and deletes nothing', async () => {
    const session = await signIn(server)
    const href = (await phoneOf(session, 'Other')).href('changeNumber')
    await post(session, href, { number: '+4533123456' })
    const refused = await post(session, href, { x: 1 })
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([400, 'ParameterValidationFailure'])
    expect((await phoneOf(session, 'Other')).raw['number']).toBe('tel:+4533123456')
    expect((await post(session, href, { includeInContactCard: false })).status).toBe(204)
    expect((await phoneOf(session, 'Other')).raw).not.toHaveProperty('number')
  })

  test.each([
    ['call me', 400, 'NormalizationFailed'],
    ['9'.repeat(81), 400, 'ParameterValidationFailure'],
  ])('a number that is none, %s: %i %s', async (number, status, subcode) => {
    const session = await signIn(server)
    const before = (await phoneOf(session, 'Home')).raw
    const refused = await post(session, (await phoneOf(session, 'Home')).href('changeNumber'), { number })
    expect([refused.status, jsonOf(refused).raw['subcode']]).toEqual([status, subcode])
    expect((await phoneOf(session, 'Home')).raw).toEqual(before)
  })

  test('"If any of the phone types is configured in Active Directory ... The absence of the changeNumber link will indicate this."', async () => {
    const session = await signIn(server)
    const work = await phoneOf(session, 'Work')
    expect([work.has('changeNumber'), work.has('changeVisibility')]).toEqual([false, false])
    for (const act of ['changeNumber', 'changeVisibility']) {
      // No link leads there: another client's, from before the administrator set it, would be refused.
      const refused = await post(session, `${work.href('self')}/${act}`, { includeInContactCard: false })
      expect([refused.status, jsonOf(refused).raw['code']]).toEqual([409, 'Conflict'])
    }
  })

  test('"Changes the visibility of a phone number to other contacts."', async () => {
    const [owner, friend] = server.users
    if (friend === undefined) throw new Error('one user is too few')
    const session = await signIn(server, owner)
    const uriOf = ({ username }: Credentials): string => `sip:${username}`
    await control?.privacy({ owner: uriOf(owner), contact: uriOf(friend), level: 'FriendsAndFamily' })
    const mobile = await phoneOf(session, 'Mobile')
    await post(session, mobile.href('changeNumber'), { number: '+4520304050', includeInContactCard: true })

    const friends = await signIn(server, friend)
    const card = async (): Promise<Wire> => {
      const list = jsonOf(await friends.ask(friends.application.embedded('people').href('myContacts')))
      const found = list
        .embeddedAll('contact')
        .find(({ raw }) => String(raw['uri']).toLowerCase() === uriOf(owner))
      if (found === undefined) throw new Error('the owner is not on the list')
      return found
    }
    expect((await card()).raw['mobilePhoneNumber']).toBe('tel:+4520304050')

    await post(session, mobile.href('changeVisibility'), { includeInContactCard: false })
    expect((await phoneOf(session, 'Mobile')).raw['includeInContactCard']).toBe(false)
    expect((await card()).raw).not.toHaveProperty('mobilePhoneNumber')
    const me = jsonOf(await session.ask(session.application.embedded('me').href('self')))
    expect(me.raw['mobilePhoneNumber']).toBe('tel:+4520304050')

    await post(session, mobile.href('changeVisibility'), { includeInContactCard: true })
    await control?.privacy({ owner: uriOf(owner), contact: uriOf(friend), level: 'Colleagues' })
    expect((await card()).raw).not.toHaveProperty('mobilePhoneNumber')
  })
})
