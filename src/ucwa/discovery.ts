import { unlessAborted } from '../lib/unless-aborted.ts'
import type { Configuration } from './config.ts'
import { failureOf, UcwaError, type UcwaFailure } from './errors.ts'
import { findLink, type Link, type Resource } from './hal.ts'
import type { Exchange } from './http.ts'
import { failureIn, isGood, resourceIn, type Reply } from './reply.ts'
import type { Renewal, Tokens } from './token.ts'
import type { Transports } from './transport.ts'
import type { Trust } from './trust.ts'
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
  /** None of the grants that the challenge names is one that this page knows. */
  | { readonly kind: 'noGrant'; readonly offered: readonly string[] }
  /** The host answers, but the page of its frame never loaded, or never spoke. */
  | { readonly kind: 'frameRefused'; readonly url: string }
  /** The server leads on to an origin that is neither below the sign-in domain nor trusted by the configuration. */
  | { readonly kind: 'notTrusted'; readonly origin: string; readonly namedBy: string }
  | { readonly kind: 'other'; readonly host: string | null; readonly because: UcwaFailure }

export type WayIn = { readonly kind: 'found'; readonly host: string } | WayInFailure

export type DiscoveryDeps = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly wire: Wire
  readonly exchange: Exchange
  readonly tokens: Tokens
  readonly trust: Trust
  readonly nowMs: () => number
  readonly pageOrigin: string
  readonly onStep: (step: 'finding' | 'signingIn', host: string) => void
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
 *     start ──root──► user ──401 challenge──► token ──► user ──► applications
 *               ▲ redirect ┘                             │ redirect, back to user
 *
 * Source: UCWA general reference, "Root URL" and "Create an application". Every address on the way has to be trusted
 * before it is asked. An abort rejects; all else is returned.
 */
export async function findWayIn(
  deps: DiscoveryDeps,
  address: string,
  signal: AbortSignal,
): Promise<{ readonly kind: 'found'; readonly applications: Link } | WayInFailure> {
  try {
    const domain = domainIn(address, deps.configuration)
    deps.trust.begin(domain)
    const root = await findRoot(deps, domain ?? '', signal)
    const user = await follow(deps, root, 'user', signal)
    const applications = await follow(deps, user, 'applications', signal)
    return { kind: 'found', applications: demandLink(applications.resource, 'applications') }
  } catch (error) {
    if (error instanceof Stopped) return error.because
    const because = failureOf(error)
    if (because === null) throw error
    return { kind: 'other', host: null, because }
  }
}

/**
 * The domain of the sign-in address; null for `DOMAIN\name`, which is enough only where the configuration says where
 * to start.
 */
function domainIn(address: string, { autodiscover }: Configuration): string | null {
  const domain = /^[^\s@\\]+@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(address)?.[1]
  if (domain !== undefined) return domain.toLowerCase()
  const isDownLevel = /^[^\s@\\]+\\[^\s@\\]+$/.test(address)
  if (isDownLevel && (autodiscover.url !== null || autodiscover.domain !== null)) return null
  throw new Stopped({ kind: 'badAddress' })
}

type Found = { readonly resource: Resource; readonly url: string }

/** Internal before external; and of the transports, CORS before the frame. */
async function findRoot(deps: DiscoveryDeps, domain: string, signal: AbortSignal): Promise<Found> {
  const { configuration, transports, trust, wire, onStep } = deps
  const { url, domain: configured } = configuration.autodiscover
  const starts =
    url !== null
      ? [url]
      : ['lyncdiscoverinternal', 'lyncdiscover'].map((name) => `https://${name}.${configured ?? domain}/`)
  const ways = configuration.transport === 'auto' ? (['cors', 'xframe'] as const) : [configuration.transport]
  let answered: WayInFailure | null = null

  for (const start of starts) {
    if (!trust.admit(start)) throw new Stopped(notTrusted(start, 'config.json'))
    onStep('finding', hostOf(start))
    for (const way of ways) {
      wire.use(way)
      // A frame that shows the browser's error page is merely silent; this finds out at once.
      if (way === 'xframe' && !(await transports.answers(start, signal))) continue
      const root = await orFailure(askForRoot(deps, start, signal))
      if (!('kind' in root)) return root
      if (root.kind === 'unreachable') continue
      // It was heard, so no other transport will do better; but another host may: a page that answers for every name
      // of a domain, or leads elsewhere, is no autodiscover service ("Root URL", step 3).
      if (!isNotFound(root)) answered = { kind: 'other', host: hostOf(start), because: root }
      break
    }
  }
  if (answered !== null) throw new Stopped(answered)

  for (const start of starts) {
    if (await transports.answers(start, signal)) throw new Stopped(unreadable(deps, start))
  }
  throw new Stopped({ kind: 'serverNotFound', domain: configured ?? domain, asked: starts.map(hostOf) })
}

const isNotFound = (failure: UcwaFailure): boolean => failure.kind === 'refused' && failure.status === 404

/** Stops the search where the server refuses this page: its other host keeps the same list. */
async function askForRoot(deps: DiscoveryDeps, start: string, signal: AbortSignal): Promise<Found> {
  const reply = await ask(deps, start, signal)
  if (isGood(reply)) return { resource: resourceIn(reply), url: reply.url }
  const failure = refusal(deps, reply)
  if (failure.kind !== 'other') throw new Stopped(failure)
  throw new UcwaError(failure.because)
}

/** Something answers there, only not to us. */
const unreadable = ({ wire, transports, pageOrigin }: DiscoveryDeps, url: string): WayInFailure =>
  wire.kind() === 'cors'
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
      demandTrusted(deps, link.href, at.url)
      return rel === 'applications' ? at : await askAsUser(deps, link.href, signal)
    }
    const { href } = demandLink(at.resource, 'redirect')
    demandTrusted(deps, href, at.url)
    at = await askAsUser(deps, href, signal)
  }
  throw new Stopped({
    kind: 'other',
    host: hostOf(at.url),
    because: { kind: 'malformed', detail: `more than ${MOST_HOPS} redirects` },
  })
}

/** One frame for each host: the one that the root, and again the user resource, names for what it leads to. */
function knowFrame({ trust, transports, wire }: DiscoveryDeps, { resource, url }: Found): void {
  const xframe = findLink(resource, 'xframe')
  if (xframe === null || wire.kind() !== 'xframe') return
  if (!trust.admit(xframe.href)) throw new Stopped(notTrusted(xframe.href, url))
  transports.xframe.knowFrame(xframe.href)
}

function demandTrusted({ trust }: DiscoveryDeps, href: string, namedBy: string): void {
  if (!trust.admit(href)) throw new Stopped(notTrusted(href, namedBy))
}

const notTrusted = (url: string, namedBy: string): WayInFailure => ({
  kind: 'notTrusted',
  origin: new URL(url).origin,
  namedBy: URL.canParse(namedBy) ? hostOf(namedBy) : namedBy,
})

/** Reads a resource, meeting the challenge where there is one. */
async function askAsUser(deps: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Found> {
  const { onStep, tokens, transports } = deps
  onStep('signingIn', hostOf(url))
  const first = await orFailure(ask(deps, url, signal))
  if ('kind' in first) {
    const isSilent = first.kind === 'unreachable' && (await transports.answers(url, signal))
    throw new Stopped(isSilent ? unreadable(deps, url) : { kind: 'other', host: hostOf(url), because: first })
  }
  if (first.status !== 401) return found(deps, first)
  const challenge = first.headers.get('WWW-Authenticate')
  const renewing = tokens.renew(url, challenge, tokens.current(url))
  demandToken(await unlessAborted(renewing, signal), url)
  return found(deps, await ask(deps, url, signal))
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
    case 'noGrant':
      throw new Stopped(renewal)
    case 'notTrusted':
      throw new Stopped({ ...renewal, namedBy: hostOf(url) })
    case 'failed':
      throw new Stopped({ kind: 'other', host: hostOf(url), because: renewal.failure })
  }
}

const ask = ({ exchange, tokens }: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Reply> => {
  const token = tokens.current(url)
  const authorization = token === null ? {} : { Authorization: `Bearer ${token}` }
  return exchange(
    { method: 'GET', url, headers: { Accept: 'application/json', ...authorization }, body: null },
    signal,
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
