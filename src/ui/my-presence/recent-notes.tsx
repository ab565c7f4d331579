import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useId } from 'react'
import { useStore } from 'zustand'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** Notes that were published from this browser before: to be used again, or forgotten. */
export function RecentNotes({ onUse }: { onUse: (text: string) => void }) {
  const { recentNotesStore, forgetNote } = useServices()
  const { note } = useWords().mine
  const texts = useStore(recentNotesStore, (recent) => recent.texts)
  const labelId = useId()
  if (texts.length === 0) return null
  return (
    <div className="note-editor-section" role="group" aria-labelledby={labelId}>
      <div className="note-editor-recent-head">
        <p id={labelId} className="editor-label">
          {note.recent}
        </p>
        <TextButton onClick={() => forgetNote(null)}>{note.forgetAll}</TextButton>
      </div>
      {texts.map((text) => (
        <div key={text} className="note-editor-recent">
          <button
            type="button"
            className="note-editor-recent-text"
            aria-label={note.use(text)}
            onClick={() => onUse(text)}
          >
            <HistoryRegular fontSize={16} aria-hidden="true" />
            <bdi>{text}</bdi>
          </button>
          <button
            type="button"
            className="note-editor-recent-forget"
            aria-label={note.forget(text)}
            title={note.forget(text)}
            onClick={() => forgetNote(text)}
          >
            <DismissRegular fontSize={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </div>
  )
}
