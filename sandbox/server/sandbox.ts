import { type Authority } from '../sign-in/authority.ts'
import { challenge } from '../sign-in/challenge.ts'
import { type Negotiate } from '../sign-in/negotiate.ts'
import { createPassiveSessions } from '../sign-in/passive.ts'
import { bearerOf, createTokens, type Ticket } from '../sign-in/tokens.ts'
import { callerOrigin, corsHeaders, originRefused, preflightRefused, preflightReply } from '../wire/cors.ts'
import { cookieOf, withHeaders, type Answer, type Ask, type Reply } from '../wire/http.ts'
import { inputOf } from '../wire/input.ts'
import { applicationNotFound, refusal, Refused, resourceNotFound } from '../wire/refusals.ts'
import { type SandboxClock, type World } from '../world/world-model.ts'
import { DEFAULT_DOMAIN } from '../world/worlds.ts'
import { finished, fqdnOf } from './finished.ts'
import { createHomes } from './homes.ts'
import { APPLICATIONS_PATH, keyOf } from './hrefs.ts'
import { createRealm, type Realm } from './realm.ts'
import { createRouteTable, type Found, type OpenContext, type Route } from './route.ts'
import { type Origins, type Sandbox, type Settings } from './sandbox-model.ts'

export type SandboxParts = {
  readonly settings: Settings
  readonly clock: SandboxClock
  /** The world of a SIP domain (in lower case), made on first use. */
  readonly worldOf: (domain: string) => World
  readonly origins: () => Origins
  readonly routes: readonly Route[]
  readonly negotiate: Negotiate
  /** Null: no provider's tokens are taken. */
  readonly authority: Authority | null
}

/** UCWA over worlds: takes a request that has arrived at an origin, and answers it. Knows no sockets. */
export function createSandbox(parts: SandboxParts): Sandbox {
  const { settings, clock, worldOf, origins, routes, negotiate, authority } = parts
  const table = createRouteTable(routes)
  const tokens = createTokens(clock)
  const homes = createHomes(origins)
  const passive = createPassiveSessions(clock)
  const realms = new Map<string, Realm>()

  const realm = (domain: string): Realm => {
    const name = domain.toLowerCase()
    const existing = realms.get(name)
    if (existing !== undefined) return existing
    const made = createRealm(worldOf(name), { clock, tokens, homes, passive })
    realms.set(name, made)
    return made
  }

  /** The world that a request is about, so that its faults and counts are those of the test that sent it. */
  const realmOf = (ask: Ask, ticket: Ticket | null, applicationId: string): Realm => {
    if (ticket !== null) return realm(ticket.domain)
    if (applicationId !== '') {
      const owner = Array.from(realms.values()).find((one) => one.application(applicationId) !== null)
      if (owner !== undefined) return owner
    }
    return realm(domainNamedBy(ask, (label) => domainLabelled(label, realms.keys())) ?? DEFAULT_DOMAIN)
  }

  const run = async (
    found: Found,
    ask: Ask,
    context: OpenContext,
    ticket: Ticket | null,
    authorization: string,
  ): Promise<Answer> => {
    if (found.kind === 'nothing') throw resourceNotFound()
    if (found.kind === 'otherMethod') {
      return refusal(405, null, 'The requested HTTP method is not supported for this resource.')
    }
    const { route } = found
    if (route.needs === 'nothing') return route.answer(context)

    const cookie = cookieOf(ask, 'cwt_ucwa')
    const isOpenedByCookie =
      route.needs === 'photo ticket' &&
      cookie !== null &&
      context.realm.application(found.param('application'))?.photoTickets.opens(cookie) === true
    // A ticket is good on the pool that issued it, and there alone (Skype Web SDK pages, "web ticket").
    const isGood = ticket !== null && (ticket.pools?.includes(context.origin) ?? true)
    if (!isGood && !isOpenedByCookie) return challenge(sandbox, context.origin, context.realm.world.domain)
    refuseHigherVersion(ask, route)

    const { world } = context.realm
    const applicationId = route.needs === 'token' ? '' : found.param('application')
    // Documented: "UCWA 2.0 always runs in the home pool of the authenticated user" (`RootURL.md`). Assumed: 404 elsewhere.
    const isElsewhere = route.path.startsWith(APPLICATIONS_PATH) && context.origin !== homes.of(world.domain)
    if (isElsewhere) throw applicationId === '' ? resourceNotFound() : applicationNotFound()
    const application = applicationId === '' ? null : context.realm.application(applicationId)
    const user = isGood ? world.person(ticket.user) : (application?.user ?? null)
    if (user === null) return challenge(sandbox, context.origin, world.domain)
    const userContext = { ...context, user, world, authorization }
    if (route.needs === 'token') return route.answer(userContext)

    if (application === null) throw context.realm.refusalOf(applicationId)
    if (keyOf(application.user.uri) !== keyOf(user.uri)) {
      return refusal(403, null, 'The application belongs to somebody else.')
    }
    return route.answer({ ...userContext, application, instanceId: instanceIdOf(ask) })
  }

  const answerRoute = async (
    found: Found,
    ask: Ask,
    origin: string,
    realmAsked: Realm,
    ticket: Ticket | null,
    authorization: string,
  ): Promise<Answer> => {
    try {
      if (ask.isTooLong) throw new Refused(refusal(413, null))
      const context: OpenContext = {
        ask,
        input: inputOf(ask),
        param: (name) => (found.kind === 'route' ? found.param(name) : ''),
        sandbox,
        clock,
        realm: realmAsked,
        origin,
      }
      const answer = await run(found, ask, context, ticket, authorization)
      return answer === 'dropped' ? answer : finished(answer, ask, found, fqdnOf(realmAsked.world))
    } catch (error) {
      if (error instanceof Refused) return finished(error.reply, ask, found, fqdnOf(realmAsked.world))
      throw error
    }
  }

  const ownOrigins = (): readonly string[] => [origins().autodiscover, ...origins().pools]

  /** Takes a token of the provider's for what it says. */
  const admit = async (token: string): Promise<void> => {
    if (authority === null || token.startsWith('cwt=') || tokens.read(token) !== null) return
    const admitted = await authority.read(token)
    if (admitted === null) return
    const [account = '', domain = DEFAULT_DOMAIN] = admitted.name.toLowerCase().split('@')
    if (!DOMAIN.test(domain)) return
    const { users } = realm(domain).world
    const user = users.find(({ credentials }) => credentials?.username === `${account}@${domain}`)
    if (user === undefined) return
    const expiresAtMs = clock.now() + (admitted.expiresAtMs - Date.now()) * clock.scale
    tokens.adopt(token, { domain, user: user.uri, pools: admitted.origins }, expiresAtMs)
  }

  const answer = async (
    ask: Ask,
    origin: string,
    batchAuthorization: string | null = null,
  ): Promise<Answer> => {
    const authorization = ask.headers.get('authorization') ?? batchAuthorization ?? ''
    const bearer = bearerOf(authorization)
    if (bearer !== null) await admit(bearer)
    const ticketNow = (): Ticket | null => (bearer === null ? null : tokens.read(bearer))
    const ticket = ticketNow()
    const found = table.find(ask.method === 'OPTIONS' ? 'GET' : ask.method, ask.url.pathname)
    const rel =
      found.kind === 'route' ? found.route.rel : found.kind === 'otherMethod' ? found.rel : 'unknown'
    const applicationId = found.kind === 'route' ? found.param('application') : ''
    const realmAsked = realmOf(ask, ticket, applicationId)
    const isBatchPart = batchAuthorization !== null
    const application = applicationId === '' ? null : realmAsked.application(applicationId)

    const caller = isBatchPart ? ({ kind: 'none' } as const) : callerOrigin(ask, settings, ownOrigins())
    const fqdn = fqdnOf(realmAsked.world)
    const ours = (from: Reply): Reply => finished(from, ask, found, fqdn)
    const unstruck = async (): Promise<Answer> => {
      if (caller.kind === 'refused') return ours(originRefused(fqdn))
      if (ask.method === 'OPTIONS' && ask.headers.has('access-control-request-method')) {
        if (caller.kind === 'none' || !settings.transports.has('cors')) return ours(preflightRefused(fqdn))
        return preflightReply(ask, caller.origin) // the proxy's own
      }
      if (ask.method === 'OPTIONS') return ours(refusal(405, null))
      return answerRoute(found, ask, origin, realmAsked, ticketNow(), authorization) // a fault may have expired it
    }
    const target = `${ask.url.pathname}${ask.url.search}`
    const answeredWith = realmAsked.counts.arrived({
      method: ask.method,
      rel,
      isBatchPart,
      bytesIn: sizeOf(`${ask.method} ${target}`, Array.from(ask.headers), ask.body),
    })
    // A preflight is the browser's own; a fault that is meant for a request should not be spent on it.
    const struck =
      ask.method === 'OPTIONS'
        ? await unstruck()
        : await realmAsked.faults.strike({
            line: `${ask.method} ${target}`,
            rel,
            isBatchPart,
            token: ticket === null ? null : bearer,
            application,
            channel: rel === 'events' ? (application?.channels.get(instanceIdOf(ask)) ?? null) : null,
            hungUp: ask.hungUp,
            answer: unstruck,
            ours,
            challenge: () => challenge(sandbox, origin, realmAsked.world.domain),
          })
    const answered = struck === 'dropped' ? struck : shared(struck)
    if (answered !== 'dropped') answeredWith(sizeOf('', answered.headers, answered.body))
    return answered

    function shared(from: Reply): Reply {
      const isShared = caller.kind === 'allowed' && caller.isCors && settings.transports.has('cors')
      return isShared ? withHeaders(from, corsHeaders(caller.origin)) : from
    }
  }

  const sandbox: Sandbox = {
    settings,
    clock,
    tokens,
    origins,
    realm,
    realms: () => Array.from(realms.values()),
    homes,
    passive,
    negotiate,
    answer,
    outstandingParts: new Map(),
    stop: () => {
      for (const one of realms.values()) one.stop()
    },
  }
  return sandbox
}

const instanceIdOf = ({ url }: Ask): string => url.searchParams.get('instanceId') ?? ''

/** Documented: 404 APIVersionNotSupported when the server is older than the client asks for (`Versioning.md`). */
function refuseHigherVersion(ask: Ask, route: Route): void {
  const wanted = ask.headers.get('x-ms-requiresminresourceversion')
  if (wanted !== null && !(Number(wanted) <= route.revision)) {
    throw new Refused(refusal(404, 'APIVersionNotSupported', 'Requested API version is not supported.'))
  }
}

const DOMAIN = /^[\w-]+(\.[\w-]+)+$/

/**
 * A domain in the query (`sipuri`, `originalDomain`), or in the user's name of a token request: behind its `@`, or before
 * its backslash the first label of one.
 */
function domainNamedBy(ask: Ask, labelled: (label: string) => string | null): string | null {
  const { searchParams } = ask.url
  const named = searchParams.get('sipuri') ?? searchParams.get('originalDomain') ?? userNameOf(ask)
  if (named === null) return null
  const label = named.includes('@') ? -1 : named.indexOf('\\')
  if (label > 0) return labelled(named.slice(0, label))
  const domain = named.split('@').at(-1)?.trim() ?? ''
  return DOMAIN.test(domain) ? domain : null
}

/** Assumed: of several worlds whose domains begin with that label the one that was there first. */
function domainLabelled(label: string, domains: Iterable<string>): string | null {
  const name = label.toLowerCase()
  return Array.from(domains).find((domain) => domain.split('.')[0] === name) ?? null
}

function userNameOf(ask: Ask): string | null {
  if (!/x-www-form-urlencoded/i.test(ask.headers.get('content-type') ?? '')) return null
  return new URLSearchParams(new TextDecoder().decode(ask.body)).get('username')
}

function sizeOf(
  firstLine: string,
  headers: readonly (readonly [string, string])[],
  body: string | Uint8Array | null,
): number {
  const head = headers.reduce(
    (size, [name, value]) => size + name.length + value.length + 4,
    firstLine.length + 4,
  )
  if (body === null) return head
  return head + (typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength)
}
