import { failureOf } from '../../ucwa/errors.ts'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import { whyNot } from './refusal.ts'

/** In place of something of one's own that the server did not tell, and why. */
export function Unread({ error, onTryAgain }: { error: Error | null; onTryAgain: () => void }) {
  const words = useWords()
  const why = whyNot(words, error === null ? null : failureOf(error))
  return (
    <FailureMessage text={words.mine.failedToRead(why)}>
      <TextButton onClick={onTryAgain}>{words.publish.tryAgain}</TextButton>
    </FailureMessage>
  )
}
