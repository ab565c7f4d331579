import { expect, test } from 'vitest'
import { parseConfiguration } from '../ucwa/config.ts'
import { isLoopback } from '../ucwa/trust.ts'
import { waysInOf, type WaysIn } from './ways-in.ts'

test.each<[string, object, string, Partial<WaysIn>]>([
  [
    'nothing is configured',
    {},
    'https://presence.contoso.com',
    { windows: true, password: 'offered', page: true, needsAddress: true },
  ],
  ['the page comes by plain http', {}, 'http://presence', { windows: true, password: 'plainHttp' }],
  ['the page is on this machine', {}, 'http://127.0.0.1:8080', { password: 'offered' }],
  [
    'passwords are not wanted',
    { signIn: { grants: ['windows'] } },
    'http://presence',
    { windows: true, password: 'notConfigured', page: false },
  ],
  [
    'modern authentication is wanted, and this page registered nowhere',
    { signIn: { grants: ['windows', 'modern'] } },
    'https://presence.contoso.com',
    { page: false },
  ],
  [
    'the configuration says where the server is',
    { autodiscover: { domain: 'contoso.com' } },
    'https://presence.contoso.com',
    { needsAddress: false },
  ],
])('what is offered when %s', (_, configuration, pageOrigin, expected) => {
  expect(waysInOf(parseConfiguration(configuration), pageOrigin, isLoopback)).toMatchObject(expected)
})
