import { TrieRouter } from 'hono/router/trie-router'
import { type Answer, type Ask, type Reply } from '../wire/http.ts'
import { type Input } from '../wire/input.ts'
import { type Person, type SandboxClock, type World } from '../world/world-model.ts'
import { type Application } from './application.ts'
import { APPLICATIONS_PATH } from './hrefs.ts'
import { type Realm } from './realm.ts'
import { type Sandbox } from './sandbox-model.ts'

/** What every route has in hand. */
export type OpenContext = {
  readonly ask: Ask
  readonly input: Input
  /** A part of the path, decoded. */
  readonly param: (name: string) => string
  readonly sandbox: Sandbox
  readonly clock: SandboxClock
  /** The world that the request is about: its token's, or the domain it names. */
  readonly realm: Realm
  /** The origin that was asked. */
  readonly origin: string
}

/** Behind the challenge: the token is good here. */
export type UserContext = OpenContext & {
  readonly user: Person
  readonly world: World
  /** For the parts of a batch, which carry no token of their own. */
  readonly authorization: string
}

/** Below an application that is the user's own. */
export type ApplicationContext = UserContext & {
  readonly application: Application
  readonly instanceId: string
}

type RouteOf<Needs extends string, Context> = {
  readonly needs: Needs
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** UCWA's name of what is asked for, as `request-counts` counts it. */
  readonly rel: string
  /** The highest revision that is understood (`Versioning.md`). */
  readonly revision: number
  /** Whether it is answered in XML where that is asked for. */
  readonly hasXml: boolean
  readonly answer: (context: Context) => Reply | Promise<Reply> | Promise<Answer>
}

export type Route =
  | RouteOf<'nothing', OpenContext>
  | RouteOf<'token', UserContext>
  | RouteOf<'application', ApplicationContext>
  /** As 'application', but the cookie `cwt_ucwa` will do in place of the token. */
  | RouteOf<'photo ticket', ApplicationContext>

type Options = { readonly revision?: number; readonly hasXml?: boolean }
type Method = Route['method']

/** Open to anyone. */
export const openRoute = (
  method: Method,
  path: string,
  rel: string,
  answer: RouteOf<'nothing', OpenContext>['answer'],
): Route => ({ needs: 'nothing', method, path, rel, revision: 1, hasXml: false, answer })

/** For a user who has signed in; `path` from the root of the origin. */
export const userRoute = (
  method: Method,
  path: string,
  rel: string,
  answer: RouteOf<'token', UserContext>['answer'],
  { revision = 1, hasXml = false }: Options = {},
): Route => ({ needs: 'token', method, path, rel, revision, hasXml, answer })

/** For an application of the user's; `path` below the application's own address, '' for itself. */
export const route = (
  method: Method,
  path: string,
  rel: string,
  answer: RouteOf<'application', ApplicationContext>['answer'],
  { revision = 1, hasXml = false }: Options = {},
): Route => ({ needs: 'application', method, path: below(path), rel, revision, hasXml, answer })

export const photoRoute = (
  path: string,
  rel: string,
  answer: RouteOf<'photo ticket', ApplicationContext>['answer'],
): Route => ({
  needs: 'photo ticket',
  method: 'GET',
  path: below(path),
  rel,
  revision: 1,
  hasXml: false,
  answer,
})

const below = (path: string): string => `${APPLICATIONS_PATH}/:application${path === '' ? '' : `/${path}`}`

/** A person in a path: an address, with its `@` as it is or escaped. */
export const PERSON = ':person{[^/]*(?:@|%40)[^/]*}'

export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly param: (name: string) => string }
  /** The address is known, the method is not. */
  | { readonly kind: 'otherMethod'; readonly rel: string; readonly application: string | null }
  | { readonly kind: 'nothing' }

export type RouteTable = { find(method: string, path: string): Found }

/**
 * Of two routes on one address the first in the list is taken, so names go before parameters. Outside the
 * applications, addresses are known in any case, as IIS does: a walkthrough posts to `/webticket/oauthtoken` what was
 * announced as `/WebTicket/oauthtoken`.
 */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const router = new TrieRouter<Route>()
  for (const one of routes) {
    const isExact = one.needs === 'application' || one.needs === 'photo ticket'
    router.add(one.method, isExact ? one.path : one.path.toLowerCase(), one)
  }
  const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

  const match = (method: string, path: string): Extract<Found, { kind: 'route' }> | null => {
    const [first] = router.match(method, path)[0]
    if (first === undefined) return null
    const [found, params] = first
    return {
      kind: 'route',
      route: found,
      param: (name) => decoded(String(params[name] ?? '')),
    }
  }

  const find = (method: string, path: string): Found => {
    const found = match(method, path)
    if (found !== null) return found
    for (const other of methods) {
      const known = match(other, path)
      if (known === null) continue
      return { kind: 'otherMethod', rel: known.route.rel, application: known.param('application') || null }
    }
    return { kind: 'nothing' }
  }

  return {
    find: (method, path) => {
      const found = find(method, path)
      const folded = path.toLowerCase()
      const isBelowApplications = folded.startsWith(`${APPLICATIONS_PATH}/`)
      return found.kind === 'nothing' && !isBelowApplications ? find(method, folded) : found
    },
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // not an escape after all: it will name nothing
  }
}
