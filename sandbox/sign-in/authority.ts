import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose'
import * as v from 'valibot'

/**
 * An OpenID Connect provider whose access tokens are accepted.
 * Documented: the token's audience is scheme and host of the service, so each pool has its own
 * (`AuthenticationUsingAzureAD.md`). Assumed: an audience that is no address (a client's id, a URN) is good on every
 * pool, and a token that is no JWT is good for whom the provider's `userinfo` says.
 */
export type Authority = {
  /** Null: not a token of that provider, or not good any more. */
  read(token: string): Promise<Admitted | null>
}

export type Admitted = {
  /** What the provider calls the person: a UPN, or a name in the default domain. */
  readonly name: string
  /** The origins where it is good; null: everywhere. */
  readonly origins: readonly string[] | null
  /** Real milliseconds since 1970. */
  readonly expiresAtMs: number
}

const metadataShape = v.object({
  issuer: v.string(),
  jwks_uri: v.string(),
  userinfo_endpoint: v.optional(v.string()),
})
type Metadata = v.InferOutput<typeof metadataShape>

const namesShape = v.object({
  preferred_username: v.optional(v.string()),
  upn: v.optional(v.string()),
  sub: v.optional(v.string()),
})

/** A token that is no JWT does not say how long it is good. (Our choice: it is asked about once.) */
const OPAQUE_LIFE_MS = 60 * 60_000

/**
 * Asks the provider for its metadata when the first token comes, so that it may start later than the sandbox.
 * @param address The issuer, or an address of the provider's below it, such as its authorization endpoint.
 */
export function createAuthority(address: string): Authority {
  let known: { readonly metadata: Metadata; readonly keys: ReturnType<typeof createRemoteJWKSet> } | null =
    null
  const provider = async () => {
    if (known !== null) return known
    const metadata = await findMetadata(address)
    known = { metadata, keys: createRemoteJWKSet(new URL(metadata.jwks_uri)) }
    return known
  }

  return {
    read: async (token) => {
      try {
        const { metadata, keys } = await provider()
        const { issuer, userinfo_endpoint: userinfo } = metadata
        if (!isJwt(token)) return userinfo === undefined ? null : await ask(userinfo, token)
        const { payload } = await jwtVerify(token, keys, { issuer, requiredClaims: ['exp'] })
        return admittedBy(payload)
      } catch (error) {
        console.error(`A token is not accepted: ${String(error)}`) // whoever sent it meets the challenge
        return null
      }
    },
  }
}

/** The provider's own page about itself, at the address or above it. @throws Error when there is none. */
async function findMetadata(address: string): Promise<Metadata> {
  const { origin, pathname } = new URL(address)
  const steps = pathname.split('/').filter((step) => step !== '')
  for (let kept = steps.length; kept >= 0; kept -= 1) {
    const base = [origin, ...steps.slice(0, kept)].join('/')
    const answer = await fetch(`${base}/.well-known/openid-configuration`)
    const body: unknown = answer.ok ? await answer.json().catch(() => null) : null
    const read = v.safeParse(metadataShape, body)
    if (read.success) return read.output
  }
  throw new Error(`no OpenID Connect provider says what it is at ${address}`)
}

function isJwt(token: string): boolean {
  try {
    return decodeProtectedHeader(token).alg !== undefined
  } catch {
    return false
  }
}

function admittedBy(payload: JWTPayload): Admitted | null {
  const name = nameIn(payload)
  if (name === null || payload.exp === undefined) return null
  const origins = [payload.aud ?? []]
    .flat()
    .flatMap((audience) =>
      /^https?:/i.test(audience) && URL.canParse(audience) ? new URL(audience).origin : [],
    )
  return { name, origins: origins.length === 0 ? null : origins, expiresAtMs: payload.exp * 1000 }
}

async function ask(userinfo: string, token: string): Promise<Admitted | null> {
  const answer = await fetch(userinfo, { headers: { Authorization: `Bearer ${token}` } })
  const name = answer.ok ? nameIn(await answer.json()) : null
  return name === null ? null : { name, origins: null, expiresAtMs: Date.now() + OPAQUE_LIFE_MS }
}

/** Assumed: the first of these claims that there is. */
function nameIn(claims: unknown): string | null {
  const read = v.safeParse(namesShape, claims)
  if (!read.success) return null
  const { preferred_username: preferred, upn, sub } = read.output
  return preferred ?? upn ?? sub ?? null
}
