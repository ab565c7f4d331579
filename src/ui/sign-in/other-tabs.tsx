import { useStore } from 'zustand'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** Whoever is signed in in another tab need not do so again here. */
export function OtherTabs() {
  const { otherTabsStore, goOnAs } = useServices()
  const { signIn } = useWords()
  const { people, unanswered } = useStore(otherTabsStore)
  return (
    <>
      {people.map((address) => (
        <p key={address}>
          <TextButton onClick={() => goOnAs(address)}>{signIn.goOnAs(address)}</TextButton>
        </p>
      ))}
      <div role="status">{unanswered !== null && <p>{signIn.goOnUnanswered(unanswered)}</p>}</div>
    </>
  )
}
