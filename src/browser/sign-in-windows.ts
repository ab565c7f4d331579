import type { Clock } from '../lib/clock.ts'
import type { Windows } from '../session/page-visit.ts'

/** Windows are looked at this often, since none tells when it is closed. (Our choice.) */
const LOOK_EVERY_MS = 300
/** What a window says before it closes may be heard after it has: it goes another way. (Our choice.) */
const HEARD_WITHIN_MS = 500

const FEATURES = 'popup,width=520,height=680'
const NAME = 'presence-board-sign-in'
const CHANNEL = 'presence-board:came-back'

type Opened = Pick<Window, 'closed' | 'focus'>
/** Of a page's window, what is asked. */
type Opening = { open(url: string, name: string, features: string): Opened | null }

/**
 * Windows of their own, in which somebody else's page is the top-level one: there its cookies are its own, which they are
 * not in a frame. A window that comes back to this page's place tells so over a channel between tabs of one origin, since
 * the page in between may have cut it off from who opened it.
 */
export const createSignInWindows = (page: Opening, clock: Clock): Windows => ({
  open: (url) => {
    const opened = page.open(url, NAME, FEATURES)
    if (opened === null) return null
    opened.focus()
    return untilClosed(opened, clock)
  },
  returned: (signal) =>
    new Promise((resolve, reject) => {
      const channel = new BroadcastChannel(CHANNEL)
      const stop = () => {
        channel.close()
        reject(signal.reason)
      }
      signal.addEventListener('abort', stop, { once: true })
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') resolve(data)
      })
    }),
})

async function untilClosed(opened: Pick<Opened, 'closed'>, clock: Clock): Promise<null> {
  while (!opened.closed) await clock.sleep(LOOK_EVERY_MS)
  await clock.sleep(HEARD_WITHIN_MS)
  return null
}

/**
 * Whether this page is not the board, but a sign-in that came back; then it is told to whoever waits, and the window
 * closes, if the browser lets it.
 */
export function comesBack(page: Window): boolean {
  const { searchParams, href } = new URL(page.location.href)
  const isAnswer = searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'))
  if (!isAnswer) return false
  const channel = new BroadcastChannel(CHANNEL)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin than its own
  channel.postMessage(href)
  channel.close()
  page.close()
  return true
}

/** Where a provider sends people back to: this page's own place, which has to be registered there. */
export const redirectUriOf = ({ origin, pathname }: Location): string =>
  origin + pathname.replace(/index\.html$/, '')
