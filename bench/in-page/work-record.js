// Runs in the page, before its own scripts: keeps when the page was last painted anew after a key, and which rows of the list
// were drawn again.
{
  let keyAtMs = 0
  let changedAtMs = 0
  let paintedAtMs = 0
  /** @type {Map<string, number>} */
  const drawn = new Map()

  addEventListener('keydown', ({ timeStamp }) => (keyAtMs = paintedAtMs = timeStamp), { capture: true })

  /** @type {(() => void) | null} */
  let lookAtChips = null

  const afterPaint = () => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (paintedAtMs = performance.now()), { once: true })
    port1.start()
    port2.postMessage(null)
  }
  new MutationObserver((changes) => {
    changedAtMs = performance.now()
    requestAnimationFrame(afterPaint)
    const rows = new Set()
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      rows.add(element?.closest('[data-row]')?.getAttribute('data-row'))
    }
    lookAtChips?.()
    for (const row of rows) if (typeof row === 'string') drawn.set(row, (drawn.get(row) ?? 0) + 1)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  Object.assign(globalThis, {
    /** @param {number} restMs Resolves when nothing has changed on the page for that long. */
    benchUntilRest: (restMs) =>
      new Promise((resolve) => {
        const look = () => {
          const leftMs = changedAtMs + restMs - performance.now()
          if (leftMs <= 0) resolve(undefined)
          else setTimeout(look, leftMs)
        }
        setTimeout(look, restMs)
      }),
    /**
     * Looks at what has changed only, so that waiting takes no work.
     * @param {readonly string[]} expected
     */
    benchWhenChipsSay: (expected) =>
      new Promise((resolve) => {
        lookAtChips = () => {
          const chips = document.querySelectorAll('[role="group"] button[aria-label]')
          const said = new Set(Array.from(chips, (chip) => chip.getAttribute('aria-label')))
          if (!expected.every((chip) => said.has(chip))) return
          lookAtChips = null
          resolve(undefined)
        }
        lookAtChips()
      }),
    /** From the last key until the last of what it changed was painted. */
    benchKeyMs: () => paintedAtMs - keyAtMs,
    /** How often any row was drawn again, since last asked. */
    benchRowsDrawn: () => {
      const times = Array.from(drawn.values()).reduce((sum, each) => sum + each, 0)
      drawn.clear()
      return times
    },
  })
}
