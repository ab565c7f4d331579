import { anHref } from './examples.ts'
import { createHandTurnedClock } from './hand-turned-clock.ts'
import { parseConfiguration } from '../ucwa/config.ts'
import { createBatch } from '../ucwa/batch.ts'
import type { Href } from '../ucwa/hal.ts'
import { createExchange, createHttp } from '../ucwa/http.ts'
import { createTokens } from '../ucwa/token.ts'
import type { Transport } from '../ucwa/transport.ts'
import { createTrust } from '../ucwa/trust.ts'

export const TO = anHref('/ucwa/oauth/v1/applications/101/batch')
export const REQUEST_MS = 30_000

/** A batch on a transport of the test's, with reads of one turn of microtasks going together. */
export function batchOn(transport: Transport, of: { batchHref?: () => Href | null } = {}) {
  const clock = createHandTurnedClock()
  const life = new AbortController()
  const trust = createTrust(parseConfiguration({ trustedDomains: ['contoso.com'] }))
  trust.begin(null)
  trust.admit(TO)
  const exchange = createExchange(transport, trust, clock, REQUEST_MS)
  const tokens = createTokens((request) => exchange(request, life.signal), trust, clock)
  const http = createHttp(exchange, tokens, clock)
  let boundaries = 0
  const batch = createBatch({
    http,
    clock,
    nextTick: async () => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
    },
    uniqueId: () => `boundary-${(boundaries += 1)}`,
    batchHref: of.batchHref ?? (() => TO),
    heed: () => undefined,
    ended: () => life.signal,
  })
  return { batch, clock, life, tokens }
}
