import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXmlInput, xmlReason, xmlResource } from './xml.ts'

const RESOURCE = {
  activity: 'Off Work',
  availability: 'DoNotDisturb',
  _links: { self: { href: '/ucwa/v1/applications/192/me/presence' } },
  rel: 'presence',
}

describe('as presence_ref.md prints it', () => {
  test('a resource', () => {
    expect(xmlResource(RESOURCE)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<resource rel="presence" href="/ucwa/v1/applications/192/me/presence" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <property name="rel">presence</property>
  <property name="activity">Off Work</property>
  <property name="availability">DoNotDisturb</property>
</resource>`)
  })

  test('input', () => {
    expect(
      readXmlInput(`<?xml version="1.0" encoding="utf-8"?>
<input xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <property name="availability">Online</property>
</input>`),
    ).toEqual({ availability: 'Online' })
  })
})

test('a reason is as ErrorsAndInformationalMessages.md prints it, without what there is none of', () => {
  expect(xmlReason({ code: 'Conflict', message: 'A < B' })).toBe(`<?xml version="1.0" encoding="utf-8"?>
<reason xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <code>Conflict</code>
  <message>A &lt; B</message>
</reason>`)
})

test('links and lists are as PayloadFormat.md says', () => {
  const xml = xmlResource({ ...RESOURCE, names: ['a', 'b'], _links: { other: { href: '/a?b&c' } } })
  expect(xml).toContain('<propertyList name="names"><item>a</item><item>b</item></propertyList>')
  expect(xml).toContain('<link rel="other" href="/a?b&amp;c" />')
})

test('resources inside others, and words for true and false, are as phones_ref.md prints them', () => {
  const phone = { includeInContactCard: false, _links: { self: { href: '/phone' } }, rel: 'phone' }
  const xml = xmlResource({
    _links: { self: { href: '/phones' } },
    _embedded: { phone: [phone] },
    rel: 'phones',
  })
  expect(xml).toBe(`<?xml version="1.0" encoding="utf-8"?>
<resource rel="phones" href="/phones" xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">
  <property name="rel">phones</property>
  <resource rel="phone" href="/phone">
    <property name="rel">phone</property>
    <property name="includeInContactCard">False</property>
  </resource>
</resource>`)
})

describe('when input is', () => {
  test.each<[string, string, Readonly<Record<string, string | readonly string[]>> | null]>([
    ['empty', '<input xmlns="x"/>', {}],
    ['empty between tags', '<input></input>', {}],
    ['an empty property', '<input><property name="a"/></input>', { a: '' }],
    ['of another name', '<output><property name="a">b</property></output>', null],
    ['not closed', '<input><property name="a">b</property>', null],
    ['with a link, which is ignored', '<input><link rel="a" href="b" /></input>', {}],
    [
      'a list',
      '<input><propertyList name="a"><item>b</item> <item>c</item></propertyList></input>',
      { a: ['b', 'c'] },
    ],
    ['a resource played back', '<resource rel="x"><property name="a">b</property></resource>', { a: 'b' }],
    ['another resource inside', '<resource><resource rel="x"></resource></resource>', null],
    ['text', '<input>Online</input>', null],
    ['JSON', '{"availability":"Online"}', null],
    ['nothing', '', null],
  ])('%s', (_, xml, expected) => {
    expect(readXmlInput(xml)).toEqual(expected)
  })
})

test('whatever text a property holds comes out as it went in', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [, element] =
        /\n {2}(<property name="note">[^]*<\/property>)\n<\/resource>$/.exec(
          xmlResource({ note: text, _links: {}, rel: 'x' }),
        ) ?? []
      expect(readXmlInput(`<input>${element}</input>`)).toEqual({ note: text })
    }),
  ))
