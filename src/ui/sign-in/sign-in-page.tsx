import { Button, Link } from '@fluentui/react-components'
import type { PageToVisit } from '../../session/page-visit.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** The person's own part: a page that opens in a window of its own, from their click. */
export function SignInPage({ page }: { page: PageToVisit }) {
  const { openSignInPage, signedInOnPage } = useServices()
  const { page: words } = useWords().signIn
  const { url, state, isAgain } = page
  return (
    <section className="sign-in-page" aria-label={words.title}>
      <p className="sign-in-page-title">{words.title}</p>
      <p role="status">
        {isAgain && state === 'offered' && `${words.again} `}
        {state === 'blocked'
          ? words.blocked
          : state === 'open'
            ? words.waiting
            : words.text(new URL(url).host)}
      </p>
      <div className="sign-in-page-actions">
        {state === 'blocked' ? (
          <Link href={url} target="_blank" rel="noreferrer">
            {url}
          </Link>
        ) : (
          <Button appearance={state === 'offered' ? 'primary' : 'secondary'} onClick={openSignInPage}>
            {words.open}
          </Button>
        )}
        {(state !== 'offered' || isAgain) && <Button onClick={signedInOnPage}>{words.done}</Button>}
      </div>
    </section>
  )
}
