import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { useWords } from '../words/words.ts'
import { useAnnounce } from './announcer.tsx'

/** Over plain http a browser has no clipboard; then the text is there to be marked, and the button says nothing false. */
export function CopyButton({ text }: { text: string }) {
  const { signIn } = useWords()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  const copy = async (event: MouseEvent<HTMLElement>): Promise<void> => {
    try {
      await event.currentTarget.ownerDocument.defaultView?.navigator.clipboard.writeText(text)
      setOutcome('copied')
      announce(signIn.copied)
    } catch {
      setOutcome('refused') // shown: the person copies by hand
    }
  }
  return (
    <Button
      icon={<CopyRegular />}
      disabledFocusable={outcome === 'refused'}
      onClick={(event) => void copy(event)}
    >
      {outcome === 'copied' ? signIn.copied : outcome === 'refused' ? signIn.copyByHand : signIn.copy}
    </Button>
  )
}
