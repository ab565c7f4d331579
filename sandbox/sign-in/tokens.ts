import { newTicket } from '../server/ids.ts'
import { type SandboxClock, type Uri } from '../world/world-model.ts'

/** Who a web ticket speaks for. */
export type Ticket = {
  /** The SIP domain whose world the user lives in. */
  readonly domain: string
  readonly user: Uri
  /** Documented: a ticket is good for the pool that issued it (Skype Web SDK pages). Null: for every one. */
  readonly pools: readonly string[] | null
}

export type Tokens = {
  /** The token with its prefix `cwt=`, and its life in seconds of the caller's own, real time. */
  issue(ticket: Ticket): { readonly token: string; readonly expiresInSeconds: number }
  /** A token of somebody else's making speaks for that user from now on, unless it has before: once expired is for good. */
  adopt(token: string, ticket: Ticket, expiresAtMs: number): void
  /** Null: unknown, or its time is up. */
  read(token: string): Ticket | null
  /** That token is worth nothing from now on. */
  expire(token: string): void
  /** All of that domain's. False: there were none. */
  forget(domain: string): boolean
}

/** The token of an `Authorization` header; null: it is of another kind. */
export const bearerOf = (authorization: string): string | null =>
  /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? null

/** Source: `AuthenticationInUCWA.md`, "Refreshing an OAuth token": eight hours for authenticated users. */
const LIFE_MS = 8 * 60 * 60 * 1000

export function createTokens(clock: SandboxClock): Tokens {
  const issued = new Map<string, Ticket & { readonly expiresAtMs: number }>()
  /** Tokens that would be taken for good if they were looked at again. */
  const worthless = new Set<string>()
  const expire = (token: string): void => {
    issued.delete(token)
    worthless.add(token)
  }
  return {
    issue: (ticket) => {
      for (const [token, { expiresAtMs }] of issued) if (expiresAtMs <= clock.now()) expire(token)
      const token = `cwt=${newTicket()}`
      issued.set(token, { ...ticket, expiresAtMs: clock.now() + LIFE_MS })
      return { token, expiresInSeconds: Math.floor(LIFE_MS / 1000 / clock.scale) }
    },
    adopt: (token, ticket, expiresAtMs) => {
      if (!worthless.has(token) && !issued.has(token)) issued.set(token, { ...ticket, expiresAtMs })
    },
    read: (token) => {
      const ticket = issued.get(token)
      return ticket === undefined || ticket.expiresAtMs <= clock.now() ? null : ticket
    },
    expire,
    forget: (domain) => {
      const theirs = Array.from(issued).filter(([, ticket]) => ticket.domain === domain)
      for (const [token] of theirs) expire(token)
      return theirs.length > 0
    },
  }
}
