/** How often what was asked for: what tests of frugality read. */
export type RequestCounts = {
  /**
   * One has come, and counts from now on, however long it is held.
   * @returns To be told the size of its answer; it no longer counts when the counts have been forgotten meanwhile.
   */
  arrived(request: {
    readonly method: string
    /** UCWA's name of the resource; 'unknown' for an address that is none. */
    readonly rel: string
    readonly isBatchPart: boolean
    readonly bytesIn: number
  }): (bytesOut: number) => void
  read(): Counted
  reset(): void
}

export type Counted = {
  /** HTTP requests, a batch counted as one; `by` is 'METHOD rel' → how many. */
  readonly requests: { readonly total: number; readonly by: Readonly<Record<string, number>> }
  readonly batchParts: { readonly total: number; readonly by: Readonly<Record<string, number>> }
  /** Head and body of HTTP requests and answers; the parts of a batch are in its own. */
  readonly bytesIn: number
  readonly bytesOut: number
}

export function createRequestCounts(): RequestCounts {
  const requests = new Map<string, number>()
  const batchParts = new Map<string, number>()
  let bytesIn = 0
  let bytesOut = 0
  /** How often the counts have been forgotten. */
  let period = 0

  return {
    arrived: (request) => {
      const counts = request.isBatchPart ? batchParts : requests
      const name = `${request.method} ${request.rel}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (request.isBatchPart) return () => {}
      bytesIn += request.bytesIn
      const arrivedIn = period
      return (bytes) => {
        if (period === arrivedIn) bytesOut += bytes
      }
    },
    read: () => ({ requests: sum(requests), batchParts: sum(batchParts), bytesIn, bytesOut }),
    reset: () => {
      requests.clear()
      batchParts.clear()
      bytesIn = bytesOut = 0
      period += 1
    },
  }
}

const sum = (counts: ReadonlyMap<string, number>) => ({
  total: Array.from(counts.values()).reduce((total, count) => total + count, 0),
  by: Object.fromEntries(counts),
})
