import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { useWords } from '../words/words.ts'
import { useAnnounce } from './announcer.tsx'
import './icon-button.css'
import './copy-icon.css'

/** Copies a text that stands beside it. Over plain http there is no clipboard: then it says so, and one marks the text. */
export function CopyIcon({ what, text }: { what: string; text: string }) {
  const { person, signIn } = useWords()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  const copy = async (event: MouseEvent<HTMLElement>): Promise<void> => {
    const clipboard = event.currentTarget.ownerDocument.defaultView?.navigator.clipboard
    try {
      if (clipboard === undefined) throw new Error('no clipboard')
      await clipboard.writeText(text)
      setOutcome('copied')
      announce(person.copied(what))
    } catch {
      setOutcome('refused') // shown: the person copies by hand
      announce(signIn.copyByHand)
    }
  }
  const name = outcome === 'refused' ? signIn.copyByHand : person.copy(what)
  return (
    <button
      type="button"
      className="icon-button copy-icon"
      aria-label={name}
      title={outcome === 'copied' ? person.copied(what) : name}
      aria-disabled={outcome === 'refused'}
      onClick={(event) => void copy(event)}
    >
      {outcome === 'copied' ? (
        <CheckmarkRegular fontSize={16} aria-hidden="true" />
      ) : (
        <CopyRegular fontSize={16} aria-hidden="true" />
      )}
    </button>
  )
}
