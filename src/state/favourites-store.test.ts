import { expect, test } from 'vitest'
import { toSipUri } from '../ucwa/hal.ts'
import { createFavouritesStore } from './favourites-store.ts'

const DANA = toSipUri('sip:danab@contoso.com')
const SARA = toSipUri('sip:sarad@contoso.com')

function browser(before: Readonly<Record<string, string>> = {}, keeps = true) {
  const kept = new Map(Object.entries(before))
  const texts = {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string) => void (keeps && kept.set(key, text)),
  }
  const store = () => createFavouritesStore(texts, toSipUri)
  return { kept, store }
}

test('favourites are kept over reloads, for each person alone', () => {
  const { store } = browser()
  const first = store()
  first.begin('lenea@contoso.com')
  first.toggle(DANA)
  const again = store()
  again.begin('lenea@contoso.com')
  expect([...again.getState().people]).toEqual([DANA])
  again.begin('sarad@contoso.com')
  expect([...again.getState().people]).toEqual([])
})

test('what another tab of theirs marks is marked here', () => {
  const { store } = browser()
  const [here, there] = [store(), store()]
  here.begin('lenea@contoso.com')
  there.begin('lenea@contoso.com')
  there.toggle(DANA)
  here.keptElsewhere('favourites:sarad@contoso.com')
  expect([...here.getState().people]).toEqual([])
  here.keptElsewhere('favourites:lenea@contoso.com')
  expect([...here.getState().people]).toEqual([DANA])
})

test('who is marked twice is marked no more', () => {
  const { store, kept } = browser()
  const favourites = store()
  favourites.begin('lenea@contoso.com')
  favourites.toggle(DANA)
  favourites.toggle(DANA)
  expect([...favourites.getState().people]).toEqual([])
  expect(kept.get('favourites:lenea@contoso.com')).toBe('[]')
})

test('a tab that has not heard of another’s star keeps it all the same', () => {
  const { store, kept } = browser()
  const one = store()
  one.begin('lenea@contoso.com')
  kept.set('favourites:lenea@contoso.com', JSON.stringify([SARA]))
  one.toggle(DANA)
  expect([...one.getState().people]).toEqual([SARA, DANA])
})

test('where nothing is kept they last as long as the page', () => {
  const favourites = browser({}, false).store()
  favourites.begin('lenea@contoso.com')
  favourites.toggle(DANA)
  favourites.toggle(SARA)
  expect([...favourites.getState().people]).toEqual([DANA, SARA])
})

test.each(['{', '"x"', '[1]', 'null', ''])('what was kept as %j is nobody, and no failure', (text) => {
  const favourites = browser({ 'favourites:a@b.c': text }).store()
  favourites.begin('a@b.c')
  expect([...favourites.getState().people]).toEqual([])
})
