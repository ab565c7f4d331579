import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { NO_REASON, notOffered, UcwaError, type UcwaFailure } from '../ucwa/errors.ts'
import { createListTrouble } from './list-trouble.ts'

const EXCHANGE: UcwaFailure = {
  kind: 'serverFailed',
  status: 503,
  retryAfterMs: 0,
  reason: { ...NO_REASON, subcode: 'ExchangeServiceFailure' },
}

const FORBIDDEN: UcwaFailure = { kind: 'refused', status: 403, reason: NO_REASON }

function listWith(retries: number) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: retries, retryDelay: 0 } } })
  const trouble = createListTrouble(cache)
  const read = (family: string, failures: number) => {
    let left = failures
    return cache
      .fetchQuery({
        queryKey: [family, 'whose'],
        queryFn: async () => {
          left -= 1
          if (left >= 0) throw new UcwaError(EXCHANGE)
          return family
        },
      })
      .catch(() => null)
  }
  return { cache, trouble, read, told: () => trouble.getState().because }
}

// Row "pool pairing, resiliency mode, contact list in Exchange failing" of what a session survives.
describe('that the list may be out of date is told', () => {
  test.each(['myGroups', 'groupContacts', 'contactPresence'])('when %s cannot be read', async (family) => {
    const { read, told } = listWith(0)
    await read(family, 1)
    expect(told()).toEqual(EXCHANGE)
    await read(family, 0)
    expect(told()).toBe(null)
  })

  test('from the second failure of a read that is tried again', async () => {
    const { read, trouble } = listWith(5)
    const heard: (UcwaFailure | null)[] = []
    trouble.subscribe(({ because }) => heard.push(because))
    await read('groupContacts', 1)
    expect(heard).toEqual([])
    await read('myGroups', 3)
    expect(heard).toEqual([EXCHANGE, null])
  })

  test('when the server will not announce changes to it', () => {
    const { trouble, told } = listWith(0)
    trouble.unannounced(EXCHANGE)
    expect(told()).toEqual(EXCHANGE)
    trouble.unannounced(null)
    expect(told()).toBe(null)
  })

  test('not for what is one’s own', async () => {
    const { read, told } = listWith(0)
    await read('presence', 1)
    expect(told()).toBe(null)
  })

  test.each<[string, string, UcwaFailure]>([
    ['the session has ended, which the channel says', 'myGroups', { kind: 'signedOut' }],
    ['the application is gone, which the channel says', 'groupContacts', { kind: 'applicationGone' }],
    ['one person is refused, which their row says', 'contactPresence', FORBIDDEN],
    ['one group was never read, which its header says', 'groupContacts', FORBIDDEN],
  ])('not when %s', async (_, family, failure) => {
    const { cache, told } = listWith(0)
    const queryFn = () => Promise.reject(new UcwaError(failure))
    await cache.prefetchQuery({ queryKey: [family, 'whose'], queryFn })
    expect(told()).toBe(null)
  })

  test('when a group is refused that was read before, until it is read again', async () => {
    const { cache, read, told } = listWith(0)
    await read('groupContacts', 0)
    const queryFn = () => Promise.reject(new UcwaError(FORBIDDEN))
    await cache.prefetchQuery({ queryKey: ['groupContacts', 'whose'], queryFn })
    expect(told()).toEqual(FORBIDDEN)
    await read('groupContacts', 0)
    expect(told()).toBe(null)
  })

  test('not when somebody has just left the list, and there is no link to ask by any more', async () => {
    const { cache, told } = listWith(0)
    const queryFn = () => Promise.reject(notOffered('contactPresence'))
    await cache.prefetchQuery({ queryKey: ['contactPresence', 'sip:lin@contoso.com'], queryFn })
    expect(told()).toBe(null)
  })

  test('no longer once nobody reads what failed', async () => {
    const { cache, read, told } = listWith(0)
    await read('groupContacts', 1)
    cache.clear()
    expect(told()).toBe(null)
  })
})
