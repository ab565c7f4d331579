import { type Grant, type Sandbox } from '../server/sandbox-model.ts'
import { type Reply } from '../wire/http.ts'

/** Source: `AuthenticationInUCWA.md`, "Authentication Flow". */
const WIRE_NAMES: { readonly [grant in Grant]: string } = {
  windows: 'urn:microsoft.rtc:windows',
  passive: 'urn:microsoft.rtc:passive',
  password: 'password',
}
const GRANTS = ['windows', 'passive', 'password'] as const

/** Null: none that we know. */
export const grantNamed = (wireName: string): Grant | null =>
  GRANTS.find((grant) => WIRE_NAMES[grant] === wireName) ?? null

const offeredGrants = ({ settings }: Sandbox): readonly string[] =>
  GRANTS.filter((grant) => settings.grants.has(grant)).map((grant) => WIRE_NAMES[grant])

/**
 * Who are you? Documented: 401 with an HTML body and two `WWW-Authenticate` headers (`CreateAnApplication.md`, step 4);
 * the web ticket service is that of the origin asked. Assumed: every UCWA resource challenges in these words.
 */
export function challenge(sandbox: Sandbox, origin: string, domain: string): Reply {
  const { authority } = sandbox.settings
  const bearer = [
    `trusted_issuers="00000002-0000-0ff1-ce00-000000000000@${domain}"`,
    'client_id="00000004-0000-0ff1-ce00-000000000000"',
    ...(authority === null ? [] : [`authorization_uri="${authority}"`]),
  ]
  return {
    status: 401,
    headers: [
      ['Content-Type', 'text/html'],
      ['WWW-Authenticate', `Bearer ${bearer.join(', ')}`],
      [
        'WWW-Authenticate',
        `MsRtcOAuth href="${origin}/WebTicket/oauthtoken",grant_type="${offeredGrants(sandbox).join(',')}"`,
      ],
    ],
    body:
      '<html><head><title>401 - Unauthorized</title></head><body><h1>Server Error</h1>' +
      '<h2>401 - Unauthorized: Access is denied due to invalid credentials.</h2>' +
      '<h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3>' +
      '</body></html>',
  }
}
