import * as v from 'valibot'
import type { Claim, ClaimLine } from '../session/tab-leader.ts'
import type { TabLine, TabMessage } from '../session/tabs.ts'

const LANGUAGE: TabMessage['language'] = 'presence-board-1'

const isOfType = (message: unknown, type: string): boolean =>
  typeof message === 'object' && message !== null && type in message

const tabMessage = v.custom<TabMessage>(
  (message) => isOfType(message, 'word') && v.is(v.object({ language: v.literal(LANGUAGE) }), message),
)
const claim = v.object({ name: v.string(), id: v.string(), term: v.number(), isOver: v.boolean() })

/** A browser without channels between tabs has tabs that are alone. */
export function createTabLine(
  page: Window & { BroadcastChannel?: typeof BroadcastChannel },
): TabLine & ClaimLine {
  const channel = page.BroadcastChannel === undefined ? null : new page.BroadcastChannel('presence-board')
  const hear = <T>(schema: v.GenericSchema<unknown, T>, listener: (message: T) => void): (() => void) => {
    const over = new AbortController()
    const hearOne = ({ data: message }: MessageEvent<unknown>): void => {
      const parsed = v.safeParse(schema, message) // another build's words are not ours
      if (parsed.success) listener(parsed.output)
    }
    channel?.addEventListener('message', hearOne, { signal: over.signal })
    return () => over.abort()
  }
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel is of one origin, and takes none
    post: (message: TabMessage | Claim) => channel?.postMessage(message),
    onMessage: (listener) => hear(tabMessage, listener),
    onClaim: (listener) => hear(claim, listener),
  }
}
