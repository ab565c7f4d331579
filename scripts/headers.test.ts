import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { ASKED_EACH_TIME, CACHED_FOR_EVER, iisFor, nginxFor, securityHeaders } from './headers.mjs'

const CONTOSO = { site: 'presence.contoso.com', domains: ['contoso.com'] }
const delivered = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'deployment', name), 'utf8')

const inNginx = (text: string): [string, string][] =>
  Array.from(text.matchAll(/^ *add_header (\S+) "(.*)" always;$/gm), ([, name = '', value = '']) => [
    name,
    value,
  ])
const inIis = (text: string): [string, string][] =>
  Array.from(text.matchAll(/<add name="(.*)" value="(.*)" \/>/g), ([, name = '', value = '']) => [
    name,
    value,
  ])

test('what is delivered is what is printed for contoso.com', () => {
  expect(delivered('nginx.conf')).toBe(nginxFor(CONTOSO))
  expect(delivered('web.config')).toBe(iisFor(CONTOSO))
})

test('nginx and IIS send the same headers', () => {
  expect(inNginx(delivered('nginx.conf'))).toEqual(securityHeaders(CONTOSO.domains))
  expect(inIis(delivered('web.config'))).toEqual(securityHeaders(CONTOSO.domains))
})

test('nginx and IIS let the same be kept', () => {
  expect(delivered('nginx.conf')).toMatch(
    new RegExp(`default +"${ASKED_EACH_TIME}";\\s+~\\*/assets/ +"${CACHED_FOR_EVER}";`),
  )
  const [everywhere = '', below = ''] = delivered('web.config').split('<location path="assets">')
  expect(everywhere).toContain(`cacheControlCustom="${ASKED_EACH_TIME}"`)
  expect(below).toContain(`cacheControlCustom="${CACHED_FOR_EVER}"`)
})

test('the policy names every domain, and lets in nothing inline and nothing evaluated', () => {
  const [[, policy] = ['', '']] = securityHeaders(['contoso.com', 'fabrikam.com:8443'])
  expect(policy).toContain("connect-src 'self' https://*.contoso.com https://*.fabrikam.com:8443;")
  expect(policy).not.toMatch(/unsafe-|\*[^.]/)
})
