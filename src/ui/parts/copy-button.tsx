import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useWords } from '../words/words.ts'
import { useCopy } from './use-copy.ts'

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
  const { copy: toCopy, copied } = words ?? signIn
  const { outcome, copy } = useCopy({ text, copied, onRefused })
  return (
    <Button
      appearance={look === 'primary' ? 'primary' : 'secondary'}
      size={look === 'large' ? 'large' : 'medium'}
      icon={<CopyRegular />}
      disabledFocusable={outcome === 'refused'}
      onClick={copy}
    >
      {outcome === 'copied' ? copied : outcome === 'refused' ? signIn.copyByHand : toCopy}
    </Button>
  )
}
