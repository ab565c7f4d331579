/**
 * The sandbox's time: one clock a process, real (and scaled) when it serves, turned by hand in tests.
 *
 * All timers of a clock wait in one queue, and a real clock holds at most one timer of Node's, which never keeps the
 * process alive: it is the listening server that does.
 */
import type { SandboxClock } from '../world/world-model.ts'
import { createDueQueue, type DueQueue } from './due-queue.ts'

/** Node fires a timer of more than 2^31 - 1 ms at once, so a longer wait is made of several. */
const LONGEST_NODE_TIMER_MS = 2 ** 31 - 1

/** A clock that stands still until `advance` turns it. `waiting()`: how many callbacks are still to come. */
export type HandTurnedClock = SandboxClock & { waiting(): number }

/**
 * Follows real time, `scale` times as fast. A callback that throws is not caught here: it ends the process, as any
 * bug in a timer does, and leaves the queue in order.
 * @param startsAtMs what it shows at first, in ms since the Unix epoch
 * @throws RangeError when `scale` is not a positive number.
 */
export function createClock(scale = 1, startsAtMs = Date.now()): SandboxClock {
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`scale must be above 0, got ${scale}`)
  const queue = createDueQueue()
  const startedAtTick = performance.now() // never steps back, as the wall clock may
  let jumpedMs = 0
  let heldAtMs: number | null = null // while callbacks are run by `advance`, each at its own time
  let alarm: NodeJS.Timeout | null = null

  const now = (): number =>
    heldAtMs ?? startsAtMs + Math.floor((performance.now() - startedAtTick) * scale) + jumpedMs

  const arm = (): void => {
    if (alarm !== null) clearTimeout(alarm)
    const dueAtMs = queue.nextDueAtMs()
    const waitMs =
      dueAtMs === null ? null : Math.min(Math.ceil((dueAtMs - now()) / scale), LONGEST_NODE_TIMER_MS)
    alarm = waitMs === null ? null : setTimeout(ring, Math.max(waitMs, 0)).unref()
  }
  const ring = (): void => {
    try {
      // Late callbacks see the time that it really is. One round only: what a callback asks for waits its turn.
      const upToMs = now()
      for (let due = queue.take(upToMs); due !== null; due = queue.take(upToMs)) due.callback()
    } finally {
      arm()
    }
  }

  return {
    now,
    scale,
    after(sandboxMs, callback) {
      const entry = queue.add(now() + Math.max(sandboxMs, 0), callback)
      if (queue.nextDueAtMs() === entry.dueAtMs && heldAtMs === null) arm()
      return { cancel: () => queue.remove(entry) }
    },
    advance(sandboxMs) {
      const fromMs = now()
      const outerMs = heldAtMs
      try {
        turn(queue, fromMs, fromMs + Math.max(sandboxMs, 0), (atMs) => (heldAtMs = atMs))
      } finally {
        jumpedMs += Math.max(sandboxMs, 0)
        heldAtMs = outerMs === null ? null : outerMs + Math.max(sandboxMs, 0)
        if (heldAtMs === null) arm()
      }
    },
  }
}

/** For tests. It starts at `startAtMs`, by default a Monday morning in Copenhagen. */
export function createHandTurnedClock(startAtMs = Date.UTC(2026, 2, 2, 8, 40)): HandTurnedClock {
  const queue = createDueQueue()
  let nowMs = startAtMs
  return {
    now: () => nowMs,
    scale: 1,
    after(sandboxMs, callback) {
      const entry = queue.add(nowMs + Math.max(sandboxMs, 0), callback)
      return { cancel: () => queue.remove(entry) }
    },
    advance(sandboxMs) {
      const untilMs = nowMs + Math.max(sandboxMs, 0)
      turn(queue, nowMs, untilMs, (atMs) => (nowMs = atMs))
      nowMs = untilMs
    },
    waiting: () => queue.size(),
  }
}

/** Runs what falls due up to `untilMs`, what the callbacks themselves ask for included, each at its own time. */
function turn(queue: DueQueue, fromMs: number, untilMs: number, setNow: (atMs: number) => void): void {
  setNow(fromMs)
  for (let due = queue.take(untilMs); due !== null; due = queue.take(untilMs)) {
    setNow(Math.max(fromMs, due.dueAtMs))
    due.callback()
  }
}
