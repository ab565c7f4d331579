import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useWords } from '../words/words.ts'
import { useCopy } from './use-copy.ts'
import './icon-button.css'
import './copy-icon.css'

/** Copies a text that stands beside it. Over plain http there is no clipboard: then it says so, and one marks the text. */
export function CopyIcon({ what, text }: { what: string; text: string }) {
  const { person, signIn } = useWords()
  const { outcome, copy } = useCopy({ text, copied: person.copied(what) })
  const name = outcome === 'refused' ? signIn.copyByHand : person.copy(what)
  return (
    <button
      type="button"
      className="icon-button copy-icon"
      aria-label={name}
      title={outcome === 'copied' ? person.copied(what) : name}
      aria-disabled={outcome === 'refused'}
      onClick={copy}
    >
      {outcome === 'copied' ? (
        <CheckmarkRegular fontSize={16} aria-hidden="true" />
      ) : (
        <CopyRegular fontSize={16} aria-hidden="true" />
      )}
    </button>
  )
}
