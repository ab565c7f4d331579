// Runs in the page, before its own scripts: counts timers that are still to fire, which no protocol of the browser's does.
{
  /** @type {Set<unknown>} */
  const pending = new Set()
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
  /**
   * @param {(callback: () => void, ms?: number) => unknown} set
   * @param {boolean} isOnce
   */
  const counted =
    (set, isOnce) =>
    (
      /** @type {(...args: unknown[]) => void} */ callback,
      /** @type {number} */ ms,
      /** @type {unknown[]} */ ...args
    ) => {
      const timer = set(() => {
        if (isOnce) pending.delete(timer)
        callback(...args)
      }, ms)
      pending.add(timer)
      return timer
    }
  /** @param {(timer?: number) => void} clear */
  const forgetting = (clear) => (/** @type {number | undefined} */ timer) => {
    pending.delete(timer)
    clear(timer)
  }
  Object.assign(globalThis, {
    benchTimers: pending,
    setTimeout: counted((callback, ms) => setTimeout(callback, ms), true),
    setInterval: counted((callback, ms) => setInterval(callback, ms), false),
    clearTimeout: forgetting((timer) => clearTimeout(timer)),
    clearInterval: forgetting((timer) => clearInterval(timer)),
  })
}
