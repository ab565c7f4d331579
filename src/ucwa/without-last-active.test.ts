import { expect, test } from 'vitest'
import { aContactPresence } from '../testing/examples.ts'
import { aUcwa } from '../testing/a-ucwa.ts'
import type { ContactPresence } from './contact-presence.ts'
import { toSipUri } from './hal.ts'
import { withoutLastActive } from './without-last-active.ts'

const DANA = toSipUri('sip:dana@contoso.com')

const read = (found: ContactPresence | null) =>
  withoutLastActive(aUcwa({ contactPresence: async () => found })).contactPresence(
    DANA,
    new AbortController().signal,
  )

test('of whoever is read, all but when they were last active is told', async () => {
  const away = aContactPresence({ availability: 'Away', lastActiveAtMs: 1_772_441_400_000 })
  expect(await read(away)).toEqual({ ...away, lastActiveAtMs: null })
})

test('of whom there is no presence, none is made up', async () => {
  expect(await read(null)).toBeNull()
})
