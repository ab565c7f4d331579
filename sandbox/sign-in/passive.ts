import { newTicket } from '../server/ids.ts'
import { type SandboxClock, type Uri } from '../world/world-model.ts'

/** Who has signed in on a pool's passive page, by the cookie that the page has left. */
export type PassiveSessions = {
  /** @returns The cookie's value. */
  begin(session: PassiveSession): string
  /** Null: unknown, or its time is up. */
  read(cookie: string): PassiveSession | null
  /** Those of that domain are worth nothing from now on. */
  forget(domain: string): void
}

type PassiveSession = { readonly domain: string; readonly user: Uri; readonly pool: string }

/** Documented: the page leaves it on the pool's host (Skype Web SDK pages, "DevelopForSkypeForBusiness"). */
export const PASSIVE_COOKIE = 'RPSAuth'
/** Assumed: a day, so that renewing a ticket does not ask for the password again, and tomorrow does. */
const LIFE_MS = 24 * 60 * 60 * 1000

export function createPassiveSessions(clock: SandboxClock): PassiveSessions {
  const sessions = new Map<string, PassiveSession & { readonly expiresAtMs: number }>()
  return {
    begin: (session) => {
      const cookie = newTicket()
      sessions.set(cookie, { ...session, expiresAtMs: clock.now() + LIFE_MS })
      return cookie
    },
    read: (cookie) => {
      const session = sessions.get(cookie)
      return session === undefined || session.expiresAtMs <= clock.now() ? null : session
    },
    forget: (domain) => {
      for (const [cookie, session] of sessions) if (session.domain === domain) sessions.delete(cookie)
    },
  }
}
