import { useStore } from 'zustand'
import type { Resource } from '../../session/publication.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** "Set on another device at 10:31", below what was. */
export function Elsewhere({ resource }: { resource: Resource }) {
  const { elsewhereStore, nowStore } = useServices()
  const { mine } = useWords()
  const set = useStore(elsewhereStore, (all) => all[resource])
  const text = useStore(nowStore, ({ nowMs }) => (set === null ? null : mine.elsewhere(set.atMs, nowMs)))
  return text === null ? null : <p className="self-card-elsewhere">{text}</p>
}
