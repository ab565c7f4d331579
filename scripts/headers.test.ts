import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { ASKED_EACH_TIME, CACHED_FOR_EVER, securityHeaders } from './headers.mjs'
import { printedAsDocumented } from './printed-as-documented.mjs'

const CONTOSO = ['contoso.com']
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

const folder = mkdtempSync(join(tmpdir(), 'presence-board-headers-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['nginx', 'nginx.conf'],
  ['iis', 'web.config'],
] as const)(
  'what the documented command for %s puts into its file is what is delivered, and nothing more',
  (server, name) => expect(printedAsDocumented({ server, folder })).toBe(delivered(name)),
  60_000, // a whole npm is started
)

test('nginx and IIS send the same headers', () => {
  expect(inNginx(delivered('nginx.conf'))).toEqual(securityHeaders(CONTOSO))
  expect(inIis(delivered('web.config'))).toEqual(securityHeaders(CONTOSO))
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
