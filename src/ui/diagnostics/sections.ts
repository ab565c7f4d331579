import { CHART_MINUTES_SHOWN, minutesOf } from './request-minutes.ts'
import { customStatesSections } from './custom-states-section.ts'
import type { DiagnosticsWords } from '../words/diagnostics-words.ts'
import type { Configuration } from '../../ucwa/config.ts'
import type { Facts } from './facts.ts'

/** What the page shows as a card and the report as a paragraph: one list, so that neither tells more than the other. */
export type Section = {
  readonly key:
    | 'discovery'
    | 'signIn'
    | 'application'
    | 'page'
    | 'customStates'
    | 'channel'
    | 'trouble'
    | 'requests'
  readonly title: string
  /** How it stands, or how long it took. */
  readonly aside: string | null
  readonly look: 'good' | 'bad' | 'past' | 'plain'
  readonly lines: readonly Line[]
}

/** No name: it goes on with the line above. */
export type Line = { readonly name: string | null; readonly value: string }

export const sectionsOf = (facts: Facts, words: DiagnosticsWords): readonly Section[] => [
  discovery(facts, words),
  signIn(facts, words),
  application(facts, words),
  thisPage(facts, words),
  ...customStatesSections(facts, words),
  channel(facts, words),
  trouble(facts, words),
  requests(facts, words),
]

const lines = (...all: readonly (readonly [string | null, string | null])[]): readonly Line[] =>
  all.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))

/** Several values below one name. */
const listed = (name: string, values: readonly string[]): readonly Line[] =>
  values.map((value, at) => ({ name: at === 0 ? name : null, value }))

function discovery({ diagnostics }: Facts, { discovery: own }: DiagnosticsWords): Section {
  const { discovered } = diagnostics
  const at = { key: 'discovery', title: own.title } as const
  if (discovered === null) return { ...at, aside: null, look: 'plain', lines: lines([null, own.none]) }
  const { steps, transports, pool, domain, from, outcome } = discovered
  const ways = Object.entries(transports).map(([host, { kind, because }]) => own.why(host, kind, because))
  return {
    ...at,
    aside: own.outcome[outcome],
    look: outcome === 'found' ? 'good' : outcome === 'failed' ? 'bad' : 'plain',
    lines: [
      ...lines([own.domain, domain], [own.from, own.starts(from)]),
      ...steps.map((step) => ({ name: own.asked[step.asked], value: own.step(step) })),
      ...lines([own.pool, pool === null ? null : new URL(pool).host]),
      ...listed(own.transport, ways),
    ],
  }
}

function signIn(
  { diagnostics, signIn: state, nowMs }: Facts,
  { signIn: own, duration }: DiagnosticsWords,
): Section {
  const { discovered, token, signIn: times } = diagnostics
  const grants = discovered?.grants ?? null
  const used = grants?.used ?? null
  const tookMs = times?.tookMs ?? null
  return {
    key: 'signIn',
    title: own.title,
    aside: tookMs === null ? null : duration(tookMs),
    look: state.kind === 'signedIn' ? 'good' : state.kind === 'failed' ? 'bad' : 'plain',
    lines: lines(
      [own.way, used === null ? null : own.grant(used)],
      [own.offered, grants === null || grants.offered.length === 0 ? null : grants.offered.join(', ')],
      [own.token, token === null ? own.none : own.got(token.atMs, token.renewals, nowMs)],
      [own.ends, token?.expiresAtMs == null ? null : own.renewedBefore(token.expiresAtMs, nowMs)],
    ),
  }
}

function application(
  { diagnostics, signIn: state, nowMs }: Facts,
  { application: own, duration }: DiagnosticsWords,
): Section {
  const { application: opened, watched, server } = diagnostics
  const at = { key: 'application', title: own.title } as const
  if (opened === null) return { ...at, aside: null, look: 'plain', lines: lines([null, own.none]) }
  return {
    ...at,
    aside: duration(opened.tookMs),
    look: 'good',
    lines: lines(
      [own.created, own.createdAt(opened.atMs, opened.times, nowMs)],
      [own.culture, opened.culture],
      [own.visible, state.kind === 'signedIn' ? own.isVisible(state.onlyWatch) : null],
      [own.watched, own.people(watched)],
      [own.server, server.name],
      [own.version, server.ucwaVersion],
    ),
  }
}

function thisPage(
  { thisPage: page, configuration, diagnostics }: Facts,
  { page: own }: DiagnosticsWords,
): Section {
  const isMistaken = 'mistakes' in configuration
  const lacking = page.lacking.length === 0 ? [own.complete] : page.lacking.map((lack) => own.lack(lack))
  return {
    key: 'page',
    title: own.title,
    aside: null,
    look: isMistaken ? 'bad' : page.lacking.length === 0 ? 'good' : 'plain',
    lines: [
      ...lines([own.version, page.version], [own.browser, page.browser], [own.origin, page.origin]),
      ...listed(own.configured, isMistaken ? configuration.mistakes : configured(configuration, own)),
      ...lines([own.tabs, diagnostics.tabs === null ? null : own.tabsOf(diagnostics.tabs)]),
      ...listed(own.lacking, lacking),
    ],
  }
}

/** What the administrator has decided, but not whom the sandbox offers to sign in as: there are passwords in that. */
function configured(
  { autodiscover: { url, domain }, transport, trustedDomains }: Configuration,
  { config }: DiagnosticsWords['page'],
): readonly string[] {
  return [
    url !== null
      ? config.url(new URL(url).origin)
      : domain !== null
        ? config.domain(domain)
        : config.byAddress,
    config.transport(transport),
    ...(trustedDomains.length === 0 ? [] : [config.trusted(trustedDomains)]),
  ]
}

function channel({ diagnostics, nowMs }: Facts, { channel: own, moment }: DiagnosticsWords): Section {
  const { channel: record } = diagnostics
  const { lastAnswer, askedAtMs, dueByMs, state } = record
  const answered =
    lastAnswer === null ? own.noAnswer : own.answered(lastAnswer.atMs, lastAnswer.events, nowMs)
  const waited =
    askedAtMs === null || dueByMs === null ? null : own.waited(nowMs - askedAtMs, dueByMs - askedAtMs)
  return {
    key: 'channel',
    title: own.title,
    aside: own.state(record),
    look: state === 'listening' ? 'good' : state === null || state === 'opening' ? 'plain' : 'bad',
    lines: lines(
      [own.lastAnswer, state === null ? null : answered],
      [own.due, dueByMs === null ? null : moment(dueByMs, nowMs)],
      [own.waiting, waited],
    ),
  }
}

function trouble({ diagnostics, nowMs }: Facts, { trouble: own, moment }: DiagnosticsWords): Section {
  const { lastTrouble: last } = diagnostics
  const at = { key: 'trouble', title: own.title } as const
  if (last === null) return { ...at, aside: null, look: 'plain', lines: lines([null, own.none]) }
  const { atMs, solvedAtMs, status, code, subcode, message, diagnostics: told, server } = last
  const what = status === 0 ? own.noStatus : [status, code].filter((part) => part !== null).join(' ')
  return {
    ...at,
    aside: solvedAtMs === null ? own.open : own.solved,
    look: solvedAtMs === null ? 'bad' : 'past',
    lines: lines(
      [own.when, solvedAtMs === null ? moment(atMs, nowMs) : own.solvedAfter(atMs, solvedAtMs - atMs, nowMs)],
      [own.what, status === 0 ? what : `${what}, ${own.subcode(subcode)}`],
      [own.asked, `${last.method} ${last.rel}, ${last.host}`],
      [own.said, message],
      [own.diagnostics, told],
      [own.server, server],
      [own.correlation, last.correlation],
    ),
  }
}

function requests({ diagnostics, nowMs }: Facts, { requests: own }: DiagnosticsWords): Section {
  const { byRel, byMinute, batches } = diagnostics.requests
  const inChart = minutesOf(byMinute, nowMs).reduce((sum, { count }) => sum + count, 0)
  const most = [...byRel].toSorted(([, one], [, other]) => other - one)
  return {
    key: 'requests',
    title: own.title,
    aside: own.aside(inChart, CHART_MINUTES_SHOWN, batches),
    look: 'plain',
    lines: lines([
      own.byRel,
      most.length === 0 ? null : most.map(([rel, count]) => own.count(rel, count)).join(' · '),
    ]),
  }
}
