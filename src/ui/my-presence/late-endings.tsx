import { useStore } from 'zustand'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** What was to end while no page was open to end it, and has been ended since: said until it is read. */
export function LateEndings() {
  const { endingsStore, nowStore, dismissLateEndings } = useServices()
  const { mine, choice: choiceWord } = useWords()
  const late = useStore(endingsStore, (endings) => endings.late)
  const nowMs = useStore(nowStore, (now) => (late.length === 0 ? 0 : now.nowMs))
  if (late.length === 0) return null
  return (
    <div className="self-card-late" role="status">
      {late.map(({ choice, atMs }) => (
        <p key={choice.resource}>
          {choice.resource === 'presence' && choice.wanted !== null
            ? mine.late.presence(choiceWord(choice.wanted), atMs, nowMs)
            : mine.late.note(atMs, nowMs)}
        </p>
      ))}
      <TextButton onClick={dismissLateEndings}>{mine.late.dismiss}</TextButton>
    </div>
  )
}
