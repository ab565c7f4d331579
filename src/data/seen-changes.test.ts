import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { aUcwa } from '../testing/a-ucwa.ts'
import { aContactPresence } from '../testing/examples.ts'
import type { ContactPresence } from '../ucwa/contact-presence.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { contactPresenceQuery } from './contact-presence.ts'
import { createSeenChanges } from './seen-changes.ts'

const LIN = toSipUri('sip:lin@contoso.com')

function looking() {
  const cache = new QueryClient()
  let gapAtMs = 0
  const seen = createSeenChanges(cache, () => gapAtMs)
  const { queryKey } = contactPresenceQuery(aUcwa(), LIN)
  return {
    seen,
    reads: (presence: Partial<ContactPresence>, updatedAt: number) =>
      void cache.setQueryData(queryKey, aContactPresence(presence), { updatedAt }),
    misses: (untilMs: number) => {
      gapAtMs = untilMs
    },
    forgets: () => cache.clear(),
  }
}

test('a first read tells nothing of when it began', () => {
  const { seen, reads } = looking()
  expect(seen.sinceMs(LIN)).toBe(null)
  reads({ availability: 'Busy' }, 1000)
  expect(seen.sinceMs(LIN)).toBe(null)
})

test('a change before our eyes is told from then on, whatever the activity does', () => {
  const { seen, reads } = looking()
  reads({ availability: 'Online' }, 1000)
  reads({ availability: 'Busy' }, 2000)
  reads({ availability: 'Busy', activity: 'on-the-phone' }, 3000)
  expect(seen.sinceMs(LIN)).toBe(2000)
  reads({ availability: 'Busy', activity: 'out-of-office' }, 4000)
  expect(seen.sinceMs(LIN)).toBe(4000)
})

test('what a gap brings has changed unseen', () => {
  const { seen, reads, misses } = looking()
  reads({ availability: 'Online' }, 1000)
  reads({ availability: 'Busy' }, 2000)
  misses(2500)
  reads({ availability: 'Away' }, 3000)
  expect(seen.sinceMs(LIN)).toBe(null)
  reads({ availability: 'Online' }, 4000)
  expect(seen.sinceMs(LIN)).toBe(4000)
})

test('what is the same after a gap may have been something else meanwhile', () => {
  const { seen, reads, misses } = looking()
  reads({ availability: 'Online' }, 1000)
  reads({ availability: 'Busy' }, 2000)
  misses(2500)
  reads({ availability: 'Busy' }, 3000)
  expect(seen.sinceMs(LIN)).toBe(null)
})

test('nothing is kept of somebody who is let go of', () => {
  const { seen, reads, forgets } = looking()
  reads({ availability: 'Online' }, 1000)
  reads({ availability: 'Busy' }, 2000)
  forgets()
  expect(seen.sinceMs(LIN)).toBe(null)
})
