import { type Flags } from './flags.ts'
import { answerControl, CONTROL_PATH, usersOf } from './levers/levers.ts'
import { allRoutes } from './routes/all.ts'
import { type Origins, type Sandbox } from './server/sandbox-model.ts'
import { createSandbox } from './server/sandbox.ts'
import { createAuthority } from './sign-in/authority.ts'
import { createNegotiate, withoutNegotiate } from './sign-in/negotiate.ts'
import { createClock } from './time/clock.ts'
import { type Ask, type Json } from './wire/http.ts'
import { listen, type Site } from './wire/server.ts'
import { createWorlds, DEFAULT_DOMAIN } from './world/worlds.ts'

/** A sandbox that listens, in this process. */
export type Started = {
  readonly sandbox: Sandbox
  readonly origins: Origins
  /** What the command prints as its first line. */
  readonly ready: Json
  readonly stop: () => Promise<void>
}

/** @throws the error of a listening socket, EADDRINUSE for one. */
export async function start(flags: Flags): Promise<Started> {
  const clock = createClock(flags.timeScale, flags.startsAtMs ?? Date.now())
  const worlds = createWorlds(flags, clock)
  const { negotiateVerifier } = flags
  const negotiate = negotiateVerifier === null ? withoutNegotiate : createNegotiate(negotiateVerifier)
  let origins: Origins | null = null
  const sandbox = createSandbox({
    settings: flags.settings,
    clock,
    worldOf: (domain) => worlds.get(domain),
    origins: () => {
      if (origins === null) throw new Error('a request came before the origins listened')
      return origins
    },
    routes: allRoutes,
    negotiate,
    authority: flags.settings.authority === null ? null : createAuthority(flags.settings.authority),
  })

  const sites: Site[] = []
  const host = flags.host.includes(':') ? `[${flags.host}]` : flags.host
  const stop = async (): Promise<void> => {
    sandbox.stop()
    worlds.stop()
    await Promise.all([negotiate.stop(), ...sites.map((site) => site.close())])
  }
  /**
   * @param shownAs the origin by which it is asked, where that is not its own
   * @returns that origin, and its own
   */
  const open = async (
    port: number,
    shownAs: string | null,
    isAutodiscover: boolean,
  ): Promise<{ readonly origin: string; readonly own: string }> => {
    let origin = '' // known when the first request comes
    const site = await listen(flags.host, port, (ask, remoteAddress) =>
      isAutodiscover && ask.url.pathname.startsWith(`${CONTROL_PATH}/`)
        ? answerControl(sandbox, ask, remoteAddress)
        : sandbox.answer(shownAs === null ? ask : { ...ask, url: new URL(pathOf(ask), shownAs) }, origin),
    )
    sites.push(site)
    const own = `http://${host}:${site.port}`
    origin = shownAs ?? own
    return { origin, own }
  }

  try {
    const { origin: autodiscover, own } = await open(flags.port, flags.shownAs, true)
    const { origin: first } = await open(flags.poolPort, flags.poolShownAs, false)
    const pools: [string, ...string[]] = [first]
    while (pools.length < flags.pools) pools.push((await open(0, null, false)).origin)
    origins = { autodiscover, pools }
    const ready = {
      autodiscover: `${autodiscover}/`,
      pool: first,
      ...(pools.length > 1 ? { pools } : {}),
      control: `${own}${CONTROL_PATH}`,
      users: usersOf(worlds.get(DEFAULT_DOMAIN)),
    }
    return { sandbox, origins, ready, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const pathOf = ({ url }: Ask): string => `${url.pathname}${url.search}`
