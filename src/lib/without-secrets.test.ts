import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecrets } from './without-secrets.ts'

test.each([
  ['words', 'The front end is draining', 'The front end is draining'],
  [
    'diagnostics name a server',
    '28070;source="lync-fe02.contoso.com";reason="Not allowed."',
    '28070;source="lync-fe02.contoso.com";reason="Not allowed."',
  ],
  ['a correlation is named', '7f3c1a90-2b6e-4d11-9c55-1f2e3d4c5b6a', '7f3c1a90-2b6e-4d11-9c55-1f2e3d4c5b6a'],
  [
    'a path names somebody',
    'status 404 from https://pool.contoso.com/ucwa/people/dana?x=1, in words',
    'status 404 from https://pool.contoso.com/…, in words',
  ],
  ['an origin is named', 'leads to https://fabrikam.com, which', 'leads to https://fabrikam.com, which'],
  ['somebody is named', 'sip:dana@contoso.com is not enabled', '(left out) is not enabled'],
  ['somebody is named in an escape', '/people/dana%40contoso.com', '(left out)'],
  ['a ticket is repeated', 'bad cwt=AAEBHAEFAAAAAAAFFQAAA', 'bad (left out)'],
  ['a token is repeated', `Bearer eyJ0eXAiOiJKV1Qi.eyJhdWQiOiI.c2lnbmF0dXJl`, 'Bearer (left out)'],
])('when %s', (_, text, expected) => {
  expect(withoutSecrets(text)).toBe(expected)
})

const base64 = fc.stringMatching(/^[\w+/=-]{40,120}$/)
const localPart = fc.stringMatching(/^[a-z][a-z0-9.-]{2,12}$/)
const words = fc.stringMatching(/^[ a-z.,;:"']{0,20}$/)

test('whatever stands around it, no token and no address gets through', () =>
  fc.assert(
    fc.property(words, base64, localPart, words, (before, token, person, after) => {
      const text = withoutSecrets(`${before} ${token} ${after} ${person}@contoso.com ${before}`)
      expect(text).not.toContain(token)
      expect(text).not.toContain(`${person}@`)
    }),
  ))
