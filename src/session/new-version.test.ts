import fc from 'fast-check'
import { expect, test } from 'vitest'
import { versionStep, type VersionSituation } from './new-version.ts'

const THERE: VersionSituation = {
  isThere: true,
  isWriting: false,
  isPublishing: false,
  signIn: 'signedIn',
  isTouched: false,
  isSilent: false,
  isOnWall: false,
}

test.each<[string, Partial<VersionSituation>, ReturnType<typeof versionStep>]>([
  ['somebody has just signed out, it is taken', { signIn: 'signedOut' }, 'take'],
  ['signing in has failed, it is offered beside the reason', { signIn: 'failed' }, 'offer'],
  ['it has failed unasked, the reason stays too', { signIn: 'failed', isSilent: true }, 'offer'],
  [
    'it has failed on a wall, where nobody reads why, it is taken',
    { signIn: 'failed', isOnWall: true },
    'take',
  ],
  [
    'somebody is at the wall after all, it is offered',
    { signIn: 'failed', isOnWall: true, isTouched: true },
    'offer',
  ],
  ['somebody types their password, it waits', { signIn: 'signedOut', isTouched: true }, 'nothing'],
  ['a sign-in is under way, it waits', { signIn: 'underWay', isSilent: true }, 'nothing'],
  ['signing in again would ask for a password, it is offered', {}, 'offer'],
  [
    'it is not known yet what became of a choice, it waits',
    { isSilent: true, isPublishing: true },
    'nothing',
  ],
  ['signing in again asks for nothing, it is taken', { isSilent: true }, 'take'],
])('when %s', (_, situation, step) => {
  expect(versionStep({ ...THERE, ...situation })).toBe(step)
})

test('whatever else is so, a half-written text, a choice under way and the absence of anything newer leave the page alone', () =>
  fc.assert(
    fc.property(
      fc.record({
        isThere: fc.boolean(),
        isWriting: fc.boolean(),
        isPublishing: fc.boolean(),
        signIn: fc.constantFrom(
          'signedOut' as const,
          'underWay' as const,
          'failed' as const,
          'signedIn' as const,
        ),
        isTouched: fc.boolean(),
        isSilent: fc.boolean(),
        isOnWall: fc.boolean(),
      }),
      (situation) => {
        fc.pre(situation.isWriting || situation.isPublishing || !situation.isThere)
        expect(versionStep(situation)).toBe('nothing')
      },
    ),
  ))
