import type { Address } from '../lib/address.ts'

export const createAddress = (page: Window): Address => ({
  read: () => page.location.hash,
  replace: (fragment) => {
    const { pathname, search } = page.location
    page.history.replaceState(page.history.state, '', `${pathname}${search}${fragment}`)
  },
  onChange: (listener) => page.addEventListener('hashchange', listener),
})
