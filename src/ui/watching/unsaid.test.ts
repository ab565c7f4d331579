import { expect, test } from 'vitest'
import { newestUnsaid } from './unsaid.ts'

test.each<[string, string[], string[], string | null]>([
  ['the first comes', ['1'], [], '1'],
  ['another comes', ['1', '2'], ['1'], '2'],
  ['two come at once, the newer overtakes', ['1', '2', '3'], ['1'], '3'],
  ['the newest is put away, nothing is said again', ['1'], ['1', '2'], null],
  ['nothing has come, as when the language changes', ['1', '2'], ['1', '2'], null],
  ['the last is put away', [], ['1'], null],
])('when %s', (_, onPage, said, expected) => {
  const tellings = onPage.map((id) => ({ id }))
  expect(newestUnsaid(tellings, new Set(said))?.id ?? null).toBe(expected)
})
