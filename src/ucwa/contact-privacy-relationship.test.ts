import { expect, test } from 'vitest'
import { anHref, POOL } from '../testing/examples.ts'
import { createHandTurnedClock } from '../testing/hand-turned-clock.ts'
import { createScriptedServer, type Answer } from '../testing/scripted-server.ts'
import { parseConfiguration } from './config.ts'
import {
  MOST_TRIES,
  readContactPrivacyRelationship,
  resetContactPrivacyLevel,
  setContactPrivacyLevel,
} from './contact-privacy-relationship.ts'
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
  await setContactPrivacyLevel(http, HREF, before, 'Workgroup', never)
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

const conflict: Answer = { status: 412, body: { code: 'PreconditionFailed' } }

test('what has only been touched meanwhile is set all the same, on the ETag of now', async () => {
  const server = createScriptedServer()
    .expects('GET', HREF, relationship())
    .expects('PUT', HREF, conflict)
    .expects('GET', HREF, { ...relationship(), headers: { ETag: '"second"' } })
    .expects('PUT', HREF, { status: 200 })
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  await setContactPrivacyLevel(http, HREF, before, 'Workgroup', never)
  expect(server.requests.at(-1)?.headers['If-Match']).toBe('"second"')
  server.expectAllPlayed()
})

test('another level, set by somebody meanwhile, is not written over', async () => {
  const server = createScriptedServer()
    .expects('GET', HREF, relationship())
    .expects('PUT', HREF, conflict)
    .expects('GET', HREF, relationship({ relationshipLevel: 'Blocked' }))
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  const setting = setContactPrivacyLevel(http, HREF, before, 'Workgroup', never)
  await expect(setting).rejects.toSatisfy((error) => failureOf(error)?.kind === 'refused')
  server.expectAllPlayed()
})

test('the same level, set by somebody meanwhile, is as good', async () => {
  const server = createScriptedServer()
    .expects('GET', HREF, relationship())
    .expects('PUT', HREF, conflict)
    .expects('GET', HREF, relationship({ relationshipLevel: 'Workgroup' }))
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  await setContactPrivacyLevel(http, HREF, before, 'Workgroup', never)
  server.expectAllPlayed()
})

test('a storm of refusals ends after so many tries', async () => {
  const server = createScriptedServer().expects('GET', HREF, relationship()).expects('PUT', HREF, conflict)
  for (let tries = 1; tries < MOST_TRIES; tries += 1)
    server.expects('GET', HREF, relationship()).expects('PUT', HREF, conflict)
  const http = httpOn(server)
  const before = await readContactPrivacyRelationship(http, HREF, never)
  const setting = setContactPrivacyLevel(http, HREF, before, 'Workgroup', never)
  await expect(setting).rejects.toSatisfy((error) => failureOf(error)?.kind === 'refused')
  server.expectAllPlayed()
})

test('a reset goes where the resource of now leads, with no body', async () => {
  const reset = anHref()
  const server = createScriptedServer()
    .expects(
      'GET',
      HREF,
      relationship({ _links: { self: { href: HREF }, resetContactPrivacyRelationship: { href: reset } } }),
    )
    .expects('POST', reset)
  await resetContactPrivacyLevel(httpOn(server), HREF, never)
  expect(server.requests.at(-1)?.body).toBe(null)
  server.expectAllPlayed()
})
