import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { aUcwa } from '../testing/a-ucwa.ts'
import { aContactPresence, anHref } from '../testing/examples.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import type { Availability } from '../ucwa/availability.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { contactPresenceQuery } from './contact-presence.ts'
import { doubtOfWhoGoes, photoQuery, type Photos } from './photos.ts'

const LIN = toSipUri('sip:lin@contoso.com')
const KIM = toSipUri('sip:kim@contoso.com')

async function onScreen() {
  const cache = new QueryClient()
  const log: string[] = []
  const photos: Photos = {
    source: (whose) => {
      log.push(`asked for ${whose}`)
      return Promise.resolve('blob:1')
    },
    doubt: (whose) => void log.push(`in doubt of ${whose}`),
    drop: () => undefined,
  }
  doubtOfWhoGoes({ cache, watched: new Set() }, photos)
  const hides = [LIN, KIM].map((of) =>
    new QueryObserver(cache, { ...photoQuery(photos, of, anHref(of)), staleTime: Infinity }).subscribe(
      () => undefined,
    ),
  )
  await settled()
  log.length = 0
  return {
    hidden: () => {
      for (const hide of hides) hide()
    },
    becomes: async (availability: Availability) => {
      cache.setQueryData(contactPresenceQuery(aUcwa(), LIN).queryKey, aContactPresence({ availability }))
      await settled()
      return log.splice(0)
    },
  }
}

test('whoever goes Offline, or is back, is asked for their photo anew, and nobody else is', async () => {
  const { becomes } = await onScreen()
  expect(await becomes('Online')).toEqual([])
  expect(await becomes('Busy')).toEqual([])
  expect(await becomes('Offline')).toEqual([`in doubt of ${LIN}`, `asked for ${LIN}`])
  expect(await becomes('Offline')).toEqual([])
  expect(await becomes('Away')).toEqual([`in doubt of ${LIN}`, `asked for ${LIN}`])
})

test('that somebody is Offline when they are first read puts nothing in doubt', async () => {
  const { becomes } = await onScreen()
  expect(await becomes('Offline')).toEqual([])
})

test('a photo that nobody shows is in doubt, and asked for when it is shown', async () => {
  const { hidden, becomes } = await onScreen()
  hidden()
  await becomes('Online')
  expect(await becomes('Offline')).toEqual([`in doubt of ${LIN}`])
})
