import { newTicket } from './ids.ts'

/** What opens one application's photos to an `<img>`: values of the cookie `cwt_ucwa`. */
export type PhotoTickets = {
  /** The ticket of whoever has that token; the same one for as long as the token is. */
  of(token: string): string
  opens(ticket: string): boolean
}

/**
 * Documented: the cookie's end "is closely tied to the expiration of the token" (`MeDashboard.md`, "photo"). Assumed: it
 * is worth what its token is, so that two tabs, and the token before a renewal, each have a ticket that is good.
 */
export function createPhotoTickets(isGoodToken: (token: string) => boolean): PhotoTickets {
  const byToken = new Map<string, string>()
  return {
    of: (token) => {
      for (const known of byToken.keys()) if (!isGoodToken(known)) byToken.delete(known)
      const ticket = byToken.get(token) ?? newTicket()
      byToken.set(token, ticket)
      return ticket
    },
    opens: (ticket) => Array.from(byToken).some(([token, known]) => known === ticket && isGoodToken(token)),
  }
}
