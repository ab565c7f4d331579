import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { challengeOf, parseChallenges } from './challenge.ts'

const oauth = (header: string) => {
  const found = challengeOf(parseChallenges(header), 'MsRtcOAuth')
  return found === null ? null : Object.fromEntries(found.parameters)
}

const HREF = 'https://lyncweb.contoso.com/WebTicket/oauthtoken'

test.each([
  [
    'it is printed as in "Create an application"',
    `MsRtcOAuth href="${HREF}",grant_type="urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password"`,
    { href: HREF, grant_type: 'urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password' },
  ],
  [
    'another challenge was joined before it',
    `Bearer trusted_issuers="00000002@contoso.com,other", client_id="00000004", MsRtcOAuth href="${HREF}",grant_type="password"`,
    { href: HREF, grant_type: 'password' },
  ],
  [
    'another was joined after it',
    `MsRtcOAuth href="${HREF}", grant_type="password", Bearer trusted_issuers=""`,
    { href: HREF, grant_type: 'password' },
  ],
  [
    'its href has no quotes, as in "Authentication in UCWA"',
    'MsRtcOAuth href=https://contoso.com/WebTicket/oauthtoken,grant_type="password"',
    { href: 'https://contoso.com/WebTicket/oauthtoken', grant_type: 'password' },
  ],
  ['its names are in another case', `msrtcoauth HREF = "${HREF}"`, { href: HREF }],
  ['a value holds what looks like a challenge', 'Basic realm="MsRtcOAuth href=evil"', null],
  [
    'there is a token68 before it',
    `Negotiate YIIJvwYGKwYBBQUCoIIJszCCCa+=, MsRtcOAuth href="${HREF}"`,
    { href: HREF },
  ],
  ['a quote never ends', 'MsRtcOAuth href="https://', {}],
  ['there is none', 'Bearer', null],
  ['there is nothing', '', null],
])('a challenge is read when %s', (_, header, expected) => {
  expect(oauth(header)).toEqual(expected)
})

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
const value = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n]/g, ''))
const challenge = fc.record({
  scheme: name,
  parameters: fc.uniqueArray(
    fc.tuple(
      name.map((one) => one.toLowerCase()),
      value,
    ),
    {
      selector: ([one]) => one,
      minLength: 1,
      maxLength: 4,
    },
  ),
})

test('whatever challenges are joined into one line, each is found again with its parameters', () =>
  fc.assert(
    fc.property(fc.array(challenge, { maxLength: 4 }), fc.constantFrom(',', ', ', ' , '), (all, comma) => {
      const line = all
        .map(
          ({ scheme, parameters }) =>
            `${scheme} ${parameters.map(([key, text]) => `${key}=${quoted(text)}`).join(comma)}`,
        )
        .join(comma)
      expect(
        parseChallenges(line).map(({ scheme, parameters }) => ({ scheme, parameters: [...parameters] })),
      ).toEqual(all)
    }),
  ))

test('no header makes it throw, or go on for ever', () =>
  fc.assert(fc.property(fc.string(), (header) => Array.isArray(parseChallenges(header)))))
