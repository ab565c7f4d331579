import { expect, test } from 'vitest'
import { parseConfiguration } from './config.ts'
import { createTrust } from './trust.ts'

const SANDBOX = { autodiscover: { url: 'http://127.0.0.1:4101/' } }

test.each<[string, string | null, object, string, boolean]>([
  ['below the sign-in domain', 'contoso.com', {}, 'https://lyncweb.contoso.com/ucwa', true],
  ['the sign-in domain itself', 'Contoso.com', {}, 'https://CONTOSO.com/', true],
  ['merely ending alike', 'contoso.com', {}, 'https://evilcontoso.com/', false],
  ['merely beginning alike', 'contoso.com', {}, 'https://contoso.com.evil.example/', false],
  ['with the domain as its user', 'contoso.com', {}, 'https://lyncweb.contoso.com@evil.example/', false],
  ['by http', 'contoso.com', {}, 'http://lyncweb.contoso.com/', false],
  ['no address at all', 'contoso.com', {}, 'lyncweb', false],
  ['a script', 'contoso.com', {}, 'javascript:alert(1)', false],
  ['another domain', 'contoso.com', {}, 'https://lyncweb.fabrikam.com/', false],
  [
    'below a trusted domain',
    'contoso.com',
    { trustedDomains: ['Fabrikam.com'] },
    'https://a.fabrikam.com/',
    true,
  ],
  [
    'below the configured domain',
    null,
    { autodiscover: { domain: 'contoso.com' } },
    'https://a.contoso.com/',
    true,
  ],
  [
    'where the configuration starts',
    null,
    { autodiscover: { url: 'https://x.example/r' } },
    'https://x.example/a',
    true,
  ],
  [
    'beside where it starts',
    null,
    { autodiscover: { url: 'https://x.example/' } },
    'https://y.example/',
    false,
  ],
  ['this machine, which the sandbox is on', 'w1.example', SANDBOX, 'http://127.0.0.1:4102/', true],
  ['this machine, out of the blue', 'contoso.com', {}, 'http://127.0.0.1:4102/', false],
  ['this machine by https, out of the blue', 'contoso.com', {}, 'https://localhost/', false],
  ['elsewhere by http, though we start here', 'w1.example', SANDBOX, 'http://lyncweb.w1.example/', false],
])('an address %s is trusted or not', (_, domain, configuration, url, expected) => {
  const trust = createTrust(parseConfiguration(configuration))
  trust.begin(domain)
  expect(trust.trusts(url)).toBe(false) // named by nobody yet
  expect(trust.admit(url)).toBe(expected)
  expect(trust.trusts(url)).toBe(expected)
})

test('the next person starts with no trusted origin', () => {
  const trust = createTrust(parseConfiguration({}))
  trust.begin('contoso.com')
  trust.admit('https://lyncweb.contoso.com/')
  trust.begin('fabrikam.com')
  expect(trust.trusts('https://lyncweb.contoso.com/')).toBe(false)
  expect(trust.admit('https://lyncweb.contoso.com/')).toBe(false)
})
