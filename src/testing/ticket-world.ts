import { expect } from 'vitest'
import { POOL } from './examples.ts'
import { createHandTurnedClock, settled } from './hand-turned-clock.ts'
import { createScriptedServer } from './scripted-server.ts'
import { parseConfiguration } from '../ucwa/config.ts'
import { NO_REASON, UcwaError } from '../ucwa/errors.ts'
import { createExchange } from '../ucwa/http.ts'
import type { ModernGrant, ModernRequest, ModernToken } from '../ucwa/modern.ts'
import { createTokens, type ChallengeMet, type Proof, type SignInPage } from '../ucwa/token.ts'
import type { TransportRequest } from '../ucwa/transport.ts'
import { createTrust } from '../ucwa/trust.ts'

const never = new AbortController().signal
export const SECOND = 'https://pool2.contoso.com'

type Script = {
  readonly tokens?: readonly ModernToken[]
  readonly refreshed?: ModernToken | UcwaError
  /** Each refresh gives another refresh token, and takes the one before out of use. */
  readonly rotates?: boolean
  /** How long the server takes for an answer. */
  readonly takesMs?: number
}

/** Somebody in front of hosts that challenge, and what signs them in: a script for each, and a clock. */
export function world(
  configuration: object = {},
  { tokens: given = [], refreshed, rotates = false, takesMs = 0 }: Script = {},
) {
  const server = createScriptedServer()
  const clock = createHandTurnedClock()
  const parsed = parseConfiguration(configuration)
  const trust = createTrust(parsed)
  trust.begin('contoso.com')
  trust.admit(POOL)
  trust.admit(SECOND)
  const exchange = createExchange(server, trust, clock, 30_000)
  const met: ChallengeMet[] = []
  const asked: ModernRequest[] = []
  const left = [...given]
  const refreshedBy: string[] = []
  const modern: ModernGrant = {
    begin: async (request) => {
      asked.push(request)
      return {
        url: `${request.authority}/authorize?asked=1`,
        finish: async (returned) => {
          expect(returned).toBe('https://presence.contoso.com/?code=1')
          const next = left.shift()
          if (next === undefined) throw new Error('no token is left to give')
          return next
        },
      }
    },
    refresh: async (_, refreshToken) => {
      if (rotates) {
        const isUsed = refreshedBy.includes(refreshToken)
        refreshedBy.push(refreshToken)
        await settled() // as long as it takes for two to meet
        if (isUsed) throw new UcwaError({ kind: 'refused', status: 400, reason: NO_REASON })
        return aToken(`by ${refreshToken}`, `${refreshToken}+`)
      }
      expect(refreshToken).toBe('refresh')
      if (refreshed instanceof UcwaError) throw refreshed
      if (refreshed === undefined) throw new Error('no refreshed token is left to give')
      return refreshed
    },
  }
  const answered = async (request: TransportRequest) => {
    const reply = await exchange(request, never)
    if (takesMs > 0) await clock.advance(takesMs)
    return reply
  }
  const tokens = createTokens(answered, trust, clock, {
    configuration: parsed.signIn,
    modern,
    onMet: (one) => met.push(one),
  })
  const begin = (of: Partial<Proof> = {}) =>
    tokens.begin({ username: 'lenea@contoso.com', password: '', picked: null, ...of })
  const pages: SignInPage[] = []
  const visits = (...returned: readonly (string | null)[]) => {
    const back = [...returned]
    tokens.ask(async (page) => {
      pages.push(page)
      const [next = null] = back.splice(0, 1)
      return next
    })
  }
  return { tokens, server, clock, begin, visits, pages, met, asked, refreshedBy }
}

export const aToken = (accessToken: string, refreshToken: string | null = null): ModernToken => ({
  accessToken,
  lifeMs: 3600_000,
  refreshToken,
})
