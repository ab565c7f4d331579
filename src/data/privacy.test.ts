import { environmentManager } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aUcwa } from '../testing/a-ucwa.ts'
import { POOL } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { parseContactPrivacyRelationship } from '../ucwa/contact-privacy-relationship.ts'
import { NO_REASON, UcwaError } from '../ucwa/errors.ts'
import { parseResource, toSipUri } from '../ucwa/hal.ts'
import { createCache } from './cache.ts'
import { privacyLevelKey, setPrivacyLevelMutation } from './privacy.ts'
import { createWatchedQueries } from './watched-queries.ts'

const DANA = toSipUri('sip:danab@contoso.com')
const SEEN = parseContactPrivacyRelationship(parseResource({ relationshipLevel: 'Colleagues' }, POOL))
const A_DAY_MS = 24 * 3_600_000

// Query forgets by timers of its own; on a server it would not.
beforeEach(() => {
  vi.useFakeTimers()
  environmentManager.setIsServer(() => false)
})
afterEach(() => {
  vi.useRealTimers()
  environmentManager.setIsServer(() => true)
})

function choosing() {
  let isRefused = true
  const cache = createCache({ onBug: () => {}, isLive: () => true })
  const ucwa = aUcwa({
    setContactPrivacyLevel: async () => {
      if (isRefused) throw new UcwaError({ kind: 'refused', status: 403, reason: NO_REASON })
    },
  })
  const options = setPrivacyLevelMutation(ucwa, { cache, watched: createWatchedQueries(cache) }, DANA)
  const mutations = cache.getMutationCache()
  return {
    choose: async () => {
      const mutation = mutations.build(cache, options)
      mutation.execute({ wanted: 'Workgroup', seen: SEEN }).catch(() => null)
      await settled()
    },
    accepts: () => (isRefused = false),
    states: () =>
      mutations.findAll({ mutationKey: privacyLevelKey(DANA), exact: true }).map(({ state }) => state.status),
  }
}

test('a level that was refused waits for whoever chose it, though they look a day later', async () => {
  const { choose, states } = choosing()
  await choose()
  expect(states()).toEqual(['error'])
  vi.advanceTimersByTime(A_DAY_MS)
  expect(states()).toEqual(['error'])
})

test('a newer choice takes its place, and no more than one is kept', async () => {
  const { choose, accepts, states } = choosing()
  await choose()
  accepts()
  await choose()
  expect(states()).toEqual(['success'])
  await choose()
  expect(states()).toEqual(['success'])
})
