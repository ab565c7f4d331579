import { describe, expect, test } from 'vitest'
import { GRANTS, grantsToTry, knownGrants, type Grant, type GrantChoice } from './grants.ts'

const aChoice = (of: Partial<GrantChoice> = {}): GrantChoice => ({
  order: GRANTS,
  picked: null,
  hasPassword: false,
  mayTryWindows: false,
  canUseModern: true,
  ...of,
})

describe('of all that is offered, one tries', () => {
  test.each<[string, Partial<GrantChoice>, readonly Grant[]]>([
    [
      'what needs neither a password nor a browser’s dialog, when nothing was typed',
      {},
      ['passive', 'modern'],
    ],
    ['the password first, when one was typed', { hasPassword: true }, ['password', 'passive', 'modern']],
    ['Windows first, when it worked before', { mayTryWindows: true }, ['windows', 'passive', 'modern']],
    ['Windows alone, when its button was pressed', { picked: 'windows', hasPassword: true }, ['windows']],
    [
      'them in the order of the configuration, when it has one',
      { order: ['modern', 'passive', 'windows'], mayTryWindows: true },
      ['modern', 'passive', 'windows'],
    ],
    [
      'a typed password before Windows that would work unasked',
      { mayTryWindows: true, hasPassword: true },
      ['password', 'windows', 'passive', 'modern'],
    ],
    [
      'no password, when the configuration forbids it',
      { order: ['passive'], hasPassword: true },
      ['passive'],
    ],
    ['nothing modern, when this page is registered nowhere', { canUseModern: false }, ['passive']],
    ['nothing, when the button’s grant is forbidden', { order: ['password'], picked: 'windows' }, []],
  ])('%s', (_, choice, expected) => {
    expect(grantsToTry(GRANTS, aChoice(choice)).grants).toEqual(expected)
  })
})

test('what is not offered is not tried', () => {
  expect(grantsToTry(['password'], aChoice({ hasPassword: true })).grants).toEqual(['password'])
  expect(grantsToTry(['windows'], aChoice({ hasPassword: true })).grants).toEqual([])
})

test('the reasons are told, of each', () => {
  expect(grantsToTry(['windows', 'password', 'passive'], aChoice({ canUseModern: false })).reasons).toEqual({
    windows: 'notAsked',
    password: 'notTyped',
    passive: 'inOrder',
    modern: 'notConfigured',
  })
})

test('an unknown grant of the server’s is no grant of ours', () => {
  expect(knownGrants(['urn:microsoft.rtc:anonmeeting', 'password', 'urn:microsoft.rtc:windows'])).toEqual([
    'windows',
    'password',
  ])
})
