import { expect, test } from 'vitest'
import { parseConfiguration } from '../ucwa/config.ts'
import { createUnasked } from './unasked.ts'

const WHERE = { autodiscover: { domain: 'contoso.com' } }

function browser(configuration: object = {}) {
  const texts = new Map<string, string>()
  const kept = {
    read: (key: string) => texts.get(key) ?? null,
    write: (key: string, text: string) => void texts.set(key, text),
  }
  return () => createUnasked(kept, parseConfiguration(configuration))
}

test('in a browser that knows nothing, nobody is signed in unasked', () => {
  expect(browser()().whom()).toBe(null)
})

test('where Windows let somebody in before, it does so again after a reload', () => {
  const page = browser()
  page().worked({ address: 'lenea@contoso.com', onlyWatch: true })
  expect(page().whom()).toEqual({ address: 'lenea@contoso.com', onlyWatch: true })
})

test('who signs out stays out', () => {
  const page = browser({ ...WHERE, signIn: { windowsUnasked: true } })
  expect(page().whom()).toEqual({ address: '', onlyWatch: false })
  page().ended()
  expect(page().whom()).toBe(null)
})

test('the configuration’s word is not enough without a place to start', () => {
  expect(browser({ signIn: { windowsUnasked: true } })().whom()).toBe(null)
})

test('a configuration without Windows lets nobody in by it', () => {
  const page = browser({ signIn: { grants: ['password'] } })
  page().worked({ address: 'lenea@contoso.com', onlyWatch: false })
  expect(page().whom()).toBe(null)
})
