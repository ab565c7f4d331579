import type { Clock } from '../lib/clock.ts'
import type { Grant } from './grants.ts'
import { toHref } from './hal.ts'
import { SIGNED_OUT } from './provider-tokens.ts'
import type { Reply } from './reply.ts'
import type { Proof, Renewal, VisitPage } from './token.ts'
import type { TransportRequest } from './transport.ts'
import type { Trust } from './trust.ts'
import { ticketIn, ticketRequest, type Ticket } from './web-ticket.ts'

/** A ticket, or why there is none; `notThisGrant` leaves the others to be tried. */
export type TicketGot = Extract<Ticket, { kind: 'granted' | 'notThisGrant' }> | Renewal

/** Where web tickets are got, in as many steps as the grant takes. */
export type TicketOffice = {
  /**
   * @param isWanted false once the person has signed out meanwhile
   * Rejects as the exchange, or the visit of a page, does.
   */
  get(
    grant: Exclude<Grant, 'modern'>,
    tokenUrl: string,
    proof: Proof,
    isWanted: () => boolean,
  ): Promise<TicketGot>
}

export type TicketOfficeDeps = {
  readonly exchange: (request: TransportRequest) => Promise<Reply>
  readonly trust: Pick<Trust, 'admit'>
  readonly clock: Clock
  /** Null: nobody is to be asked. */
  readonly visit: () => VisitPage | null
}

/**
 * Observed: on Linux, Chromium (156) refuses the first Negotiate challenge that a profile ever meets, and only then lets its
 * network process load Kerberos, which takes some milliseconds: asked 5 ms later it refused again, 28 ms later it did not. So
 * a refusal is asked once more after a pause; but not where it came so late that a browser's own dialog may have been answered
 * in between, which would be shown again. (The times are our choice.)
 */
const KERBEROS_LOADS_WITHIN_MS = 500
const NOBODY_ANSWERS_WITHIN_MS = 1000

const NO_PAGE: Renewal = {
  kind: 'failed',
  failure: { kind: 'malformed', detail: 'no page to sign in on is named' },
}

export const createTicketOffice = ({ exchange, trust, clock, visit }: TicketOfficeDeps): TicketOffice => ({
  get: async (grant, tokenUrl, proof, isWanted) => {
    let isAgain = false
    let hasRetried = false
    for (;;) {
      const askedAtMs = clock.now()
      const reply = await exchange(ticketRequest(tokenUrl, grant, proof))
      const answer = ticketIn(reply, grant, clock.now())
      if (!isWanted()) return SIGNED_OUT
      switch (answer.kind) {
        case 'passiveFirst': {
          if (answer.page === null) return NO_PAGE
          const url = toHref(answer.page, tokenUrl)
          if (!trust.admit(url)) return { kind: 'notTrusted', origin: new URL(url).origin }
          const show = visit()
          if (show === null) return SIGNED_OUT
          await show({ url, grant: 'passive', isAgain })
          if (!isWanted()) return SIGNED_OUT
          isAgain = true
          break
        }
        case 'windowsRefused':
          if (hasRetried || clock.now() - askedAtMs >= NOBODY_ANSWERS_WITHIN_MS) return answer
          hasRetried = true
          await clock.sleep(KERBEROS_LOADS_WITHIN_MS)
          if (!isWanted()) return SIGNED_OUT
          break
        case 'granted':
        case 'notThisGrant':
        case 'wrongPassword':
        case 'failed':
          return answer
      }
    }
  },
})
