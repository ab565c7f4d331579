import { useStore } from 'zustand'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** Whoever is signed in in another tab need not do so again here. */
export function OtherTabs() {
  const { otherTabsStore, signInStore, goOnAs } = useServices()
  const { signIn } = useWords()
  const { people, unanswered } = useStore(otherTabsStore)
  const isUnderWay = useStore(signInStore, (now) => now.signIn.kind === 'underWay')
  return (
    <>
      {people.map((address) => (
        <p key={address}>
          <TextButton aria-disabled={isUnderWay} onClick={isUnderWay ? undefined : () => goOnAs(address)}>
            {signIn.goOnAs(address)}
          </TextButton>
        </p>
      ))}
      <div role="status">{unanswered !== null && <p>{signIn.goOnUnanswered(unanswered)}</p>}</div>
    </>
  )
}
