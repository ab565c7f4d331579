import type { Clock } from '../lib/clock.ts'
import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import { CLAIM_MS, LEADER_BEAT_MS, LEADER_SILENT_MS } from './timing.ts'

/** Which of the browser's tabs leads. The real one is the browser's Web Locks, or `electByLine` where there are none. */
export type Leadership = {
  /**
   * Resolves once this tab leads all that ask by that name, with a signal that is aborted when it leads no longer.
   * Ends with the signal handed in: rejects with its reason before, gives the lead away after.
   */
  lead(name: string, signal: AbortSignal): Promise<AbortSignal>
}

/** A claim to lead: the higher term wins, and of two equal ones the lower id. */
export type Claim = {
  readonly name: string
  readonly id: string
  readonly term: number
  readonly isOver: boolean
}

/** Where claims are heard; nobody hears their own. */
export type ClaimLine = {
  post(claim: Claim): void
  onClaim(listener: (claim: Claim) => void): () => void
}

const isStronger = (one: Claim, other: Claim): boolean =>
  one.term > other.term || (one.term === other.term && one.id < other.id)

/**
 * Leads by being heard: the leader repeats its claim, and a silence is followed by another claim, of a higher term.
 * A tab whose timers the browser has slowed down loses the lead to one that is awake, which is as it should be.
 */
export function electByLine(line: ClaimLine, clock: Clock, id: string): Leadership {
  return {
    lead: async (name, signal) => {
      signal.throwIfAborted()
      let strongest: Claim | null = null
      const heard = createBell()
      const stop = line.onClaim((claim) => {
        if (claim.name !== name) return
        if (claim.isOver && strongest?.id === claim.id) strongest = { ...claim, isOver: true }
        else if (!claim.isOver && (strongest === null || !isStronger(strongest, claim))) strongest = claim
        else return
        heard.ring()
      })
      const strongestNow = (): Claim | null => strongest

      try {
        let waitMs = CLAIM_MS
        for (;;) {
          // Silence, or the leader's farewell.
          while (await isHeardWithin(waitMs)) {
            waitMs = LEADER_SILENT_MS
            if (strongestNow()?.isOver === true) break
          }
          const mine: Claim = { name, id, term: (strongestNow()?.term ?? 0) + 1, isOver: false }
          strongest = null
          line.post(mine)
          await clock.sleep(CLAIM_MS, signal)
          const rival = strongestNow()
          if (rival === null || isStronger(mine, rival)) return reign(mine, signal)
          waitMs = LEADER_SILENT_MS
        }
      } finally {
        stop()
      }

      async function isHeardWithin(ms: number): Promise<boolean> {
        let isRung = false
        const over = new AbortController()
        heard.rung(over.signal).then(
          () => (isRung = true),
          () => null,
        )
        try {
          await sleepUnlessRung(clock, ms, [heard], signal)
        } finally {
          over.abort()
        }
        return isRung
      }
    },
  }

  function reign(mine: Claim, signal: AbortSignal): AbortSignal {
    const lost = new AbortController()
    const stop = line.onClaim((claim) => {
      if (claim.name !== mine.name || claim.isOver) return
      if (isStronger(claim, mine)) lost.abort()
      else line.post(mine)
    })
    const over = AbortSignal.any([signal, lost.signal])
    void beat()
    return lost.signal

    async function beat(): Promise<void> {
      try {
        for (;;) {
          line.post(mine)
          await clock.sleep(LEADER_BEAT_MS, over)
        }
      } catch {
        stop() // the lead is lost, or given away
        if (!lost.signal.aborted) line.post({ ...mine, isOver: true })
      }
    }
  }
}
