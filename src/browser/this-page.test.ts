import { expect, test } from 'vitest'
import { browserIn, thisPageOf, type PageWindow } from './this-page.ts'

const storage = () => ({
  length: 0,
  clear() {},
  getItem: () => null,
  key: () => null,
  removeItem() {},
  setItem() {},
})
const blocked = (): Storage => {
  throw new DOMException('denied', 'SecurityError')
}

const overHttps: PageWindow = {
  isSecureContext: true,
  location: { origin: 'https://presence.contoso.com' },
  navigator: { userAgent: 'Lynx', locks: {}, serviceWorker: {}, clipboard: {} },
  Notification: {},
  BroadcastChannel: {},
}
// As Chromium has it on http://intranet: the constructor of notifications is there, and useless.
const overHttp: PageWindow = {
  isSecureContext: false,
  location: { origin: 'http://intranet' },
  navigator: { userAgent: 'Lynx' },
  Notification: {},
  BroadcastChannel: {},
}

test.each<[string, PageWindow, () => Storage, readonly string[]]>([
  ['over https', overHttps, storage, []],
  [
    'over plain http',
    overHttp,
    storage,
    ['secureContext', 'webLocks', 'serviceWorker', 'clipboard', 'notifications'],
  ],
  ['where nothing may be kept', overHttps, blocked, ['storage']],
])('what is lacking %s', (_, page, kept, lacking) => {
  expect(thisPageOf(page, kept, '1.4.0').lacking).toEqual(lacking)
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
    'Edge 139, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox 142, Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari 18, macOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
    'Chrome 139, Android',
  ],
  ['Lynx/2.9', 'Lynx/2.9'],
])('%s', (userAgent, expected) => {
  expect(browserIn(userAgent)).toBe(expected)
})
