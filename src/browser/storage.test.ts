import { expect, test } from 'vitest'
import { createKept } from './storage.ts'

const aStorage = (): Storage => {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    clear: () => texts.clear(),
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}

test('what was kept is found again, under a name of ours', () => {
  const storage = aStorage()
  createKept(() => storage, 'ours:').write('theme', 'dark')
  expect(storage.getItem('ours:theme')).toBe('dark')
  expect(createKept(() => storage, 'ours:').read('theme')).toBe('dark')
})

test('where nothing may be kept, it lasts as long as the page', () => {
  const blocked = createKept(() => {
    throw new Error('denied')
  }, 'ours:')
  expect(blocked.read('theme')).toBe(null)
  blocked.write('theme', 'dark')
  expect(blocked.read('theme')).toBe('dark')
})
