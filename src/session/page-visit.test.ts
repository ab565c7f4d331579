import { expect, test } from 'vitest'
import { settled } from '../testing/hand-turned-clock.ts'
import type { SignInPage } from '../ucwa/token.ts'
import { createPageVisit, type PageToVisit } from './page-visit.ts'

const PAGE: SignInPage = { url: 'https://lyncweb.contoso.com/sign-in', grant: 'passive', isAgain: false }
const BACK = 'https://presence.contoso.com/?code=1'

function visiting({ isBlocked = false } = {}) {
  const shown: (PageToVisit['state'] | null)[] = []
  const opened: string[] = []
  let close: (returned: string | null) => void = () => undefined
  let comeBack: (url: string) => void = () => undefined
  let isHeard = true
  const visit = createPageVisit(
    {
      open: (url) => {
        opened.push(url)
        if (isBlocked) return null
        return new Promise((resolve) => {
          close = resolve
        })
      },
      returned: (signal) =>
        new Promise((resolve, reject) => {
          comeBack = resolve
          signal.addEventListener('abort', () => {
            isHeard = false
            reject(signal.reason)
          })
        }),
    },
    (page) => shown.push(page?.state ?? null),
  )
  const abort = new AbortController()
  const returned = visit.visit(PAGE, abort.signal)
  return {
    visit,
    abort,
    returned,
    shown,
    opened,
    close: () => close(null),
    comeBack: () => comeBack(BACK),
    isHeard: () => isHeard,
  }
}

test('the page waits for the click, and is over when it is closed', async () => {
  const there = visiting()
  expect([there.shown, there.opened]).toEqual([['offered'], []])
  there.visit.open()
  expect(there.opened).toEqual([PAGE.url])
  there.close()
  expect(await there.returned).toBe(null)
  expect(there.shown).toEqual(['offered', 'open', null])
  expect(there.isHeard()).toBe(false)
})

test('the page that comes back says with what', async () => {
  const there = visiting()
  there.visit.open()
  there.comeBack()
  expect(await there.returned).toBe(BACK)
})

test('a window that the browser blocks can still be opened by hand, and come back', async () => {
  const there = visiting({ isBlocked: true })
  there.visit.open()
  expect(there.shown).toEqual(['offered', 'blocked'])
  there.comeBack()
  expect(await there.returned).toBe(BACK)
})

test('the person may say that they are done', async () => {
  const there = visiting({ isBlocked: true })
  there.visit.open()
  there.visit.done()
  expect(await there.returned).toBe(null)
})

test('who gives up signing in waits for no page', async () => {
  const there = visiting()
  there.abort.abort('signed out')
  await expect(there.returned).rejects.toBe('signed out')
  there.visit.open()
  expect([there.opened, there.shown]).toEqual([[], ['offered', null]])
})

test('a window of an earlier visit ends no later one', async () => {
  const there = visiting()
  there.visit.open()
  const closeFirst = there.close
  there.visit.done()
  await there.returned
  let isOver = false
  void there.visit.visit(PAGE, new AbortController().signal).then(() => (isOver = true))
  closeFirst()
  await settled()
  expect(isOver).toBe(false)
})
