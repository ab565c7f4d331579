import { expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import { failureOf, NO_REASON, UcwaError, type UcwaFailure } from './errors.ts'
import type { Http } from './http.ts'
import { photoOfSize, showsPhoto } from './photo.ts'

const never = new AbortController().signal
const failing = (failure: UcwaFailure): Pick<Http, 'send'> => ({
  send: () => Promise.reject(new UcwaError(failure)),
})

test('the size is asked for in Exchange’s words', () => {
  expect(photoOfSize(anHref('/101/photos/lin'), 96)).toMatch(/\/101\/photos\/lin\?size=HR96X96$/)
})

test('a photo that comes is shown', async () => {
  const asked: string[] = []
  const http: Pick<Http, 'send'> = {
    send: ({ method, href, accept, isPastCache }) => {
      asked.push(`${method} ${accept ?? ''}, past the cache: ${String(isPastCache)}`)
      return Promise.resolve({ status: 200, headers: { get: () => null }, body: 'jpeg', url: href })
    },
  }
  expect([await showsPhoto(http, anHref(), never), asked]).toEqual([
    true,
    ['GET image/*, past the cache: true'],
  ])
})

test.each<[string, UcwaFailure]>([
  ['the server says no', { kind: 'refused', status: 403, reason: NO_REASON }],
  ['there is none', { kind: 'refused', status: 404, reason: NO_REASON }],
  ['something on the way says no', { kind: 'malformed', detail: 'a page' }],
])('a photo is not shown when %s', async (_, failure) => {
  expect(await showsPhoto(failing(failure), anHref(), never)).toBe(false)
})

test.each<[UcwaFailure]>([[{ kind: 'unreachable', detail: 'offline' }], [{ kind: 'applicationGone' }]])(
  '%o says nothing about the photo',
  async (failure) => {
    const outcome = showsPhoto(failing(failure), anHref(), never)
    expect(failureOf(await outcome.catch((error: unknown) => error))).toEqual(failure)
  },
)
