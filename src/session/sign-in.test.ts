import { describe, expect, test } from 'vitest'
import { anHref } from '../testing/examples.ts'
import type { WayInRequest } from '../ucwa/ucwa-client.ts'
import type { WayIn } from '../ucwa/way-in.ts'
import { NO_REASON, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import type { Href } from '../ucwa/hal.ts'
import { signIn } from './sign-in.ts'

const REQUEST = {
  address: 'lenea@contoso.com',
  password: 'secret',
  picked: null,
  passed: [],
  onlyWatch: false,
  onPage: async () => null,
}
const EVENTS = anHref()

async function signingIn(wayIn: WayIn, open: () => Promise<Href> = async () => EVENTS) {
  const steps: string[] = []
  const client = {
    signIn: async ({ onStep }: WayInRequest) => {
      onStep('finding', 'lyncdiscover.contoso.com')
      onStep('signingIn', 'lyncweb.contoso.com')
      return wayIn
    },
    open,
  }
  const outcome = await signIn(
    client,
    REQUEST,
    (step, host) => steps.push(`${step} ${host ?? '-'}`),
    new AbortController().signal,
  )
  return { outcome, steps }
}

const FOUND: WayIn = { kind: 'found', host: 'lyncweb.contoso.com' }
const TOO_MANY: UcwaFailure = {
  kind: 'refused',
  status: 410,
  reason: { ...NO_REASON, subcode: 'TooManyApplications' },
}

describe('signing in', () => {
  test('shows its three steps, and answers where the events are', async () => {
    const { outcome, steps } = await signingIn(FOUND)
    expect(outcome).toEqual({ kind: 'signedIn', events: EVENTS })
    expect(steps).toEqual([
      'finding -',
      'finding lyncdiscover.contoso.com',
      'signingIn lyncweb.contoso.com',
      'opening lyncweb.contoso.com',
    ])
  })

  test.each<WayIn>([
    { kind: 'badAddress' },
    { kind: 'wrongPassword' },
    { kind: 'passwordNeeded' },
    { kind: 'windowsUnasked' },
    { kind: 'windowsRefused' },
    { kind: 'homedOnline', host: 'webdir1a.online.lync.com' },
    { kind: 'serverNotFound', domain: 'contoso.com', asked: ['lyncdiscover.contoso.com'] },
    { kind: 'originNotAllowed', origin: 'https://board', host: 'lyncweb.contoso.com', told: '28070' },
    { kind: 'noGrant', offered: ['urn:x'] },
    { kind: 'frameRefused', url: 'https://lyncweb.contoso.com/xframe' },
    { kind: 'notTrusted', origin: 'https://elsewhere', namedBy: 'https://lyncdiscover.contoso.com' },
  ])('hands on why there is no way in: $kind', async (wayIn) => {
    const { outcome } = await signingIn(wayIn)
    expect(outcome).toEqual(wayIn)
  })

  test('says at which step it stopped, when the way in fails otherwise', async () => {
    const because: UcwaFailure = { kind: 'malformed', detail: '<html>' }
    const { outcome } = await signingIn({ kind: 'other', host: 'lyncweb.contoso.com', because })
    expect(outcome).toEqual({ kind: 'other', step: 'signingIn', host: 'lyncweb.contoso.com', because })
  })

  test('says at which step it stopped, when there is no application for us', async () => {
    const { outcome } = await signingIn(FOUND, async () => {
      throw new UcwaError(TOO_MANY)
    })
    expect(outcome).toEqual({
      kind: 'other',
      step: 'opening',
      host: 'lyncweb.contoso.com',
      because: TOO_MANY,
    })
  })

  test('does not hide a bug as a failure', async () => {
    await expect(
      signingIn(FOUND, async () => {
        throw new TypeError('ours')
      }),
    ).rejects.toThrow('ours')
  })
})
