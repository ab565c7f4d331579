import type { Configuration } from './config.ts'
import type { Discovered } from './discovered.ts'
import { failureOf, UcwaError } from './errors.ts'
import { findRoot } from './find-root.ts'
import { findLink, toHref, type Link, type Resource } from './hal.ts'
import {
  hostOf,
  notTrusted,
  stopped,
  Stopped,
  type DiscoveryDeps,
  type Found,
  type Pool,
  type Search,
  type WayInFailure,
} from './way-in.ts'
import { ask, askAsUser, found, know, meetChallenge, orFailure } from './way-requests.ts'

/** Hops that a server may send us on before we give up following. (Our choice.) */
const MOST_HOPS = 5

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
 * configuration says where to start. One without a dot may be all of `com`, every host of which would be trusted with the
 * password; so it counts only where the configuration names it.
 */
function domainIn(address: string, { autodiscover, trustedDomains }: Configuration): string | null {
  const domain = /^[^\s@\\]+@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.exec(address)?.[1]?.toLowerCase()
  const isNamed = (one: string | null): boolean => one?.toLowerCase() === domain
  if (domain !== undefined) {
    if (domain.includes('.') || [autodiscover.domain, ...trustedDomains].some(isNamed)) return domain
    throw new Stopped({ kind: 'badAddress' })
  }
  const isEnough = address === '' || /^[^\s@\\]+\\[^\s@\\]+$/.test(address)
  if (isEnough && (autodiscover.url !== null || autodiscover.domain !== null)) return null
  throw new Stopped({ kind: 'badAddress' })
}

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

function demandLink(resource: Resource, rel: string): Link {
  const link = findLink(resource, rel)
  if (link === null) throw new UcwaError({ kind: 'malformed', detail: `no link to "${rel}" on the way in` })
  return link
}
