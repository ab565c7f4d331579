import { describe, expect, test } from 'vitest'
import { createDiagnosticsRecorder } from '../../session/diagnostics-recorder.ts'
import { nothingRecorded, TOKEN_REL, type Diagnostics } from '../../session/diagnostics.ts'
import type { SignInFailure } from '../../session/sign-in.ts'
import { anAskedRequest, aTrouble } from '../../testing/diagnostics-examples.ts'
import { createHandTurnedClock } from '../../testing/hand-turned-clock.ts'
import { NO_REASON } from '../../ucwa/errors.ts'
import { parseConfiguration } from '../../ucwa/config.ts'
import { en } from '../words/en/en.ts'
import { enDiagnostics } from '../words/en/diagnostics.ts'
import { hiddenIn } from './causes.ts'
import type { Facts } from './facts.ts'
import { reportOf } from './report.ts'
import { verdictOf } from './verdict.ts'

const clock = createHandTurnedClock()

const facts = (of: Partial<Facts> = {}): Facts => ({
  thisPage: {
    version: '1.4.0',
    origin: 'https://presence.contoso.com',
    browser: 'Edge 139, Windows',
    lacking: [],
  },
  configuration: parseConfiguration({}),
  signIn: { kind: 'signedIn', address: 'lenea@contoso.com', onlyWatch: false },
  connection: { kind: 'live' },
  diagnostics: nothingRecorded(clock.now()),
  customStates: { kind: 'none' },
  nowMs: clock.now(),
  ...of,
})

const TUESDAY_MS = new Date(2026, 10, 17, 10, 42, 9).getTime()
const FRIDAY_MS = new Date(2026, 10, 20, 10, 42, 9).getTime()
const CLOCK = /\d\d:\d\d/

/** All that has a time, at that one. */
const recordOf = (atMs: number): Diagnostics => ({
  ...nothingRecorded(atMs),
  signIn: { beganAtMs: atMs, tookMs: 70 },
  token: { atMs, renewals: 2, expiresAtMs: atMs },
  application: { atMs, times: 1, tookMs: 91, culture: 'en-GB' },
  channel: {
    state: 'listening',
    sinceMs: atMs,
    askedAtMs: atMs,
    dueByMs: atMs,
    lastAnswer: { atMs, events: 3, gap: false },
  },
  interruptions: [{ fromMs: atMs, toMs: atMs + 5000, because: null }],
  lastTrouble: {
    ...aTrouble(),
    atMs,
    solvedAtMs: atMs + 5000,
    method: 'GET',
    host: 'lyncweb.contoso.com',
    server: null,
  },
  happened: [{ kind: 'live', atMs }],
})

const failed = (because: SignInFailure): Partial<Facts> => ({
  signIn: { kind: 'failed', request: { address: 'lenea@contoso.com', onlyWatch: false }, because },
  connection: { kind: 'connecting' },
})

const refusedAs = (message: string): Partial<Facts> =>
  failed({
    kind: 'other',
    step: 'opening',
    host: 'pool.contoso.com',
    because: { kind: 'refused', status: 403, reason: { ...NO_REASON, message } },
  })

const report = (of: Partial<Facts> = {}) => reportOf(facts(of), en, enDiagnostics)
const verdict = (of: Partial<Facts> = {}) => verdictOf(facts(of), en, enDiagnostics)

describe('the verdict tells apart', () => {
  test.each<[string, Partial<Facts>, string, string]>([
    ['that all is well', {}, 'works', 'Everything works.'],
    [
      'a mistake in the configuration',
      { configuration: { mistakes: ['config.json, field transport: …'] }, signIn: { kind: 'signedOut' } },
      'fails',
      'The configuration has a mistake.',
    ],
    [
      'a frame that does not come up',
      failed({ kind: 'frameRefused', url: 'https://pool.contoso.com/xframe' }),
      'fails',
      'The server’s connection page could not be opened.',
    ],
    [
      'an origin that is not on the list',
      failed({
        kind: 'originNotAllowed',
        origin: 'https://presence.contoso.com',
        host: 'pool.contoso.com',
        told: '28070;reason="Not allowed."',
      }),
      'fails',
      'Your server does not know this page yet',
    ],
    [
      'a server that is not found',
      failed({ kind: 'serverNotFound', domain: 'contoso.com', asked: ['lyncdiscover.contoso.com'] }),
      'fails',
      'No server found for contoso.com.',
    ],
    ['that nobody is signed in', { signIn: { kind: 'signedOut' } }, 'waits', 'Nobody is signed in.'],
    [
      'a server that is silent now',
      {
        connection: { kind: 'reconnecting', nextTryAtMs: null, because: { kind: 'unreachable', detail: '' } },
      },
      'fails',
      'The server is not heard now.',
    ],
  ])('%s', (_, of, look, title) => {
    expect(verdict(of)).toMatchObject({ look, title })
  })
})

describe('what the browser hides is listed with the hosts to open by hand', () => {
  test.each<[string, Partial<Facts>, ReturnType<typeof hiddenIn>]>([
    ['nothing, where all is well', {}, null],
    [
      'every host that did not answer',
      failed({
        kind: 'serverNotFound',
        domain: 'contoso.com',
        asked: ['lyncdiscoverinternal.contoso.com', 'lyncdiscover.contoso.com'],
      }),
      {
        kind: 'silent',
        urls: ['https://lyncdiscoverinternal.contoso.com/', 'https://lyncdiscover.contoso.com/'],
      },
    ],
    [
      'the host that the configuration names, as it names it',
      {
        configuration: parseConfiguration({ autodiscover: { url: 'http://127.0.0.1:4101/' } }),
        ...failed({ kind: 'serverNotFound', domain: 'contoso.com', asked: ['127.0.0.1:4101'] }),
      },
      { kind: 'silent', urls: ['http://127.0.0.1:4101/'] },
    ],
    [
      'the page of a blocked frame',
      failed({ kind: 'frameRefused', url: 'https://pool.contoso.com/xframe' }),
      { kind: 'frame', urls: ['https://pool.contoso.com/xframe'] },
    ],
    [
      'nothing that a click would run',
      failed({ kind: 'frameRefused', url: 'javascript:alert(1)' }),
      { kind: 'frame', urls: [] },
    ],
    [
      'nothing, where the server said itself what it minds',
      failed({ kind: 'originNotAllowed', origin: 'https://p', host: 'pool.contoso.com', told: '28070' }),
      null,
    ],
  ])('%s', (_, of, hidden) => {
    expect(hiddenIn(facts(of))).toEqual(hidden)
  })
})

describe('the report', () => {
  const recorded = () => {
    let diagnostics = nothingRecorded(clock.now())
    const recorder = createDiagnosticsRecorder(clock, (now) => {
      diagnostics = now
    })
    recorder.signInBegan()
    recorder.asked(anAskedRequest({ method: 'POST', rel: TOKEN_REL }))
    recorder.discovered({
      startedAtMs: clock.now(),
      domain: 'contoso.com',
      from: 'sign-in domain',
      steps: [
        {
          atMs: clock.now(),
          asked: 'root',
          url: 'https://lyncdiscoverinternal.contoso.com/',
          transport: 'cors',
          answer: 'noAnswer',
          detail: null,
        },
        {
          atMs: clock.now(),
          asked: 'user',
          url: 'https://pool.contoso.com/root/user/lenea@contoso.com',
          transport: 'xframe',
          answer: 200,
          detail: 'for lenea@contoso.com',
        },
      ],
      transports: { 'pool.contoso.com': { kind: 'xframe', because: 'rootUnreadable' } },
      grants: { offered: ['password'], reasons: null, used: 'password' },
      pool: 'https://pool.contoso.com',
      outcome: 'found',
    })
    recorder.opened({ tookMs: 91, culture: 'en-GB' })
    recorder.asked(
      anAskedRequest({
        trouble: aTrouble({
          message: 'sip:lenea@contoso.com cannot be served with cwt=AAEBHAEFAAAA',
          correlation: '7f3c1a90-2b6e-4d11',
        }),
      }),
    )
    return diagnostics
  }

  test('says what was asked, by which way and why, and what went wrong in whose words', () => {
    const text = report({ diagnostics: recorded() })
    expect(text).toContain('Root: lyncdiscoverinternal.contoso.com by CORS: no answer')
    expect(text).toContain('Transport: XFrame to pool.contoso.com (CORS is not offered here)')
    expect(text).toContain('Way: Address and password')
    expect(text).toContain('Last error (not solved)')
    expect(text).toContain('What: 503 ServiceUnavailable, subcode none')
    expect(text).toContain('Correlation: 7f3c1a90-2b6e-4d11')
  })

  test('tells what was on another day with that day, line by line', () => {
    const day = en.moments.day(TUESDAY_MS, FRIDAY_MS) ?? 'no day'
    const [, ...lines] = report({ diagnostics: recordOf(TUESDAY_MS), nowMs: FRIDAY_MS }).split('\n')
    const dated = lines.filter((line) => CLOCK.test(line))
    expect(dated.filter((line) => !new RegExp(`${day} (at )?${CLOCK.source}`).test(line))).toEqual([])
    expect(dated).toEqual([
      'Everything works. Signed in for 72 h 0 min. One interruption, 5 seconds on 17 Nov at 10:42.',
      '  Token: renewed on 17 Nov at 10:42:09, 2 times in all',
      '  Ends: 17 Nov 10:42:09; renewed a minute before that, or when the server asks for it',
      '  Created: 17 Nov 10:42:09, kept since',
      '  Last answer: 17 Nov 10:42:09, 3 events',
      '  Next due by: 17 Nov 10:42:09',
      '  When: 17 Nov 10:42:09, solved after 5 seconds',
      '  17 Nov 10:42:09  Live: the channel is open',
    ])
  })

  test('tells what was today by its time alone', () => {
    const text = report({ diagnostics: recordOf(TUESDAY_MS), nowMs: TUESDAY_MS + 60_000 })
    expect(text).toContain('  10:42:09  Live: the channel is open')
    expect(text).toContain('One interruption, 5 seconds at 10:42.')
    expect(text).not.toContain('17 Nov')
  })

  test('tells an open error of last year with its year', () => {
    const { lastTrouble, ...rest } = recordOf(TUESDAY_MS)
    const open = lastTrouble === null ? null : { ...lastTrouble, solvedAtMs: null }
    const nextYear = new Date(2027, 0, 4, 9).getTime()
    const text = report({ diagnostics: { ...rest, lastTrouble: open }, nowMs: nextYear })
    expect(text).toContain('  When: 17 Nov 2026 10:42:09\n')
  })

  test('names nobody, and has no token and no password in it', () => {
    const sandbox = { users: [{ username: 'lenea@contoso.com', password: 'hunter2', name: 'Lene Aaling' }] }
    const configuration = parseConfiguration({ sandbox })
    for (const of of [
      { diagnostics: recorded(), configuration },
      refusedAs('lenea@contoso.com is not enabled'),
    ]) {
      const text = report(of)
      for (const secret of ['lenea', 'Lene', 'hunter2', 'cwt=']) expect(text).not.toContain(secret)
    }
  })

  test('says what is missing over plain http, and what follows from it', () => {
    const page = { ...facts().thisPage, lacking: ['secureContext', 'clipboard'] as const }
    expect(report({ thisPage: page })).toContain('Clipboard: texts are marked and copied by hand.')
  })

  test('names the field of each mistake in the configuration', () => {
    const mistakes = [
      'config.json, field autodiscover.url: expected an https address, found "lync".',
      'config.json, field brandng: there is no such field.',
    ]
    const text = report({ configuration: { mistakes }, signIn: { kind: 'signedOut' } })
    for (const mistake of mistakes) expect(text).toContain(mistake)
  })

  test('names every mistake in the file of the company’s own states', () => {
    const text = report({
      configuration: parseConfiguration({ customStatesUrl: 'states.xml' }),
      customStates: {
        kind: 'mistaken',
        mistakes: [
          { kind: 'noLcid', state: 2 },
          { kind: 'badAvailability', state: 3, found: 'away' },
        ],
      },
    })
    expect(text).toContain('Your company’s own states (2 mistakes)')
    expect(text).toContain('An activity of state 2 has no LCID, the number of its language (1033: English).')
    expect(text).toContain('State 3 has the availability “away”')
  })
})

test.each<[SignInFailure, string]>([
  [{ kind: 'wrongPassword' }, 'Sign-in failed: address or password is not right'],
  [{ kind: 'serverNotFound', domain: 'contoso.com', asked: [] }, 'Sign-in failed: no server was found'],
  [
    { kind: 'other', step: 'finding', host: null, because: { kind: 'unreachable', detail: '' } },
    'Sign-in failed: no answer',
  ],
])('why signing in has failed is said in words: %o', (failure, said) => {
  let diagnostics = nothingRecorded(clock.now())
  const recorder = createDiagnosticsRecorder(clock, (now) => {
    diagnostics = now
  })
  recorder.signInFailed(failure)
  expect(reportOf(facts({ diagnostics }), en, enDiagnostics)).toContain(said)
})
