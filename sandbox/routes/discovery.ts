import { APPLICATIONS_PATH } from '../server/hrefs.ts'
import { openRoute, userRoute, type OpenContext, type Route, type UserContext } from '../server/route.ts'
import { ok, type Json, type Reply } from '../wire/http.ts'
import { resourceNotFound } from '../wire/refusals.ts'
import { xframePage } from '../wire/xframe.ts'

const ROOT = '/Autodiscover/AutodiscoverService.svc/root'
const XFRAME = '/Autodiscover/XFrame/XFrame.html'

/** A frame is named only where frames are served. */
const frameLink = ({ sandbox }: OpenContext, pool: string): Json =>
  sandbox.settings.transports.has('xframe') ? { xframe: { href: `${pool}${XFRAME}` } } : {}

/**
 * The entry point. Documented: absolute links to `self`, `user` and `xframe` at the pool, with `originalDomain`
 * (`CreateAnApplication.md`, step 2); a `redirect` link alone when the domain is served elsewhere (`RootURL.md`,
 * step 5), which happens when a pool is asked for a domain that lives on another. Assumed: the autodiscover origin
 * sends everybody to the first pool, as a director; the domain is that of `sipuri` or `originalDomain`.
 */
function root(context: OpenContext): Reply {
  const { sandbox, origin, realm } = context
  const { autodiscover, pools } = sandbox.origins()
  const { domain } = realm.world
  const query = `?originalDomain=${domain}`
  const home = sandbox.homes.of(domain)
  if (origin !== autodiscover && origin !== pools[0] && origin !== home) {
    return ok({ _links: { redirect: { href: `${home}${ROOT}${query}` } } })
  }
  const pool = origin === home ? home : origin === autodiscover ? sandbox.homes.entryFor(domain) : pools[0]
  return ok({
    _links: {
      self: { href: `${pool}${ROOT}${query}` },
      user: { href: `${pool}${ROOT}/oauth/user${query}` },
      ...frameLink(context, pool),
    },
  })
}

/**
 * Documented: with a token, `applications` and `xframe`; `redirect` when the user lives elsewhere
 * (`CreateAnApplication.md`, step 8; UCWA reference, "user"). Observed: a ticket is good on its own pool alone, so
 * the pool that is redirected to challenges again.
 */
function user(context: UserContext): Reply {
  const { sandbox, origin, world } = context
  const home = sandbox.homes.of(world.domain)
  const query = `?originalDomain=${world.domain}`
  if (origin !== home) {
    return ok({
      _links: {
        self: { href: `${origin}${ROOT}/user` },
        redirect: { href: `${home}${ROOT}/oauth/user${query}` },
        ...frameLink(context, home),
      },
    })
  }
  return ok({
    _links: {
      self: { href: `${home}${ROOT}/user` },
      applications: { href: `${home}${APPLICATIONS_PATH}`, revision: '2' },
      ...frameLink(context, home),
    },
  })
}

/** Assumed: a path that serves frames only when frames are served; where it does not, it does not exist. */
function frame({ sandbox }: OpenContext): Reply {
  if (!sandbox.settings.transports.has('xframe')) throw resourceNotFound()
  return { status: 200, headers: [['Content-Type', 'text/html; charset=utf-8']], body: xframePage() }
}

export const discoveryRoutes: readonly Route[] = [
  openRoute('GET', '/', 'root', root),
  openRoute('GET', ROOT, 'root', root),
  // Documented: the frame of the pool, and the one that a client starts with (helper library of 2014: `/xframe`).
  openRoute('GET', '/xframe', 'xframe', frame),
  openRoute('GET', XFRAME, 'xframe', frame),
  // Documented: the address to ask (`CreateAnApplication.md`, step 3), and the one that its answer's `self` prints (step 8).
  userRoute('GET', `${ROOT}/oauth/user`, 'user', user),
  userRoute('GET', `${ROOT}/user`, 'user', user),
]
