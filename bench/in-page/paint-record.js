// Runs in the page, before its own scripts: keeps what the browser says of paints, of what moves by itself, and of how long
// the main thread is held.
{
  const record = {
    largestPaintMs: 0,
    shifts: /** @type {{ atMs: number, value: number, of: string }[]} */ ([]),
    longTasks: /** @type {{ atMs: number, ms: number }[]} */ ([]),
    clickedAtMs: 0,
  }

  /** @type {Readonly<Record<string, (entry: PerformanceEntry) => void>>} */
  const kinds = {
    'largest-contentful-paint': ({ startTime }) => (record.largestPaintMs = startTime),
    longtask: ({ startTime, duration }) => record.longTasks.push({ atMs: startTime, ms: duration }),
    'layout-shift': (entry) => {
      if (!('value' in entry) || !('hadRecentInput' in entry)) return
      // The click on "Sign in" excuses nothing: what comes in after it comes by itself.
      if (entry.hadRecentInput === true && record.clickedAtMs === 0) return
      const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : []
      const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
        const element = node instanceof Element ? node : node?.parentElement
        const name = element?.getAttribute('class') ?? element?.nodeName ?? 'what is gone by now'
        return `${name} by ${Math.round(to.x - from.x)}, ${Math.round(to.y - from.y)}`
      })
      record.shifts.push({ atMs: entry.startTime, value: Number(entry.value), of: moved.join('; ') })
    },
  }
  for (const [type, keep] of Object.entries(kinds))
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, buffered: true })
  addEventListener('click', ({ timeStamp }) => (record.clickedAtMs = timeStamp), { capture: true })

  Object.assign(globalThis, {
    benchPaint: record,
    /**
     * Looks at each frame whether the chips above the list count as they should: then everybody is read, and on the screen.
     * @param {readonly string[]} expected
     */
    benchUntilChipsSay: (expected) =>
      new Promise((resolve) => {
        const look = () => {
          const chips = document.querySelectorAll('[role="group"] button[aria-label]')
          const said = new Set(Array.from(chips, (chip) => chip.getAttribute('aria-label')))
          if (expected.every((chip) => said.has(chip))) resolve(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
  })
}
