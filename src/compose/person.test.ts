import { expect, test } from 'vitest'
import { toSipUri } from '../ucwa/hal.ts'
import { createPerson } from './person.ts'

/** Tabs of one browser, and what that keeps. */
function browser({ keeps = true } = {}) {
  const texts = new Map<string, string>()
  let ids = 0
  return {
    texts,
    tab: () =>
      createPerson({
        kept: {
          read: (key) => texts.get(key) ?? null,
          write: (key, text) => void (keeps && texts.set(key, text)),
        },
        uniqueId: () => `id-${(ids += 1)}`,
      }),
  }
}

const LENE = toSipUri('sip:Lene@contoso.com')
const DANA = toSipUri('sip:dana@contoso.com')

type Tab = ReturnType<typeof createPerson>
const ids = (tab: Tab): string => `${tab.keptId('endpoint')} ${tab.keptId('instance')}`

/** Signs in as the session does; answers the ids that the application was opened with in the end. */
function signsIn(tab: Tab, typed: string, uri: ReturnType<typeof toSipUri>): { ids: string; opened: number } {
  tab.become(typed)
  const first = ids(tab)
  if (tab.isCalled(uri)) return { ids: first, opened: 1 }
  const own = ids(tab)
  tab.isCalled(uri)
  return { ids: own, opened: 2 }
}

test('a reload, and another tab, have the same ids', () => {
  const { tab } = browser()
  const first = signsIn(tab(), 'Lene@Contoso.com ', LENE)
  expect(signsIn(tab(), 'lene@contoso.com', LENE)).toEqual({ ids: first.ids, opened: 1 })
})

test('two people who type nothing share neither name nor ids', () => {
  const { tab } = browser()
  const [one, other] = [tab(), tab()]
  const lene = signsIn(one, '', LENE)
  const dana = signsIn(other, '', DANA)
  expect([one.name(), other.name()]).toEqual(['lene@contoso.com', 'dana@contoso.com'])
  expect(dana.ids).not.toBe(lene.ids)
  expect(dana.opened).toBe(2) // the guess, from the last time, was somebody else
  expect(signsIn(tab(), '', LENE).ids).toBe(lene.ids)
  expect(signsIn(tab(), '', DANA).ids).toBe(dana.ids)
})

test('who types their address here, and nothing there, is the same person', () => {
  const { tab } = browser()
  const [typing, silent] = [tab(), tab()]
  const typed = signsIn(typing, 'lene@contoso.com', LENE)
  const { ids: own } = signsIn(silent, '', LENE)
  expect([silent.name(), own]).toEqual([typing.name(), typed.ids])
  expect(signsIn(tab(), '', LENE)).toEqual({ ids: own, opened: 1 })
})

test('who signs in by another name than their address is known by their address', () => {
  const { tab } = browser()
  const one = tab()
  const { ids: own, opened } = signsIn(one, 'CORP\\lene', LENE)
  expect([one.name(), one.typed(), opened]).toEqual(['lene@contoso.com', 'corp\\lene', 1])
  expect(signsIn(tab(), 'lene@contoso.com', LENE)).toEqual({ ids: own, opened: 1 })
})

test('whom Windows lets in by another’s address has ids of their own', () => {
  const { tab } = browser()
  const lene = signsIn(tab(), 'lene@contoso.com', LENE)
  const other = tab()
  const dana = signsIn(other, 'lene@contoso.com', DANA)
  expect([other.name(), dana.opened]).toEqual(['dana@contoso.com', 2])
  expect(dana.ids).not.toBe(lene.ids)
  expect(signsIn(tab(), 'lene@contoso.com', LENE).ids).toBe(lene.ids)
})

test('whoever is expected is told from whoever comes', () => {
  const { tab } = browser()
  signsIn(tab(), '', LENE)
  const next = tab()
  next.become('')
  expect([next.isStill(LENE), next.isStill(DANA), next.isStill(null)]).toEqual([true, false, true])
})

test('two tabs in which nobody has typed anything yet end with the same ids', () => {
  const { tab } = browser()
  const [one, other] = [tab(), tab()]
  one.become('')
  other.become('')
  const first = ids(one)
  expect(ids(other)).not.toBe(first)
  expect(one.isCalled(LENE)).toBe(true)
  expect(other.isCalled(LENE)).toBe(false)
  expect(ids(other)).toBe(first)
})

test('where the browser keeps nothing, nobody is opened twice', () => {
  const { tab } = browser({ keeps: false })
  expect(signsIn(tab(), '', LENE).opened).toBe(1)
})
