import type * as Library from 'oidc-client-ts'
import { NO_REASON, UcwaError, malformed, unreachable } from '../ucwa/errors.ts'
import type { ModernGrant, ModernRequest, ModernToken } from '../ucwa/modern.ts'

type Loaded = typeof Library

/**
 * Authorization code with proof key, by oidc-client-ts, which is loaded when somebody first needs it.
 * What it has to remember between the page that opens and the one that comes back stays in this page's memory.
 */
export function createModernGrant(redirectUri: string, giveUpMs: number): ModernGrant {
  let loading: Promise<Loaded> | null = null
  const load = (): Promise<Loaded> => {
    loading ??= import('oidc-client-ts').catch((error: unknown) => {
      loading = null // a page of an older build, or no network: the next try asks again
      throw unreachable(`the part of this page for modern authentication did not load: ${String(error)}`)
    })
    return loading
  }

  const clientFor = async (library: Loaded, request: ModernRequest): Promise<Library.OidcClient> => {
    const { InMemoryWebStorage, OidcClient, WebStorageStateStore } = library
    const { authority, clientId, scope, admit } = request
    const client = new OidcClient({
      authority,
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      loadUserInfo: false,
      requestTimeoutInSeconds: giveUpMs / 1000,
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    })
    const { authorization_endpoint, token_endpoint } = await client.metadataService.getMetadata()
    for (const endpoint of [authorization_endpoint, token_endpoint]) {
      if (endpoint !== undefined && !admit(endpoint))
        throw malformed(`${authority} names an address at an origin that is not trusted: ${endpoint}`)
    }
    return client
  }

  return {
    begin: async (request) => {
      const library = await load()
      const client = await sorted(library, clientFor(library, request))
      const login = request.loginHint === '' ? {} : { login_hint: request.loginHint }
      const { url } = await sorted(library, client.createSigninRequest(login))
      return {
        url,
        finish: async (returned) => tokenIn(await sorted(library, client.processSigninResponse(returned))),
      }
    },
    refresh: async (request, refreshToken) => {
      const library = await load()
      const client = await sorted(library, clientFor(library, request))
      // The library declares a class for this, but does not export it (3.5): an object of its shape will do.
      const state: Library.RefreshState = {
        refresh_token: refreshToken,
        session_state: null,
        profile: { sub: '', iss: '', aud: '', exp: 0, iat: 0 },
      }
      return tokenIn(await sorted(library, client.useRefreshToken({ state })))
    },
  }
}

function tokenIn(response: {
  readonly access_token: string
  readonly expires_in?: number | undefined
  readonly refresh_token?: string | undefined
}): ModernToken {
  const { access_token, expires_in, refresh_token } = response
  return {
    accessToken: access_token,
    lifeMs: expires_in === undefined ? null : expires_in * 1000,
    refreshToken: refresh_token ?? null,
  }
}

/** What the provider refuses, what keeps us from it, and what is neither. */
async function sorted<T>(library: Loaded, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UcwaError) throw error
    if (error instanceof library.ErrorResponse) throw new UcwaError(refusal(error))
    if (error instanceof library.ErrorTimeout || error instanceof TypeError) throw unreachable(error.message)
    throw malformed(error instanceof Error ? error.message : String(error))
  }
}

const refusal = ({ error, error_description }: Library.ErrorResponse) =>
  ({
    kind: 'refused',
    status: 400,
    reason: { ...NO_REASON, code: error, message: error_description },
  }) as const
