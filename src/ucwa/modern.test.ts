import { expect, test } from 'vitest'
import { authorityOf } from './modern.ts'

test.each([
  ['https://login.windows.net/common/oauth2/authorize', 'https://login.windows.net/common'],
  ['https://login.microsoftonline.com/t/oauth2/v2.0/authorize', 'https://login.microsoftonline.com/t/v2.0'],
  ['https://adfs.contoso.com/adfs/oauth2/authorize/', 'https://adfs.contoso.com/adfs'],
  ['https://id.contoso.com/auth', 'https://id.contoso.com'],
  ['https://id.contoso.com', 'https://id.contoso.com'],
])('of %s the authority is %s', (authorizationUri, authority) => {
  expect(authorityOf(authorizationUri)).toBe(authority)
})
