import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'

/** In place of something of one's own that the server did not tell. */
export function Unread({ onTryAgain }: { onTryAgain: () => void }) {
  const { me, publish: words } = useWords()
  return (
    <FailureMessage text={me.failedToLoad}>
      <TextButton onClick={onTryAgain}>{words.tryAgain}</TextButton>
    </FailureMessage>
  )
}
