import { openRoute, type OpenContext, type Route } from '../server/route.ts'
import { PASSIVE_COOKIE } from '../sign-in/passive.ts'
import { cookieOf, type Reply } from '../wire/http.ts'
import { resourceNotFound } from '../wire/refusals.ts'

/**
 * The page that signs in for the passive grant, as AD FS and the pool do it together: a form, and then a cookie on the
 * pool's host. Its address is documented (`AuthenticationInUCWA.md`, "Passive grant type"), and that it leaves a cookie
 * (Skype Web SDK pages). Observed: AD FS does not let its form be framed. Assumed: all else; its query is left unread.
 */
export const PASSIVE_PATH = '/PassiveAuth/PassiveAuth.aspx'

function show({ ask, sandbox, origin }: OpenContext): Reply {
  if (!sandbox.settings.grants.has('passive')) throw resourceNotFound()
  const cookie = cookieOf(ask, PASSIVE_COOKIE)
  const session = cookie === null ? null : sandbox.passive.read(cookie)
  return session?.pool === origin ? page(SIGNED_IN) : form(null)
}

function signIn({ ask, sandbox, origin, realm }: OpenContext): Reply {
  if (!sandbox.settings.grants.has('passive')) throw resourceNotFound()
  const fields = new URLSearchParams(new TextDecoder().decode(ask.body))
  const { world } = realm
  const user = world.authenticate(fields.get('username') ?? '', fields.get('password') ?? '')
  if (user === null) return form('The user name or password is not right.')
  const cookie = sandbox.passive.begin({ domain: world.domain, user: user.uri, pool: origin })
  return page(SIGNED_IN, [['Set-Cookie', `${PASSIVE_COOKIE}=${cookie}; path=/; HttpOnly`]])
}

const SIGNED_IN = '<p role="status">You are signed in. You can close this window.</p>'

const form = (wrong: string | null): Reply =>
  page(
    `<form method="post">
${wrong === null ? '' : `<p role="alert">${wrong}</p>\n`}<p><label>User name <input name="username" autocomplete="username" autofocus></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password"></label></p>
<p><button>Sign in</button></p>
</form>`,
    [['X-Frame-Options', 'DENY']],
  )

const page = (body: string, headers: readonly (readonly [string, string])[] = []): Reply => ({
  status: 200,
  headers: [['Content-Type', 'text/html; charset=utf-8'], ['Cache-Control', 'no-store'], ...headers],
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body>
<h1>Sign in</h1>
${body}
</body>
</html>
`,
})

export const passiveAuthRoutes: readonly Route[] = [
  openRoute('GET', PASSIVE_PATH, 'passiveAuth', show),
  openRoute('POST', PASSIVE_PATH, 'passiveAuth', signIn),
]
