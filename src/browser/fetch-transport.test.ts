import { expect, test } from 'vitest'
import { failureOf } from '../ucwa/errors.ts'
import { createFetchTransport } from './fetch-transport.ts'

const URL_OF_ME = 'https://lyncweb.contoso.com/me'
const never = new AbortController().signal

const sent: RequestInit[] = []
const answering: typeof fetch = (_, init) => {
  sent.push(init ?? {})
  return Promise.resolve(new Response('{}', { status: 201, headers: { ETag: '"1"' } }))
}

test('an answer is handed on as it is', async () => {
  const transport = createFetchTransport(answering)
  const reply = await transport.send({ method: 'GET', url: URL_OF_ME, headers: {}, body: null }, never)
  expect([reply.status, reply.body, reply.headers.get('etag'), reply.url]).toEqual([201, '{}', '"1"', null])
})

test('nothing comes from the cache, and no cookie goes along', async () => {
  const transport = createFetchTransport(answering)
  await transport.send({ method: 'GET', url: URL_OF_ME, headers: {}, body: null }, never)
  expect(sent.at(-1)).toMatchObject({ cache: 'no-store', credentials: 'omit' })
})

test('what stands for a password travels along only where it is asked for', async () => {
  const transport = createFetchTransport(answering)
  const request = { method: 'POST', url: URL_OF_ME, headers: {}, body: null, withCredentials: true } as const
  await transport.send(request, never)
  expect(sent.at(-1)).toMatchObject({ credentials: 'include' })
})

test.each<['GET' | 'POST', Record<string, string>, string]>([
  ['GET', {}, 'follow'],
  ['GET', { Authorization: 'Bearer cwt' }, 'error'],
  ['POST', {}, 'error'],
])('a redirect of a %s with %j: %s', async (method, headers, expected) => {
  await createFetchTransport(answering).send({ method, url: URL_OF_ME, headers, body: null }, never)
  expect(sent.at(-1)?.redirect).toBe(expected)
})

test('whatever keeps fetch from an answer is out of reach', async () => {
  const transport = createFetchTransport(() => Promise.reject(new TypeError('Failed to fetch')))
  const failure = await transport
    .send({ method: 'GET', url: URL_OF_ME, headers: {}, body: null }, never)
    .catch(failureOf)
  expect(failure).toEqual({ kind: 'unreachable', detail: 'Failed to fetch' })
})

test('an abort rejects with its own reason', async () => {
  const abort = new AbortController()
  abort.abort('unmounted')
  const transport = createFetchTransport(() => Promise.reject(new DOMException('aborted', 'AbortError')))
  const asked = transport.send({ method: 'GET', url: URL_OF_ME, headers: {}, body: null }, abort.signal)
  await expect(asked).rejects.toBe('unmounted')
})
