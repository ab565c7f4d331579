import { expect, test } from 'vitest'
import { aContact } from '../../testing/examples.ts'
import { toSipUri } from '../../ucwa/hal.ts'
import { addressOf, callHref, chatHref, mailHref, skypeCallHref, telephone } from './numbers.ts'

test.each<[string, string, string | null, string | null]>([
  ['tel:+1425554321;ext=54321', '+1425554321', '54321', 'tel:+1425554321;ext=54321'],
  ['tel:4255551212;phone-context=defaultprofile', '4255551212', null, 'tel:4255551212'],
  ['+45 33 48 72 19', '+45 33 48 72 19', null, 'tel:+4533487219'],
  [' TEL:(425) 555-1212 ', '(425) 555-1212', null, 'tel:4255551212'],
  ['ask the reception', 'ask the reception', null, null],
  ['javascript:alert(1)', 'javascript:alert(1)', null, null],
  ['', '', null, null],
])('the number %j is read as %j', (text, number, extension, href) => {
  expect(telephone(text)).toEqual({ number, extension, href })
})

test('an address keeps its escapes, and loses its capitals', () => {
  const uri = toSipUri('sip:Lin.O%27Neil@Contoso.com')
  expect(addressOf(uri)).toBe('lin.o%27neil@contoso.com')
  expect(chatHref(uri)).toBe('im:lin.o%27neil@contoso.com')
})

test('a call goes to the first number that is one, and else to the address', () => {
  const of = { uri: toSipUri('sip:dana@contoso.com') }
  expect(callHref(aContact({ ...of, workPhoneNumber: 'reception', mobilePhoneNumber: 'tel:+4520' }))).toBe(
    'tel:+4520',
  )
  expect(callHref(aContact(of))).toBe('sip:dana@contoso.com')
})

test('whom a call reaches by telephone can be called by Skype for Business as well', () => {
  const of = { uri: toSipUri('sip:dana@contoso.com') }
  expect(skypeCallHref(aContact({ ...of, workPhoneNumber: 'tel:+4520' }))).toBe('sip:dana@contoso.com')
  expect(skypeCallHref(aContact({ ...of, workPhoneNumber: 'reception' }))).toBe(null)
  expect(skypeCallHref(aContact(of))).toBe(null)
})

test('nothing in an address adds to the mail', () => {
  expect(mailHref('dana@contoso.com?bcc=eve@evil.example')).toBe(
    'mailto:dana@contoso.com%3Fbcc%3Deve@evil.example',
  )
})
