import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { useWords } from '../words/words.ts'
import { useAnnounce } from './announcer.tsx'

type CopyButtonProps = {
  text: string
  /** In place of "Copy" and "Copied", where several things could be meant. */
  words?: { readonly copy: string; readonly copied: string }
  look?: 'primary' | 'large' | null
  /** The text has to be within reach now. */
  onRefused?: () => void
}

/** Over plain http a browser has no clipboard; then the text is there to be marked, and the button says nothing false. */
export function CopyButton({ text, words, look = null, onRefused }: CopyButtonProps) {
  const { signIn } = useWords()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const { copy: toCopy, copied } = words ?? signIn

  const copy = async (event: MouseEvent<HTMLElement>): Promise<void> => {
    try {
      await event.currentTarget.ownerDocument.defaultView?.navigator.clipboard.writeText(text)
      setOutcome('copied')
      announce(copied)
    } catch {
      setOutcome('refused') // shown: the person copies by hand
      onRefused?.()
    }
  }
  return (
    <Button
      appearance={look === 'primary' ? 'primary' : 'secondary'}
      size={look === 'large' ? 'large' : 'medium'}
      icon={<CopyRegular />}
      disabledFocusable={outcome === 'refused'}
      onClick={(event) => void copy(event)}
    >
      {outcome === 'copied' ? copied : outcome === 'refused' ? signIn.copyByHand : toCopy}
    </Button>
  )
}
