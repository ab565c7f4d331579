import type { CDPSession } from '@playwright/test'

/**
 * What a page's objects weigh, in bytes: its heap without what the engine has compiled of its functions, which grows with
 * use until the last of them is warm, and without what the browser keeps of its own (timings, answers).
 */
export async function objectBytes(cdp: CDPSession): Promise<number> {
  const chunks: string[] = []
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', keep)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', keep)
  const snapshot: Snapshot = JSON.parse(chunks.join(''))
  return weightOf(snapshot)
}

const OF_THE_PAGE = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'number',
])

/** Of V8's snapshot: `nodes` is one flat row of numbers, whose meaning `meta` tells. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly (readonly string[] | string)[]
    }
  }
  readonly nodes: readonly number[]
}

function weightOf({ snapshot: { meta }, nodes }: Snapshot): number {
  const { node_fields: fields, node_types: types } = meta
  const [names = []] = types
  const typeAt = fields.indexOf('type')
  const sizeAt = fields.indexOf('self_size')
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (OF_THE_PAGE.has(names[nodes[node + typeAt] ?? -1] ?? '')) bytes += nodes[node + sizeAt] ?? 0
  }
  return bytes
}
