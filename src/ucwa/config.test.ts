import { expect, test } from 'vitest'
import { ConfigurationError, mistakesIn, parseConfiguration } from './config.ts'

test('what is left out is the least that can be', () => {
  expect(parseConfiguration({})).toEqual({
    autodiscover: { url: null, domain: null },
    signIn: { grants: ['windows', 'password', 'passive', 'modern'], windowsUnasked: false, modern: null },
    transport: 'auto',
    trustedDomains: [],
    company: null,
    customStatesUrl: null,
    branding: { name: null, logo: null, accent: null },
    defaults: { theme: 'system', density: 'list', grouping: 'group', sorting: 'name', language: null },
    features: {
      search: true,
      manageList: true,
      privacy: true,
      notifications: true,
      wallboard: true,
      lastActive: true,
    },
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
    'config.json, field autodiscover.url: expected an https address, found "lync". Write the whole address, as in "https://lyncdiscover.contoso.com/".',
  ],
  [
    { autodiscover: { url: 'http://lyncdiscover.contoso.com/' } },
    'config.json, field autodiscover.url: expected an https address, found "http://lyncdiscover.contoso.com/". Write the whole address, as in "https://lyncdiscover.contoso.com/".',
  ],
  [
    { autodiscover: { url: 3 } },
    'config.json, field autodiscover.url: expected an https address, found 3. Write the whole address, as in "https://lyncdiscover.contoso.com/".',
  ],
  [
    { autodiscover: { domain: 'contoso .com' } },
    'config.json, field autodiscover.domain: expected a domain, found "contoso .com". Write the name alone, as in "contoso.com": no https://, no slash.',
  ],
  [
    { autodiscover: [] },
    'config.json, field autodiscover: expected an object, found []. Put its fields between braces: { … }.',
  ],
  [
    { signIn: { grants: ['kerberos'] } },
    'config.json, field signIn.grants.0: expected one of "windows", "password", "passive", "modern", found "kerberos". Write one of these, or leave the field out.',
  ],
  [
    { signIn: { grants: [] } },
    'config.json, field signIn.grants: expected at least one grant, found []. Name one, or leave the field out to allow all.',
  ],
  [
    { signIn: { modern: { clientId: 'board', authority: 'http://adfs.contoso.com' } } },
    'config.json, field signIn.modern.authority: expected an https address, found "http://adfs.contoso.com". Write the whole address, as in "https://lyncdiscover.contoso.com/".',
  ],
  [
    { transport: 'xFrame' },
    'config.json, field transport: expected one of "auto", "cors", "xframe", found "xFrame". Write one of these, or leave the field out.',
  ],
  [
    { trustedDomains: 'contoso.com' },
    'config.json, field trustedDomains: expected a list of domains, found "contoso.com". Write a list, as in ["contoso.com"].',
  ],
  [
    { trustedDomains: ['https://a'] },
    'config.json, field trustedDomains.0: expected a domain, found "https://a". Write the name alone, as in "contoso.com": no https://, no slash.',
  ],
  [
    { sandbox: { users: [{ username: 'a', password: 'b' }] } },
    'config.json, field sandbox.users.0.name: expected a value, found nothing. Add it, or take out the field that it belongs to.',
  ],
  [
    { branding: { accent: 'blue' } },
    'config.json, field branding.accent: expected a colour, found "blue". Write a hash and six digits, as in "#3a60ce".',
  ],
  [
    { branding: { logo: 'https://cdn.example/logo.svg' } },
    'config.json, field branding.logo: expected a picture beside the page, found "https://cdn.example/logo.svg". Put a file that ends in .svg, .png, .webp or .jpg into the page’s folder, and write its name, as in "logo.svg".',
  ],
  [
    { features: { lastactive: false } },
    'config.json, field features.lastactive: there is no such field. Perhaps lastActive is meant.',
  ],
  [
    { signIn: { grants: ['modern'] } },
    'config.json, field signIn.grants: expected a way in that needs no registration, found ["modern"]. Add this page’s registration as signIn.modern, with its clientId, or name another way in.',
  ],
  [
    { customStatesUrl: 'https://files.fabrikam.com/s.xml', trustedDomains: ['contoso.com'] },
    'config.json, field customStatesUrl: expected an address of one of trustedDomains, found "https://files.fabrikam.com/s.xml". Add its domain to trustedDomains, or put the file into the page’s folder and write its name, as in "custom-states.xml".',
  ],
  [
    { colours: {} },
    'config.json, field colours: there is no such field. Take it out, or look its name up in docs/configuration.md.',
  ],
  [
    { autodiscovery: {} },
    'config.json, field autodiscovery: there is no such field. Perhaps autodiscover is meant.',
  ],
  [[], 'config.json: expected an object, found a list. Put its fields between braces: { … }.'],
  [null, 'config.json: expected an object, found null. Put its fields between braces: { … }.'],
])('a mistake is named with its field: %j', (json, sentence) => {
  expect(() => parseConfiguration(json)).toThrow(new ConfigurationError(sentence))
})

const PEOPLE = [{ username: 'lene', password: 'hunter2', name: 'Lene' }]

test.each<[string, unknown]>([
  ['people by name', { sandbox: { users: { lene: 'hunter2' } } }],
  ['a text for the people', { sandbox: { users: 'lene:hunter2' } }],
  ['a text for one of them', { sandbox: { users: ['lene:hunter2'] } }],
  ['a list for one of them', { sandbox: { users: [['lene', 'hunter2', 'Lene']] } }],
  ['a list for all of it', { sandbox: PEOPLE }],
  ['a password among the names', { sandbox: { users: [{ ...PEOPLE[0], name: ['hunter2'] }] } }],
  ['people where they do not belong', { trustedDomains: PEOPLE, company: { users: PEOPLE } }],
  ['a file in a list', [{ sandbox: { users: PEOPLE } }]],
  ['a file in a text', JSON.stringify({ sandbox: { users: PEOPLE } })],
])('a password is in no sentence: %s', (_, json) => {
  const sentences = mistakesIn(json).map(({ sentence }) => sentence)
  expect(sentences).not.toEqual([])
  expect(sentences.join(' ')).not.toContain('hunter2')
})

test.each([
  { signIn: { grants: ['modern'], modern: { clientId: 'board' } } },
  { signIn: { grants: ['modern', 'windows'] } },
  { customStatesUrl: 'custom-states.xml' },
  { customStatesUrl: 'https://files.Fabrikam.com/s.xml', trustedDomains: ['fabriKam.com'] },
  { customStatesUrl: 'http://127.0.0.1:4101/s.xml' },
])('what goes together is no mistake: %j', (json) => expect(mistakesIn(json)).toEqual([]))

test('every mistake is told, not only the first', () => {
  expect(
    mistakesIn({ transport: 'x', company: '', trustedDomains: ['a', 'b c'] }).map(({ field }) => field),
  ).toEqual(['transport', 'trustedDomains.1', 'company'])
  expect(
    mistakesIn({
      transport: 'x',
      signIn: { grants: ['modern'], windowsUnasked: 1 },
      customStatesUrl: 'https://files.fabrikam.com/s.xml',
    }).map(({ field }) => field),
  ).toEqual(['signIn.windowsUnasked', 'signIn.grants', 'transport', 'customStatesUrl'])
  expect(() => parseConfiguration({ transport: 'x', company: '' })).toThrow(
    /field transport: .* field company: /,
  )
})

test('an editor may be told where the schema lies', () => {
  expect(parseConfiguration({ $schema: './config.schema.json' })).toEqual(parseConfiguration({}))
})
