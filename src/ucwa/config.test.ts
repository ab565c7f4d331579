import { expect, test } from 'vitest'
import { ConfigurationError, parseConfiguration } from './config.ts'

test('what is left out is the least that can be', () => {
  expect(parseConfiguration({})).toEqual({
    autodiscover: { url: null, domain: null },
    signIn: { grants: ['windows', 'password', 'passive', 'modern'], windowsUnasked: false, modern: null },
    transport: 'auto',
    trustedDomains: [],
    company: null,
    sandbox: null,
  })
})

test('modern authentication needs no more than an identifier', () => {
  expect(parseConfiguration({ signIn: { modern: { clientId: 'board' } } }).signIn.modern).toEqual({
    clientId: 'board',
    authority: null,
    scope: 'openid offline_access',
  })
})

test('http will do on this machine', () => {
  for (const url of ['http://127.0.0.1:4101/', 'http://localhost:4101/', 'http://[::1]:4101/']) {
    expect(parseConfiguration({ autodiscover: { url } }).autodiscover.url).toBe(url)
  }
})

test.each([
  [
    { autodiscover: { url: 'lync' } },
    'config.json, field autodiscover.url: expected an https address, found "lync".',
  ],
  [
    { autodiscover: { url: 'http://lyncdiscover.contoso.com/' } },
    'config.json, field autodiscover.url: expected an https address, found "http://lyncdiscover.contoso.com/".',
  ],
  [{ autodiscover: { url: 3 } }, 'config.json, field autodiscover.url: expected an https address, found 3.'],
  [
    { autodiscover: { domain: 'contoso .com' } },
    'config.json, field autodiscover.domain: expected a domain, found "contoso .com".',
  ],
  [{ autodiscover: [] }, 'config.json, field autodiscover: expected an object, found [].'],
  [
    { signIn: { grants: ['kerberos'] } },
    'config.json, field signIn.grants.0: expected one of windows, password, passive, modern, found "kerberos".',
  ],
  [{ signIn: { grants: [] } }, 'config.json, field signIn.grants: expected at least one grant, found [].'],
  [
    { signIn: { modern: { clientId: 'board', authority: 'http://adfs.contoso.com' } } },
    'config.json, field signIn.modern.authority: expected an https address, found "http://adfs.contoso.com".',
  ],
  [
    { transport: 'xFrame' },
    'config.json, field transport: expected "auto", "cors" or "xframe", found "xFrame".',
  ],
  [
    { trustedDomains: 'contoso.com' },
    'config.json, field trustedDomains: expected a list of domains, found "contoso.com".',
  ],
  [
    { trustedDomains: ['https://a'] },
    'config.json, field trustedDomains.0: expected a domain, found "https://a".',
  ],
  [
    { sandbox: { users: [{ username: 'a', password: 'b' }] } },
    'config.json, field sandbox.users.0.name: expected a value, found nothing.',
  ],
  [{ autodiscovery: {} }, 'config.json, field autodiscovery: there is no such field.'],
  [[], 'config.json: expected an object, found [].'],
  [null, 'config.json: expected an object, found null.'],
])('a mistake is named with its field: %j', (json, sentence) => {
  expect(() => parseConfiguration(json)).toThrow(new ConfigurationError(sentence))
})
