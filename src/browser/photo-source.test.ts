import { describe, expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { failureOf } from '../ucwa/errors.ts'
import { createPhotoSource, isSameSite, type PhotoWorld } from './photo-source.ts'

let people = 0
const someone = (): string => `person ${(people += 1)}`
const never = new AbortController().signal
const aPhoto = () => new Response('jpeg', { headers: { 'Content-Type': 'image/jpeg' } })

function photosOf(of: Partial<PhotoWorld> = {}) {
  const asked: {
    url: string
    headers: HeadersInit | undefined
    cache: RequestCache | undefined
    answer: (response: Response) => void
  }[] = []
  const revoked: string[] = []
  let urls = 0
  const clock = { nowMs: 0 }
  const photos = createPhotoSource({
    fetch: (url, init) =>
      new Promise((answer, reject) => {
        asked.push({
          url: url instanceof Request ? url.url : url.toString(),
          headers: init?.headers,
          cache: init?.cache,
          answer,
        })
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      }),
    pageOrigin: 'https://presence.contoso.com',
    nowMs: () => clock.nowMs,
    tokenFor: () => 'cwt',
    transport: () => 'cors',
    showsPhoto: () => Promise.reject(new Error('nobody asks that')),
    canShow: () => Promise.resolve(true),
    toObjectUrl: () => `blob:${(urls += 1)}`,
    revokeObjectUrl: (url) => void revoked.push(url),
    ...of,
  })
  return { photos, asked, revoked, clock }
}

describe('under CORS', () => {
  test('a photo is fetched with the token', async () => {
    const { photos, asked } = photosOf()
    const source = photos.source(someone(), anHref(), never)
    await settled()
    expect(asked[0]?.headers).toMatchObject({ Authorization: 'Bearer cwt' })
    asked[0]?.answer(aPhoto())
    expect(await source).toBe('blob:1')
  })

  test('read again, a photo takes the place of the one before, or leaves it empty', async () => {
    const { photos, asked, revoked } = photosOf()
    const href = anHref()
    const read = async (answer: Response) => {
      const source = photos.source('lin', href, never)
      await settled()
      asked.at(-1)?.answer(answer)
      return source
    }
    await read(aPhoto())
    expect([await read(aPhoto()), revoked]).toEqual(['blob:2', ['blob:1']])
    expect([await read(new Response('', { status: 404 })), revoked]).toEqual([null, ['blob:1', 'blob:2']])
    photos.forget()
    expect(revoked).toHaveLength(2)
  })

  test('what is in doubt is asked of the server, past the browser’s own memory, until it has answered', async () => {
    const { photos, asked } = photosOf()
    const href = anHref()
    const read = async (answer: Response) => {
      const source = photos.source('lin', href, never).catch(() => 'failed')
      await settled()
      asked.at(-1)?.answer(answer)
      return source
    }
    await read(aPhoto())
    photos.drop('blob:1') // so that nothing here tells that it was read before
    photos.doubt('lin')
    expect(await read(new Response('', { status: 503 }))).toBe('failed')
    expect(await read(new Response('', { status: 403 }))).toBe(null)
    expect(asked.map(({ cache }) => cache)).toEqual(['default', 'no-cache', 'no-cache'])
  })

  describe('in the next application', () => {
    const inOne = async (answer: Response) => {
      const there = photosOf()
      const before = there.photos.source('lin', anHref('/101/photos/lin'), never)
      await settled()
      there.asked[0]?.answer(answer)
      await before
      return there
    }
    const next = anHref('/102/photos/lin')

    test.each<[string, () => Response, string | null]>([
      ['a photo', aPhoto, 'blob:1'],
      ['that somebody has none', () => new Response('', { status: 404 }), null],
    ])('%s is known, and nothing is asked', async (_, answer, expected) => {
      const { photos, asked } = await inOne(answer())
      expect(await photos.source('lin', next, never)).toBe(expected)
      expect(asked).toHaveLength(1)
    })

    test('a photo stays while anybody shows it, and is read again when an event names it', async () => {
      const { photos, asked, revoked } = await inOne(aPhoto())
      await photos.source('lin', next, never)
      photos.drop('blob:1') // the last application's
      expect(revoked).toEqual([])
      const again = photos.source('lin', next, never)
      await settled()
      asked[1]?.answer(aPhoto())
      expect([await again, revoked]).toEqual(['blob:2', ['blob:1']])
      photos.drop('blob:2')
      expect(revoked).toEqual(['blob:1', 'blob:2'])
    })

    test('what is in doubt is not taken from memory', async () => {
      const { photos, asked } = await inOne(aPhoto())
      photos.doubt('lin')
      const again = photos.source('lin', next, never)
      await settled()
      asked[1]?.answer(new Response('', { status: 403 }))
      expect([await again, asked[1]?.cache]).toEqual([null, 'no-cache'])
    })

    test('a day later it is read again: a change may have gone unheard', async () => {
      const { photos, asked, clock } = await inOne(aPhoto())
      clock.nowMs = 24 * 60 * 60_000
      const again = photos.source('lin', next, never)
      await settled()
      expect(asked).toHaveLength(2)
      asked[1]?.answer(aPhoto())
      expect(await again).toBe('blob:2')
    })
  })

  test('a photo that nobody shows any more leaves the memory, once', async () => {
    const { photos, asked, revoked } = photosOf()
    const source = photos.source(someone(), anHref(), never)
    await settled()
    asked[0]?.answer(aPhoto())
    photos.drop((await source) ?? '')
    photos.drop('https://pool.contoso.com/photo')
    photos.forget()
    expect(revoked).toEqual(['blob:1'])
  })

  test('four are fetched at once, the others in their order', async () => {
    const { photos, asked } = photosOf()
    const hrefs = Array.from({ length: 6 }, () => anHref())
    const sources = Promise.all(hrefs.map((href) => photos.source(someone(), href, never)))
    await settled()
    expect(asked).toHaveLength(4)
    asked[2]?.answer(aPhoto())
    await settled()
    expect(asked).toHaveLength(5)
    for (let at = 0; at < 6; at += 1) {
      asked[at]?.answer(aPhoto())
      await settled()
    }
    await sources
    expect(asked.map(({ url }) => url)).toEqual(hrefs)
  })

  test('who is aborted leaves the queue, and their place to the next', async () => {
    const { photos, asked } = photosOf()
    const abort = new AbortController()
    const first = Array.from({ length: 6 }, () =>
      photos.source(someone(), anHref(), abort.signal).catch(() => 'left'),
    )
    const second = photos.source(someone(), anHref(), never)
    await settled()
    abort.abort()
    expect(await Promise.all(first)).toEqual(Array(6).fill('left'))
    await settled()
    asked[4]?.answer(aPhoto())
    expect(await second).toBe('blob:1')
  })

  test.each<[string, Response]>([
    ['there is none', new Response('', { status: 404 })],
    ['it may not be seen', new Response('', { status: 403 })],
    ['what comes is a page', new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
  ])('initials stand in when %s', async (_, response) => {
    const { photos, asked } = photosOf()
    const source = photos.source(someone(), anHref(), never)
    await settled()
    asked[0]?.answer(response)
    expect(await source).toBe(null)
  })

  test.each([
    [503, 'serverFailed'],
    [401, 'unreachable'],
  ])('a %i passes, and says nothing about the photo', async (status, kind) => {
    const { photos, asked } = photosOf()
    const source = photos.source(someone(), anHref(), never).catch(failureOf)
    await settled()
    asked[0]?.answer(new Response('', { status }))
    expect(await source).toMatchObject({ kind })
  })

  test('nothing is left at the end, and what is under way is dropped', async () => {
    const { photos, asked, revoked } = photosOf()
    const done = photos.source(someone(), anHref(), never)
    const underWay = photos.source(someone(), anHref(), never).catch(() => 'dropped')
    await settled()
    asked[0]?.answer(aPhoto())
    await done
    photos.forget()
    expect(await underWay).toBe('dropped')
    expect(revoked).toEqual(['blob:1'])
  })
})

describe('through the frame', () => {
  const through = { transport: () => 'xframe' as const }

  test('an image element shows it where page and pool are same-site', async () => {
    const href = anHref()
    expect(await photosOf(through).photos.source('lin', href, never)).toBe(href)
  })

  test('of whom is in doubt the server is asked first, since the browser would show what it keeps', async () => {
    const href = anHref()
    const answers = [false, true]
    const { photos } = photosOf({ ...through, showsPhoto: () => Promise.resolve(answers.shift() === true) })
    expect(await photos.source('lin', href, never)).toBe(href)
    photos.doubt('lin')
    expect(await photos.source('lin', href, never)).toBe(null)
    photos.doubt('lin')
    expect(await photos.source('lin', href, never)).toBe(href)
    expect(await photos.source('lin', href, never)).toBe(href)
    expect(answers).toEqual([])
  })

  test('initials stand in where the cookie would be a stranger’s, or shows nothing', async () => {
    const far = photosOf({ ...through, pageOrigin: 'https://presence.fabrikam.com' })
    expect(await far.photos.source(someone(), anHref(), never)).toBe(null)
    const empty = photosOf({ ...through, canShow: () => Promise.resolve(false) })
    expect(await empty.photos.source(someone(), anHref(), never)).toBe(null)
  })
})

test.each([
  ['https://presence.contoso.com', 'https://lyncweb.contoso.com/p', true],
  ['https://contoso.com', 'https://lyncweb.contoso.com/p', true],
  ['http://presence.contoso.com', 'https://lyncweb.contoso.com/p', false],
  ['https://presence.fabrikam.com', 'https://lyncweb.contoso.com/p', false],
  ['http://127.0.0.1:4101', 'http://127.0.0.1:4102/p', true],
  ['http://10.1.0.1', 'http://10.2.0.1/p', false],
  ['http://localhost:4101', 'http://127.0.0.1:4102/p', false],
  ['http://intranet', 'http://pool/p', false],
])('a page at %s and a photo at %s', (pageOrigin, url, expected) => {
  expect(isSameSite(pageOrigin, url)).toBe(expected)
})
