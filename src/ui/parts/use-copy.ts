import { useState } from 'react'
import type { MouseEvent } from 'react'
import { useWords } from '../words/words.ts'
import { useAnnounce } from './announcer.tsx'

/** Null: not tried. Refused: the person copies by hand. */
export type CopyOutcome = 'copied' | 'refused' | null

type Copying = {
  readonly text: string
  readonly copied: string
  readonly onRefused?: (() => void) | undefined
}

/** Copies a text at a click, and says aloud what became of it. Over plain http a browser has no clipboard, and refuses. */
export function useCopy({ text, copied, onRefused }: Copying): {
  readonly outcome: CopyOutcome
  readonly copy: (event: MouseEvent<HTMLElement>) => void
} {
  const { signIn } = useWords()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<CopyOutcome>(null)

  const write = async (clipboard: Clipboard | undefined): Promise<void> => {
    try {
      if (clipboard === undefined) throw new Error('no clipboard')
      await clipboard.writeText(text)
      setOutcome('copied')
      announce(copied)
    } catch {
      setOutcome('refused') // shown: the person copies by hand
      announce(signIn.copyByHand)
      onRefused?.()
    }
  }
  return {
    outcome,
    copy: (event) => void write(event.currentTarget.ownerDocument.defaultView?.navigator.clipboard),
  }
}
