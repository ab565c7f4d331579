import { once } from 'node:events'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect provider, whose sign-in page believes everybody who they say they are. */
export type Authority = {
  readonly url: string
  /** Whether the next to sign in get a refresh token with their access token; they do at first. */
  givesRefreshTokens(areGiven: boolean): void
  /** By which grants tokens were got, since last asked. */
  grantsUsed(): readonly string[]
  stop(): Promise<void>
}

/** How the board is registered there. */
export const CLIENT_ID = 'presence-board'

/** Listens on a free port of this machine. */
export async function startAuthority(): Promise<Authority> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the provider listens on no port')
  const url = `http://127.0.0.1:${bound.port}`

  let areRefreshTokensGiven = true
  let used: string[] = []
  const provider = new Provider(url, {
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native', // then a place on this machine is registered with any port
        redirect_uris: ['http://127.0.0.1/'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    clientBasedCORS: () => true,
    issueRefreshToken: () => Promise.resolve(areRefreshTokensGiven),
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  })
  provider.on('grant.success', ({ oidc }) => used.push(String(oidc.params?.['grant_type'])))
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    url,
    givesRefreshTokens: (areGiven) => {
      areRefreshTokensGiven = areGiven
    },
    grantsUsed: () => {
      const since = used
      used = []
      return since
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
