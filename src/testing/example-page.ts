import type { Page } from '../session/page.ts'

/** A page that is online and in sight until the test says otherwise. */
export type ExamplePage = Page & {
  becomes(state: { isOnline?: boolean; isVisible?: boolean }): void
  touched(): void
  leaves(): void
}

const listen = (to: Set<() => void>) => (listener: () => void) => {
  to.add(listener)
  return () => void to.delete(listener)
}

export function anExamplePage(): ExamplePage {
  const changes = new Set<() => void>()
  const inputs = new Set<() => void>()
  const leavers = new Set<() => void>()
  let isOnline = true
  let isVisible = true
  return {
    isOnline: () => isOnline,
    isVisible: () => isVisible,
    onChange: listen(changes),
    onInput: listen(inputs),
    onLeave: listen(leavers),
    leaves: () => {
      for (const listener of leavers) listener()
    },
    becomes: (state) => {
      isOnline = state.isOnline ?? isOnline
      isVisible = state.isVisible ?? isVisible
      for (const listener of changes) listener()
    },
    touched: () => {
      for (const listener of inputs) listener()
    },
  }
}
