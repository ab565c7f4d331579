import { useState } from 'react'
import { useDrawnStaleNow } from '../freshness.ts'
import type { Closed } from '../parts/choice-menu.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { Editor } from './editor.tsx'
import { OwnTime } from './own-time.tsx'
import { firstOwnTime, isAhead } from './until-times.ts'

type UntilEditorProps = {
  target: HTMLElement | null
  /** "Busy until" */
  title: string
  hint: string
  onChoose: (atMs: number) => void
  onClose: (how: Closed) => void
}

/** A time of one's own for an availability. */
export function UntilEditor({ target, title, hint, onChoose, onClose }: UntilEditorProps) {
  const { me, mine } = useWords()
  const { nowStore } = useServices()
  const isStale = useDrawnStaleNow()
  const [time, setTime] = useState(() => firstOwnTime(nowStore.getState().nowMs))
  return (
    <Editor
      target={target}
      place="below"
      title={title}
      submit={mine.until.set}
      isOff={isStale}
      onSubmit={() => {
        if (time.kind === 'at' && isAhead(time, nowStore.getState().nowMs)) onChoose(time.atMs)
      }}
      onClose={onClose}
    >
      <OwnTime label={mine.until.time} time={time} hint={isStale ? me.whyNot : hint} onChoose={setTime} />
    </Editor>
  )
}
