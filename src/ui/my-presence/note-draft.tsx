import { createContext, useContext, useState } from 'react'
import type { ReactNode } from 'react'

/** A note begun and not yet published, and whose. */
type Draft = { readonly by: string; readonly text: string }
type DraftState = readonly [Draft | null, (draft: Draft | null) => void]

const DraftContext = createContext<DraftState>([null, () => {}])

/** Stands above the dashboard, so that a half-written note outlives the end of a sign-in. */
export function NoteDraftKeeper({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState<Draft | null>(null)
  return <DraftContext value={[draft, setDraft]}>{children}</DraftContext>
}

/** Whether anybody has a note half written. */
export const useIsNoteBegun = (): boolean => useContext(DraftContext)[0] !== null

/** One's own half-written note; null: nothing begun. Nobody else who signs in here gets to see it. */
export function useNoteDraft(by: string): readonly [string | null, (text: string | null) => void] {
  const [draft, setDraft] = useContext(DraftContext)
  return [draft?.by === by ? draft.text : null, (text) => setDraft(text === null ? null : { by, text })]
}
