import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import './sign-in-again.css'

/** The one prompt when only the person can renew their sign-in. The board stays below it, as it was. */
export function SignInAgain({ address, onLater }: { address: string; onLater: () => void }) {
  const { signInAgain, signOut, openSignInPage, signedInOnPage, signInAgainStore, waysIn } = useServices()
  const { signInAgain: words, signIn } = useWords()
  const { isUnderWay, hasFailed, page } = useStore(signInAgainStore)
  const [password, setPassword] = useState('')
  const [title, field] = [useId(), useId()]
  const takesPassword = waysIn.password === 'offered'
  return (
    <div className="again-scrim">
      <div className="again" role="dialog" aria-modal="false" aria-labelledby={title}>
        <form
          className="again-form"
          onSubmit={(event) => {
            event.preventDefault()
            signInAgain(password)
          }}
        >
          <h2 id={title} className="again-title">
            {words.title}
          </h2>
          <p className="again-text">{words.text(address)}</p>
          {takesPassword && page === null && (
            <>
              <label htmlFor={field}>{signIn.password}</label>
              <input
                id={field}
                className="again-field"
                type="password"
                autoComplete="current-password"
                autoFocus
                onKeyDown={({ key }) => {
                  if (key === 'Escape') onLater()
                }}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </>
          )}
          {hasFailed && <FailureMessage text={words.failed} />}
          <div className="again-buttons">
            {page !== null && page.state !== 'open' && (
              <button type="button" className="again-submit" onClick={openSignInPage}>
                {words.openPage}
              </button>
            )}
            {page !== null && page.state === 'open' && (
              <button type="button" className="again-submit" onClick={signedInOnPage}>
                {words.donePage}
              </button>
            )}
            {page === null && (
              <button type="submit" className="again-submit" aria-disabled={isUnderWay}>
                {signIn.submit}
              </button>
            )}
            <button type="button" className="again-other" onClick={onLater}>
              {words.later}
            </button>
            <button type="button" className="again-other" onClick={signOut}>
              {words.signOut}
            </button>
          </div>
        </form>
      </div>
    </div>
  )
}
