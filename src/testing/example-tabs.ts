import type { Claim, ClaimLine, Leadership } from '../session/tab-leader.ts'
import type { TabLine, TabMessage } from '../session/tabs.ts'

/** The tabs of one browser: what one posts, all others hear; and a lock that the first who asks has until they let go. */
export type ExampleBrowser = {
  line(): TabLine & ClaimLine
  locks: Leadership
}

export function anExampleBrowser(): ExampleBrowser {
  const ears = new Set<{ message(message: TabMessage): void; claim(claim: Claim): void }>()
  const queues = new Map<string, (() => void)[]>()

  return {
    line: () => {
      const messages = new Set<(message: TabMessage) => void>()
      const claims = new Set<(claim: Claim) => void>()
      const mine = {
        message: (message: TabMessage) => {
          for (const listener of messages) listener(message)
        },
        claim: (claim: Claim) => {
          for (const listener of claims) listener(claim)
        },
      }
      ears.add(mine)
      const others = () => Array.from(ears).filter((ear) => ear !== mine)
      return {
        post: (said: TabMessage | Claim) => {
          const copy: TabMessage | Claim = structuredClone(said) // as a browser does, later and not by reference
          queueMicrotask(() => {
            for (const ear of others()) {
              if ('word' in copy) ear.message(copy)
              else ear.claim(copy)
            }
          })
        },
        onMessage: (listener) => {
          messages.add(listener)
          return () => void messages.delete(listener)
        },
        onClaim: (listener) => {
          claims.add(listener)
          return () => void claims.delete(listener)
        },
      }
    },
    locks: {
      lead: (name, signal) =>
        new Promise((resolve, reject) => {
          const queue = queues.get(name) ?? []
          queues.set(name, queue)
          const lost = new AbortController()
          let isHeld = false
          const grant = () => {
            isHeld = true
            resolve(lost.signal)
          }
          signal.addEventListener('abort', () => {
            const wasFirst = queue[0] === grant
            queue.splice(queue.indexOf(grant), 1)
            if (wasFirst) queue[0]?.()
            if (!isHeld) reject(signal.reason)
          })
          queue.push(grant)
          if (queue[0] === grant) grant()
        }),
    },
  }
}
