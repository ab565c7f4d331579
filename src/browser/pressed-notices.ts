/** Of the worker's world, what a press takes. Written out here, since TypeScript's library of workers does not go with a page's. */
export type PressedWorld = {
  readonly registration: { readonly scope: string }
  readonly clients: {
    /** The one that had the focus last comes first. */
    matchAll(which: {
      type: 'window'
      includeUncontrolled: boolean
    }): Promise<readonly { readonly url: string; focus(): Promise<unknown> }[]>
    openWindow(url: string): Promise<unknown>
  }
  addEventListener(type: 'notificationclick', listener: (press: Press) => void): void
}
type Press = {
  readonly notification: { close(): void }
  waitUntil(work: Promise<unknown>): void
}

/**
 * A notice that the worker has shown, as on a phone, is pressed: the board comes to the front, or is opened. The build writes
 * the text of this function into the worker's one file (vite.config.ts), so nothing outside of it may be used in it.
 */
export function answerPresses(worker: PressedWorld): void {
  worker.addEventListener('notificationclick', (press) => {
    press.notification.close()
    const { clients, registration } = worker
    const toFront = async (): Promise<unknown> => {
      const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
      const board = pages.find(({ url }) => url.startsWith(registration.scope)) // others of this site are not ours
      return board === undefined ? clients.openWindow(registration.scope) : board.focus()
    }
    press.waitUntil(toFront())
  })
}
