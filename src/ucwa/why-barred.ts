import type { WayInFailure } from './way-in.ts'
import { NO_REASON, type UcwaFailure } from './errors.ts'

/** A search that ends without a pool, as what it means for a session that has lost its own. */
export function whyBarred(way: WayInFailure): UcwaFailure {
  switch (way.kind) {
    case 'frameRefused': // as likely the outage that led here
      return { kind: 'unreachable', detail: `no frame from ${way.url}` }
    case 'serverNotFound':
      return { kind: 'unreachable', detail: `no answer from ${way.asked.join(', ')}` }
    case 'wrongPassword':
    case 'passwordNeeded':
    case 'windowsUnasked':
    case 'windowsRefused':
      return { kind: 'signedOut' }
    case 'other':
      return way.because
    case 'originNotAllowed': // a guess, without the server's own words: who was let in before is so no less now
      if (way.told === '') return { kind: 'unreachable', detail: `no answer to be read from ${way.host}` }
      return {
        kind: 'refused',
        status: 403,
        reason: { ...NO_REASON, diagnostics: way.told, server: way.host },
      }
    case 'notTrusted': // nothing goes there; but it was another place that let them in, and that may be named again
      return { kind: 'malformed', detail: `${way.namedBy} leads to ${way.origin}, which is not trusted` }
    case 'badAddress':
    case 'noGrant':
    case 'homedOnline':
      return { kind: 'refused', status: 0, reason: { ...NO_REASON, message: way.kind } }
  }
}
