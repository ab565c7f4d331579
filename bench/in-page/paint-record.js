// Runs in the page, before its own scripts: keeps what the browser says of paints, of what moves by itself, and of how long
// the main thread is held.
{
  /** @typedef {{ node: Node | null, previousRect: DOMRectReadOnly, currentRect: DOMRectReadOnly }} Source */
  /** @typedef {PerformanceEntry & { value: number, hadRecentInput: boolean, sources?: readonly Source[] }} Shift */
  const record = {
    largestPaintMs: 0,
    shifts: /** @type {{ atMs: number, value: number, of: string }[]} */ ([]),
    longTasks: /** @type {{ atMs: number, ms: number }[]} */ ([]),
    clickedAtMs: 0,
  }
  /** @type {(type: string, take: (entry: PerformanceEntry) => void) => void} */
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })

  observe('largest-contentful-paint', ({ startTime }) => (record.largestPaintMs = startTime))
  observe('longtask', ({ startTime, duration }) => record.longTasks.push({ atMs: startTime, ms: duration }))
  observe('layout-shift', (entry) => {
    const { startTime, value, hadRecentInput, sources = [] } = /** @type {Shift} */ (entry)
    if (hadRecentInput) return
    const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
      const name = node instanceof Element ? node.className || node.nodeName : '?'
      return `${name} by ${Math.round(to.x - from.x)}, ${Math.round(to.y - from.y)}`
    })
    record.shifts.push({ atMs: startTime, value, of: moved.join(', ') })
  })
  addEventListener('click', ({ timeStamp }) => (record.clickedAtMs = timeStamp), { capture: true })

  /**
   * Looks at each frame whether the chips above the list count as they should: then everybody is read, and on the screen.
   * @param {readonly string[]} expected
   */
  const untilChipsSay = (expected) =>
    new Promise((resolve) => {
      const look = () => {
        const chips = document.querySelectorAll('[role="group"] button[aria-label]')
        const said = new Set(Array.from(chips, (chip) => chip.getAttribute('aria-label')))
        if (expected.every((chip) => said.has(chip))) resolve(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
  Object.assign(globalThis, { benchPaint: record, benchUntilChipsSay: untilChipsSay })
}
