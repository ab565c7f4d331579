import { offeredGrants } from '../challenge.ts'
import { reply, type Reply } from '../http.ts'
import { openRoute, type OpenContext, type Route } from '../route.ts'

/**
 * The web ticket service: a form in, a token out. Errors are OAuth's, not UCWA's: 400 with `error`, and a reason in
 * `X-Ms-diagnostics` on which no client should depend.
 * Source: `AuthenticationInUCWA.md`; `CreateAnApplication.md`, steps 5 and 6.
 */
export const webTicketRoutes: readonly Route[] = [
  openRoute('POST', '/WebTicket/oauthtoken', 'oauthToken', (context) => {
    const { ask, sandbox, origin, realm } = context
    if (!/^application\/x-www-form-urlencoded\b/i.test(ask.headers.get('content-type') ?? '')) {
      return oauthError('invalid_request')
    }
    const form = new URLSearchParams(new TextDecoder().decode(ask.body))
    const grant = form.get('grant_type')
    if (grant === null) return oauthError('invalid_request')
    if (!offeredGrants(sandbox).includes(grant)) {
      return oauthError(
        'unsupported_grant_type',
        diagnostics(context, 28029, 'Authentication type not allowed.'),
      )
    }
    // Documented: 400 with the address of the page that signs in (`AuthenticationInUCWA.md`, "Passive grant type").
    if (grant === 'urn:microsoft.rtc:passive') {
      return reply(
        400,
        { error: 'invalid_grant', ms_rtc_passiveauthuri: `${origin}/PassiveAuth/PassiveAuth.aspx` },
        diagnostics(context, 28020, 'No valid security token.'),
      )
    }
    // Assumed: nobody is signed in to Windows here, so the credentials "could not be verified".
    if (grant === 'urn:microsoft.rtc:windows') {
      return oauthError('invalid_grant', diagnostics(context, 28020, 'No valid security token.'))
    }
    const username = form.get('username')
    const password = form.get('password')
    // Documented: "invalid_request: The request is missing a required parameter".
    if (username === null || password === null) return oauthError('invalid_request')
    const user = realm.world.authenticate(username, password)
    if (user === null) return oauthError('invalid_grant')
    const { token, expiresInSeconds } = sandbox.tokens.issue({
      domain: realm.world.domain,
      user: user.uri,
      pool: origin,
    })
    return reply(
      200,
      {
        access_token: token,
        expires_in: expiresInSeconds,
        ms_rtc_identityscope: 'local',
        token_type: 'Bearer',
      },
      [
        ['Cache-Control', 'no-store'],
        ['Pragma', 'no-cache'],
      ],
    )
  }),
]

const oauthError = (
  error: 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type',
  headers: [string, string][] = [],
): Reply => reply(400, { error }, [['Cache-Control', 'no-store'], ['Pragma', 'no-cache'], ...headers])

const diagnostics = ({ realm }: OpenContext, id: number, reason: string): [string, string][] => [
  ['X-Ms-diagnostics', `${id};source="fe1.${realm.world.domain}";reason="${reason}"`],
]
