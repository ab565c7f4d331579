import { unlessAborted } from '../lib/unless-aborted.ts'
import type { Configuration } from './config.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from './discovered.ts'
import { failureOf, UcwaError, type UcwaFailure } from './errors.ts'
import type { FoundBefore } from './found-before.ts'
import { findLink, toHref, type Link, type Resource } from './hal.ts'
import { WrongOrigin, type Exchange } from './http.ts'
import { failureIn, isGood, resourceIn, type Reply } from './reply.ts'
import type { Renewal, Tokens } from './token.ts'
import type { Transports } from './transport.ts'
import { isLoopback, isOnline, type Trust } from './trust.ts'
import type { WayRecord } from './way-record.ts'
import type { Wire } from './wire.ts'

/** Why there is no way in, told apart as far as a browser lets one see. */
export type WayInFailure =
  /** The sign-in address is none. */
  | { readonly kind: 'badAddress' }
  /** None of these hosts answers. */
  | { readonly kind: 'serverNotFound'; readonly domain: string; readonly asked: readonly string[] }
  /** 403 with X-Ms-diagnostics (28070), or a host that answers, but not to be read by this page. `told` may be empty. */
  | {
      readonly kind: 'originNotAllowed'
      readonly origin: string
      readonly host: string
      readonly told: string
    }
  | { readonly kind: 'wrongPassword' }
  /** A password would do, and none was given. */
  | { readonly kind: 'passwordNeeded' }
  /** Integrated sign-in would do, and the person has to ask for it. */
  | { readonly kind: 'windowsUnasked' }
  /** The browser had no Windows credentials to show, or the server did not take them. */
  | { readonly kind: 'windowsRefused' }
  /** None of the grants that the challenge names is one that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The host answers, but the page of its frame never loaded, or never spoke. */
  | { readonly kind: 'frameRefused'; readonly url: string }
  /** The server leads on to an origin that is neither below the sign-in domain nor trusted by the configuration. */
  | { readonly kind: 'notTrusted'; readonly origin: string; readonly namedBy: string }
  /** The person's home is Microsoft's cloud, which has no UCWA for this page. */
  | { readonly kind: 'homedOnline'; readonly host: string }
  | { readonly kind: 'other'; readonly host: string | null; readonly because: UcwaFailure }

export type WayIn = { readonly kind: 'found'; readonly host: string } | WayInFailure

/** Where the application is created. */
export type Pool = {
  readonly kind: 'found'
  readonly applications: Link
  /** Taken from what was found before, and not heard of by autodiscover this time. */
  readonly isFoundBefore: boolean
}

export type DiscoveryDeps = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly wire: Wire
  readonly exchange: Exchange
  readonly tokens: Tokens
  readonly trust: Trust
  readonly foundBefore: FoundBefore
  readonly record: WayRecord
  readonly nowMs: () => number
  readonly pageOrigin: string
  readonly onStep: (step: 'finding' | 'signingIn', host: string) => void
}

export type Search = {
  /** As typed; empty where the configuration says where to start. */
  readonly address: string
  /** Asks autodiscover, whatever was found before. */
  readonly isAfresh: boolean
}

/** Hops that a server may send us on before we give up following. (Our choice.) */
const MOST_HOPS = 5

/** Ends the search, from however deep in it. */
class Stopped extends Error {
  readonly because: WayInFailure

  constructor(because: WayInFailure) {
    super(because.kind)
    this.because = because
  }
}

/**
 * From a sign-in address to the `applications` link of the person's home pool, with a token for it.
 *
 *     start ──found before──► applications, and a token for them
 *       │ ▲────── 403, 404, 502, no answer ──┘
 *       └──root──► user ──401 challenge──► token ──► user ──► applications
 *            ▲ redirect ┘                             │ redirect, back to user
 *
 * Source: UCWA general reference, "Root URL" and "Create an application". Every address on the way has to be trusted
 * before it is asked. An abort rejects; all else is returned. docs/signing-in.md has the whole order.
 */
export async function findWayIn(
  deps: DiscoveryDeps,
  { address, isAfresh }: Search,
  signal: AbortSignal,
): Promise<Pool | WayInFailure> {
  const { configuration, trust, foundBefore, record } = deps
  try {
    const domain = domainIn(address, configuration)
    trust.begin(domain)
    const person = personOf(address, configuration)
    const before = isAfresh ? null : await tryFoundBefore(deps, { domain, person }, signal)
    if (before !== null) return reached(deps, before, true)
    record.begin(domain, startOf(configuration))
    const root = await findRoot(deps, domain ?? '', signal)
    const user = await follow(deps, root, 'user', signal)
    const applications = await follow(deps, user, 'applications', signal)
    const link = demandLink(applications.resource, 'applications')
    foundBefore.keepWay(person, {
      applications: link,
      xframe:
        findLink(applications.resource, 'xframe')?.href ?? findLink(root.resource, 'xframe')?.href ?? null,
    })
    return reached(deps, link, false)
  } catch (error) {
    record.end('failed', null)
    if (error instanceof Stopped) return error.because
    const because = failureOf(error)
    if (because === null) throw error
    return { kind: 'other', host: null, because }
  }
}

function reached({ record }: DiscoveryDeps, applications: Link, isFoundBefore: boolean): Pool {
  record.end('found', applications.href)
  return { kind: 'found', applications, isFoundBefore }
}

const startOf = ({ autodiscover }: Configuration): Discovered['from'] => {
  if (autodiscover.url !== null) return 'configured address'
  return autodiscover.domain === null ? 'sign-in domain' : 'configured domain'
}

/** Pools differ within a domain, so what was found is kept by person; for whom nobody has named, by where one starts. */
export const personOf = (address: string, { autodiscover }: Configuration): string =>
  address !== '' ? address : (autodiscover.url ?? autodiscover.domain ?? '')

/**
 * The domain of the sign-in address; null for `DOMAIN\name`, and for no address at all, which is enough only where the
 * configuration says where to start.
 */
function domainIn(address: string, { autodiscover }: Configuration): string | null {
  const domain = /^[^\s@\\]+@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(address)?.[1]
  if (domain !== undefined) return domain.toLowerCase()
  const isEnough = address === '' || /^[^\s@\\]+\\[^\s@\\]+$/.test(address)
  if (isEnough && (autodiscover.url !== null || autodiscover.domain !== null)) return null
  throw new Stopped({ kind: 'badAddress' })
}

type Found = { readonly resource: Resource; readonly url: string }

/**
 * Null where it is autodiscover's turn. Documented: a failure by other codes than these is no reason to forget the way
 * ("Root URL"). Assumed: 404 is one, since the person's pool may have moved.
 */
async function tryFoundBefore(
  deps: DiscoveryDeps,
  { domain, person }: { readonly domain: string | null; readonly person: string },
  signal: AbortSignal,
): Promise<Link | null> {
  const { trust, transports, wire, configuration, foundBefore, record, onStep } = deps
  const way = foundBefore.way(person)
  if (way === null) return null
  const href = toHref(way.applications.href, way.applications.href)
  const isConfigured = configuration.transport !== 'auto'
  const kind = isConfigured ? configuration.transport : foundBefore.transport(hostOf(href))
  if (kind === null || !trust.admit(href)) return null
  if (kind === 'xframe') {
    if (way.xframe === null || !trust.admit(way.xframe)) return null
    if (!(await transports.answers(href, signal))) return null
    transports.xframe.knowFrame(way.xframe)
  }
  record.begin(domain, 'found before')
  record.by(hostOf(href), kind, isConfigured ? 'configured' : 'remembered')
  wire.use(href, kind)
  onStep('signingIn', hostOf(href))
  const reply = await orFailure(ask(deps, 'applications', href, signal))
  if ('kind' in reply) return null
  if (reply.status === 403 || reply.status === 404 || reply.status === 502) {
    foundBefore.dropWay(person)
    return null
  }
  if (reply.status === 401) await meetChallenge(deps, reply, signal)
  else found(deps, reply)
  return { href, revision: way.applications.revision }
}

/** Internal before external; https before http; and of the transports, CORS before the frame, unless one is known. */
async function findRoot(deps: DiscoveryDeps, domain: string, signal: AbortSignal): Promise<Found> {
  const { configuration, transports, trust, wire, record, onStep } = deps
  const asked = configuration.autodiscover.domain ?? domain
  const starts = startsFor(configuration, asked, deps.pageOrigin)
  let answered: WayInFailure | null = null

  for (const start of starts) {
    if (!trust.admitStart(start)) throw stopped(deps, notTrusted(start, 'config.json'), 'root', start)
    onStep('finding', hostOf(start))
    for (const { kind, because } of transportsFor(deps, start)) {
      wire.use(start, kind)
      // A frame that shows the browser's error page is merely silent; this finds out at once.
      if (kind === 'xframe' && !(await transports.answers(start, signal))) {
        record.step('root', start, 'noAnswer', null)
        continue
      }
      let ledAway: WayInFailure | null = null
      const asking = askForRoot(deps, start, signal).catch((error: unknown) => {
        if (error instanceof WrongOrigin) ledAway = notTrusted(error.url, start)
        throw error
      })
      const root = await orFailure(asking)
      if (!('kind' in root)) {
        know(deps, start, kind, because)
        return root
      }
      if (root.kind === 'unreachable') continue
      // It was heard, so no other transport will do better; but another host may: a page that answers for every name
      // of a domain, or leads elsewhere, is no autodiscover service ("Root URL", step 3).
      if (!isNotFound(root)) answered = ledAway ?? { kind: 'other', host: hostOf(start), because: root }
      break
    }
  }
  if (answered !== null) throw new Stopped(answered)

  for (const start of starts) {
    if (await transports.answers(start, signal)) throw stopped(deps, unreadable(deps, start), 'root', start)
  }
  throw new Stopped({ kind: 'serverNotFound', domain: asked, asked: [...new Set(starts.map(hostOf))] })
}

/** An https page cannot call http, and an http page should rather not. Source: "Root URL", "Discovery", step 2. */
function startsFor({ autodiscover }: Configuration, domain: string, pageOrigin: string): readonly string[] {
  if (autodiscover.url !== null) return [autodiscover.url]
  const schemes = new URL(pageOrigin).protocol === 'http:' ? ['https', 'http'] : ['https']
  return ['lyncdiscoverinternal', 'lyncdiscover'].flatMap((name) =>
    schemes.map((scheme) => `${scheme}://${name}.${domain}/`),
  )
}

type Choice = { readonly kind: TransportKind; readonly because: TransportReason }

/** A frame cannot tell where a redirect has ended, so plain http, which always redirects, is not for it. */
function transportsFor({ configuration, foundBefore }: DiscoveryDeps, url: string): readonly Choice[] {
  if (configuration.transport !== 'auto') return [{ kind: configuration.transport, because: 'configured' }]
  const cors: Choice = { kind: 'cors', because: 'rootReadable' }
  const xframe: Choice = { kind: 'xframe', because: 'rootUnreadable' }
  if (isPlain(url)) return [cors]
  if (foundBefore.transport(hostOf(url)) !== 'xframe') return [cors, xframe]
  return [{ kind: 'xframe', because: 'remembered' }, cors]
}

const isPlain = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopback(hostname)
}

function know(
  { record, foundBefore }: DiscoveryDeps,
  url: string,
  kind: TransportKind,
  because: TransportReason,
): void {
  record.by(hostOf(url), kind, because)
  foundBefore.keepTransport(hostOf(url), kind)
}

const isNotFound = (failure: UcwaFailure): boolean => failure.kind === 'refused' && failure.status === 404

/** Stops the search where the server refuses this page: its other host keeps the same list. */
async function askForRoot(deps: DiscoveryDeps, start: string, signal: AbortSignal): Promise<Found> {
  const reply = await ask(deps, 'root', start, signal)
  // Documented: plain http always redirects to https ("Root URL", step 2); who answers himself is somebody else.
  if (isPlain(reply.url)) throw new WrongOrigin(reply.url)
  if (isGood(reply)) return { resource: resourceIn(reply), url: reply.url }
  const failure = refusal(deps, reply)
  if (failure.kind !== 'other') throw new Stopped(failure)
  throw new UcwaError(failure.because)
}

/** Something answers there, only not to us. */
const unreadable = ({ wire, transports, pageOrigin }: DiscoveryDeps, url: string): WayInFailure =>
  wire.kind(url) === 'cors'
    ? { kind: 'originNotAllowed', origin: pageOrigin, host: hostOf(url), told: '' }
    : { kind: 'frameRefused', url: transports.xframe.frameFor(url) }

/** Goes to the resource that has that link, over as many redirects as it takes, and to where the link leads. */
async function follow(
  deps: DiscoveryDeps,
  from: Found,
  rel: 'user' | 'applications',
  signal: AbortSignal,
): Promise<Found> {
  let at = from
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    knowFrame(deps, at)
    const link = findLink(at.resource, rel)
    if (link !== null) {
      demandTrusted(deps, rel, link.href, at.url)
      return rel === 'applications'
        ? leadingTo(deps, at, link.href)
        : await askAsUser(deps, link.href, signal)
    }
    const { href } = demandLink(at.resource, 'redirect')
    demandTrusted(deps, 'redirect', href, at.url)
    at = await askAsUser(deps, href, signal)
  }
  throw new Stopped({
    kind: 'other',
    host: hostOf(at.url),
    because: { kind: 'malformed', detail: `more than ${MOST_HOPS} redirects` },
  })
}

/** The pool is spoken to as the host that named it, until it turns out otherwise. */
function leadingTo(deps: DiscoveryDeps, at: Found, applications: string): Found {
  const kind = deps.wire.kind(at.url)
  if (kind === null || hostOf(applications) === hostOf(at.url)) return at
  deps.wire.use(applications, kind)
  know(deps, applications, kind, 'asBefore')
  return at
}

/** One frame for each host: the one that the root, and again the user resource, names for what it leads to. */
function knowFrame(deps: DiscoveryDeps, { resource, url }: Found): void {
  const { trust, transports, wire } = deps
  const xframe = findLink(resource, 'xframe')
  if (xframe === null) return
  if (!trust.admit(xframe.href)) {
    if (wire.kind(url) === 'xframe') throw stopped(deps, notTrusted(xframe.href, url), 'page', xframe.href)
    return
  }
  transports.xframe.knowFrame(xframe.href)
}

function demandTrusted(
  deps: DiscoveryDeps,
  rel: 'user' | 'redirect' | 'applications',
  href: string,
  namedBy: string,
): void {
  if (!deps.trust.admit(href)) throw stopped(deps, notTrusted(href, namedBy), rel, href)
}

const notTrusted = (url: string, namedBy: string): WayInFailure => {
  const { origin, host, hostname } = new URL(url)
  if (isOnline(hostname)) return { kind: 'homedOnline', host }
  return { kind: 'notTrusted', origin, namedBy: URL.canParse(namedBy) ? hostOf(namedBy) : namedBy }
}

/** The end of the search, with what led to it on record. */
function stopped(
  { record }: DiscoveryDeps,
  because: WayInFailure,
  asked: WayStep['asked'],
  url: string,
): Stopped {
  const isTrust = because.kind === 'notTrusted' || because.kind === 'homedOnline'
  record.step(asked, url, isTrust ? 'notTrusted' : 'notReadable', null)
  return new Stopped(because)
}

/** Reads a resource, meeting the challenge where there is one. */
async function askAsUser(deps: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Found> {
  deps.onStep('signingIn', hostOf(url))
  const first = await askEitherWay(deps, url, signal)
  if (first.status !== 401) return found(deps, first)
  await meetChallenge(deps, first, signal)
  return found(deps, await ask(deps, 'user', url, signal))
}

/** As the host that led here is asked; where this page cannot read the answer so, by the other transport. */
async function askEitherWay(deps: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Reply> {
  const { wire, transports, configuration, foundBefore, record } = deps
  const known = wire.kind(url) ?? 'cors'
  const first = await orFailure(ask(deps, 'user', url, signal))
  if (!('kind' in first)) {
    if (foundBefore.transport(hostOf(url)) !== known)
      know(deps, url, known, configuration.transport === 'auto' ? 'asBefore' : 'configured')
    return first
  }
  const isSilent = first.kind === 'unreachable' && (await transports.answers(url, signal))
  if (!isSilent) throw new Stopped({ kind: 'other', host: hostOf(url), because: first })
  const refused = unreadable(deps, url)
  if (configuration.transport !== 'auto') throw stopped(deps, refused, 'user', url)
  const other = known === 'cors' ? 'xframe' : 'cors'
  wire.use(url, other)
  const second = await orFailure(ask(deps, 'user', url, signal))
  if ('kind' in second) {
    wire.use(url, known)
    record.step('user', url, 'notReadable', null)
    throw new Stopped(refused)
  }
  know(deps, url, other, other === 'cors' ? 'rootReadable' : 'rootUnreadable')
  return second
}

async function meetChallenge({ tokens }: DiscoveryDeps, refused: Reply, signal: AbortSignal): Promise<void> {
  const { url } = refused
  const challenge = refused.headers.get('WWW-Authenticate')
  const renewing = tokens.renew(url, challenge, tokens.current(url))
  demandToken(await unlessAborted(renewing, signal), url)
}

function found(deps: DiscoveryDeps, reply: Reply): Found {
  if (!isGood(reply)) throw new Stopped(refusal(deps, reply))
  return { resource: resourceIn(reply), url: reply.url }
}

function demandToken(renewal: Renewal, url: string): void {
  switch (renewal.kind) {
    case 'renewed':
      return
    case 'wrongPassword':
    case 'passwordNeeded':
    case 'windowsUnasked':
    case 'windowsRefused':
    case 'noGrant':
      throw new Stopped(renewal)
    case 'notTrusted':
      throw new Stopped(notTrusted(renewal.origin, url))
    case 'failed':
      throw new Stopped({ kind: 'other', host: hostOf(url), because: renewal.failure })
  }
}

const ask = (
  { exchange, tokens, wire, record }: DiscoveryDeps,
  asked: 'root' | 'user' | 'applications',
  url: string,
  signal: AbortSignal,
): Promise<Reply> => {
  const token = tokens.current(url)
  const authorization = token === null ? {} : { Authorization: `Bearer ${token}` }
  const headers = { Accept: 'application/json', ...authorization }
  return record.noted(
    asked,
    url,
    wire.kind(url),
    exchange({ method: 'GET', url, headers, body: null }, signal),
  )
}

/**
 * Observed: a page whose origin is not on the list gets 403 with `X-Ms-diagnostics: 28070;…reason="Service does not
 * allow a cross domain request from this origin."`, already from the root ("Configuring a topology").
 */
function refusal({ nowMs, pageOrigin }: DiscoveryDeps, reply: Reply): WayInFailure {
  const because = failureIn(reply, nowMs())
  const host = hostOf(reply.url)
  const told = because.kind === 'refused' && because.status === 403 ? because.reason.diagnostics : null
  const isOrigin = told !== null && (/^\s*28070\b/.test(told) || /cross[- ]domain/i.test(told))
  return isOrigin
    ? { kind: 'originNotAllowed', origin: pageOrigin, host, told }
    : { kind: 'other', host, because }
}

async function orFailure<T>(work: Promise<T>): Promise<T | UcwaFailure> {
  try {
    return await work
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return failure
  }
}

function demandLink(resource: Resource, rel: string): Link {
  const link = findLink(resource, rel)
  if (link === null) throw new UcwaError({ kind: 'malformed', detail: `no link to "${rel}" on the way in` })
  return link
}

const hostOf = (url: string): string => new URL(url).host
