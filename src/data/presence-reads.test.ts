import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { aUcwa } from '../testing/a-ucwa.ts'
import { aContactPresence } from '../testing/examples.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import { toSipUri, type SipUri } from '../ucwa/hal.ts'
import { contactPresenceQuery } from './contact-presence.ts'
import { onPresenceRead } from './presence-reads.ts'

const LIN = toSipUri('sip:lin@contoso.com')

test('each read of a presence is told, that there is none any more among them', () => {
  const cache = new QueryClient()
  const { queryKey } = contactPresenceQuery(aUcwa(), LIN)
  const told: [SipUri, ContactPresence | null][] = []
  onPresenceRead(cache, (who, presence) => told.push([who, presence]))

  const online = aContactPresence({ availability: 'Online' })
  cache.setQueryData(queryKey, online)
  cache.setQueryData(queryKey, null)
  cache.setQueryData(['presence'], online)
  expect(told).toEqual([
    [LIN, online],
    [LIN, null],
  ])
})
