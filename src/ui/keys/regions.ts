/** What is told comes last, and is there only while there is something to be told. */
const REGIONS = 'aside, main, .toasts'
/** The list's one tab stop, else the first that there is. */
const STOPS = ['[role=grid] [tabindex="0"]', 'button, a[href], input, [tabindex="0"]']

/**
 * From the part of the page that has the focus to the next one. False after the last (before the first, backwards): then the
 * key is the browser's, which goes on to its own bars by it.
 */
export function goToNextRegion(board: HTMLElement | null, isBackwards: boolean): boolean {
  const regions = Array.from(board?.querySelectorAll<HTMLElement>(REGIONS) ?? []).filter((region) =>
    region.checkVisibility({ visibilityProperty: true }),
  )
  const at = regions.findIndex((region) => region.matches(':focus-within'))
  const next = isBackwards ? (at < 0 ? regions.length : at) - 1 : at + 1
  const stop = regions[next] === undefined ? null : firstStop(regions[next])
  stop?.focus()
  return stop !== null
}

const firstStop = (region: HTMLElement): HTMLElement | null =>
  STOPS.map((stop) => region.querySelector<HTMLElement>(stop)).find((found) => found !== null) ?? null
