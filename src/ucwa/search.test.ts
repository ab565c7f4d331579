import { expect, test } from 'vitest'
import { linksTo, anHref } from '../testing/examples.ts'
import { parseResource } from './hal.ts'
import { photoOfSize } from './photo.ts'
import { parseSearch, searchHref } from './search.ts'

const people = { links: new Map([['search', [{ href: anHref('/search?tenant=1'), revision: 2 }]]]) }

test('a search keeps what the server put into its link, and escapes what the person typed', () => {
  const { searchParams } = new URL(searchHref(people, 'Sara & <b>', 20))
  expect([...searchParams]).toEqual([
    ['tenant', '1'],
    ['query', 'Sara & <b>'],
    ['limit', '20'],
  ])
})

test('a query longer than the server takes is cut', () => {
  expect(new URL(searchHref(people, 'x'.repeat(300), 1)).searchParams.get('query')).toHaveLength(256)
})

test('nothing is searched without the link', () => {
  expect(() => searchHref({ links: linksTo(['myGroups']) }, 'Sara', 1)).toThrow(/^refused 0/)
})

test.each([
  [{ moreResultsAvailable: true }, true],
  [{ moreResultsAvailable: false }, false],
  [{}, null],
])('of %j it is known whether there is more', (said, moreResultsAvailable) => {
  const resource = parseResource({ ...said, _embedded: { contact: [] } }, 'https://lyncweb.contoso.com/')
  expect(parseSearch(resource)).toEqual({ contacts: [], groups: [], moreResultsAvailable })
})

test('a photo’s size stands beside what the server put into its link', () => {
  expect(photoOfSize(anHref('/photos/a@contoso.com?v=1'), 96)).toBe(
    'https://lyncweb.contoso.com/photos/a@contoso.com?v=1&size=HR96X96',
  )
})
