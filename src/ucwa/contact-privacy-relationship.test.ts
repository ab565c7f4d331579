import { expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createScriptedServer, type Answer } from '../testing/scripted-server.ts'
import { parseConfiguration } from './config.ts'
import { readContactPrivacyRelationship, setContactPrivacyLevel } from './contact-privacy-relationship.ts'
import { failureOf } from './errors.ts'
import { createExchange, createHttp } from './http.ts'
import { createTokens } from './token.ts'
import { createTrust } from './trust.ts'

const never = new AbortController().signal
const HREF = anHref()

function httpOn(server: ReturnType<typeof createScriptedServer>) {
  const clock = createHandTurnedClock()
  const trust = createTrust(parseConfiguration({}))
  trust.begin('contoso.com')
  trust.admit(POOL)
  const exchange = createExchange(server, trust, clock, 30_000)
  return createHttp(
    exchange,
    createTokens((request) => exchange(request, never), trust, clock),
    clock,
  )
}

const relationship = (of: object = {}): Answer => ({
  body: {
    rel: 'contactPrivacyRelationship',
    relationshipLevel: 'Colleagues',
    'd41bf9e0-4b9b-4ff3-9ab0-2d1dca2c6f6c': 'please pass this in a PUT request',
    _links: { self: { href: HREF } },
    ...of,
  },
  headers: { ETag: '"c2155e1c"' },
})

test('a PUT plays back all that came, with the ETag, and changes the level alone', async () => {
  const server = createScriptedServer()
    .expects('GET', HREF, relationship())
    .expects('PUT', HREF, { status: 200 })
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  expect(before.level).toBe('Colleagues')
  await setContactPrivacyLevel(http, before, 'Workgroup', never)
  const [read, put] = server.requests
  expect(read?.headers['X-MS-RequiresMinResourceVersion']).toBe('2')
  expect(put?.headers).toMatchObject({ 'If-Match': '"c2155e1c"', 'X-MS-RequiresMinResourceVersion': '2' })
  expect(JSON.parse(put?.body ?? '')).toEqual({
    rel: 'contactPrivacyRelationship',
    relationshipLevel: 'Workgroup',
    'd41bf9e0-4b9b-4ff3-9ab0-2d1dca2c6f6c': 'please pass this in a PUT request',
  })
  server.expectAllPlayed()
})

test('a level that we do not know is Unknown, and no broken reply', async () => {
  const server = createScriptedServer().expects(
    'GET',
    HREF,
    relationship({ relationshipLevel: 'Neighbours' }),
  )
  expect((await readContactPrivacyRelationship(httpOn(server), HREF, never)).level).toBe('Unknown')
})

test('somebody’s change meanwhile refuses ours', async () => {
  const server = createScriptedServer()
    .expects('GET', HREF, relationship())
    .expects('PUT', HREF, { status: 412, body: { code: 'PreconditionFailed' } })
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  await expect(setContactPrivacyLevel(http, before, 'Workgroup', never)).rejects.toSatisfy(
    (error) => failureOf(error)?.kind === 'refused',
  )
})
