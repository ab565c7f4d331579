import { fqdnOf } from '../server/finished.ts'
import { type Realm } from '../server/realm.ts'
import { openRoute, type OpenContext, type Route } from '../server/route.ts'
import { type Grant } from '../server/sandbox-model.ts'
import { grantNamed } from '../sign-in/challenge.ts'
import { PASSIVE_COOKIE } from '../sign-in/passive.ts'
import { cookieOf, reply, type Reply } from '../wire/http.ts'
import { type Person } from '../world/world-model.ts'
import { DEFAULT_DOMAIN } from '../world/worlds.ts'
import { PASSIVE_PATH } from './passive-auth.ts'

/**
 * The web ticket service: a form in, a token out. Errors are OAuth's, not UCWA's: 400 with `error`, and a reason in
 * `X-Ms-diagnostics` on which no client should depend.
 * Source: `AuthenticationInUCWA.md`; `CreateAnApplication.md`, steps 5 and 6.
 */
export const webTicketRoutes: readonly Route[] = [
  openRoute('POST', '/WebTicket/oauthtoken', 'oauthToken', (context): Reply | Promise<Reply> => {
    const { ask, sandbox } = context
    if (!/^application\/x-www-form-urlencoded\b/i.test(ask.headers.get('content-type') ?? '')) {
      return oauthError('invalid_request')
    }
    const form = new URLSearchParams(new TextDecoder().decode(ask.body))
    const name = form.get('grant_type')
    if (name === null) return oauthError('invalid_request')
    const grant = grantNamed(name)
    if (grant === null || !sandbox.settings.grants.has(grant)) {
      const why = diagnostics(context, 28029, 'Authentication type not allowed.')
      return oauthError('unsupported_grant_type', why)
    }
    // Documented: "The scope property does not need to be sent ... the only supported value is "all"."
    if ((form.get('scope') ?? 'all') !== 'all') return oauthError('invalid_scope')
    // Documented, of both: "username and password parameters must not be present".
    const isNameless = grant === 'windows' || grant === 'passive'
    if (isNameless && (form.has('username') || form.has('password'))) return oauthError('invalid_request')
    return GRANTS[grant](context, form)
  }),
]

const GRANTS: {
  readonly [grant in Grant]: (context: OpenContext, form: URLSearchParams) => Reply | Promise<Reply>
} = {
  password: (context, form) => {
    const { realm } = context
    const username = form.get('username')
    const password = form.get('password')
    // Documented: "invalid_request: The request is missing a required parameter".
    if (username === null || password === null) return oauthError('invalid_request')
    const user = realm.world.authenticate(username, password)
    return user === null ? oauthError('invalid_grant') : ticketFor(context, realm, user)
  },

  /**
   * Documented: 400 with the address of the page that signs in ("Passive grant type"); with the cookie which that page
   * has left here, a ticket (Skype Web SDK pages).
   */
  passive: (context) => {
    const { ask, sandbox, origin } = context
    const cookie = cookieOf(ask, PASSIVE_COOKIE)
    const session = cookie === null ? null : sandbox.passive.read(cookie)
    const realm = session?.pool === origin ? sandbox.realm(session.domain) : null
    const user = realm === null || session === null ? null : realm.world.person(session.user)
    if (realm !== null && user !== null) return ticketFor(context, realm, user)
    return reply(
      400,
      { error: 'invalid_grant', ms_rtc_passiveauthuri: `${origin}${PASSIVE_PATH}` },
      diagnostics(context, 28020, 'No valid security token.'),
    )
  },

  /**
   * Documented: Integrated Windows Authentication, which "might cause a Windows authentication dialog" ("Windows grant
   * type"). Assumed: as Internet Information Services does it, 401 with `WWW-Authenticate: Negotiate` until a token
   * comes that is accepted (RFC 4559); whoever has a ticket of that realm but is nobody here, 400 `invalid_grant`.
   */
  windows: async (context) => {
    const { ask, sandbox } = context
    const [, token] = /^Negotiate\s+(\S+)$/i.exec(ask.headers.get('authorization') ?? '') ?? []
    const verdict = token === undefined ? null : await sandbox.negotiate.verify(token)
    if (verdict?.kind !== 'accepted') return negotiateFirst()
    const { principal, token: back } = verdict
    const [account = '', kerberosRealm = DEFAULT_DOMAIN] = principal.toLowerCase().split('@')
    const username = `${account}@${kerberosRealm}`
    const realm = /^[\w-]+(\.[\w-]+)+$/.test(kerberosRealm) ? sandbox.realm(kerberosRealm) : null
    const user = realm?.world.users.find(({ credentials }) => credentials?.username === username) ?? null
    if (realm === null || user === null) {
      return oauthError('invalid_grant', diagnostics(context, 28020, 'No valid security token.'))
    }
    const { headers, ...granted } = ticketFor(context, realm, user)
    return back === null
      ? { ...granted, headers }
      : { ...granted, headers: [...headers, ['WWW-Authenticate', `Negotiate ${back}`]] }
  },
}

const negotiateFirst = (): Reply => ({
  status: 401,
  headers: [
    ['Content-Type', 'text/html'],
    ['WWW-Authenticate', 'Negotiate'],
  ],
  body: '<html><head><title>401 - Unauthorized</title></head><body><h1>401 - Unauthorized</h1></body></html>',
})

function ticketFor({ sandbox, origin }: OpenContext, { world }: Realm, user: Person): Reply {
  const { token, expiresInSeconds } = sandbox.tokens.issue({
    domain: world.domain,
    user: user.uri,
    pools: [origin],
  })
  return reply(
    200,
    {
      access_token: token,
      expires_in: expiresInSeconds,
      ms_rtc_identityscope: 'local',
      token_type: 'Bearer',
    },
    NOT_STORED,
  )
}

const NOT_STORED: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['Pragma', 'no-cache'],
]

const oauthError = (
  error: 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type' | 'invalid_scope',
  headers: [string, string][] = [],
): Reply => reply(400, { error }, [...NOT_STORED, ...headers])

const diagnostics = ({ realm }: OpenContext, id: number, reason: string): [string, string][] => [
  ['X-Ms-diagnostics', `${id};source="${fqdnOf(realm.world)}";reason="${reason}"`],
]
