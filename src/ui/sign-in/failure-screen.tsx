import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { SignInFailure } from '../../session/sign-in.ts'
import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { useFacts } from '../diagnostics/use-facts.ts'
import { reportOf } from '../diagnostics/report.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { useDiagnosticsWords } from '../words/use-diagnostics-words.ts'
import { useWords } from '../words/words.ts'
import { originCommands } from './origin-commands.ts'
import { Steps } from './steps.tsx'
import './failure-screen.css'

type FailureScreenProps = { failure: SignInFailure; onTryAgain: () => void; onBack: () => void }

/** Why signing in ended, on a screen of its own: what is, then what to do, then what helps the administrator. */
export function FailureScreen({ failure, onTryAgain, onBack }: FailureScreenProps) {
  const words = useWords()
  const { signIn } = words
  const diagnosticsWords = useDiagnosticsWords()
  const openDiagnostics = useOpenDiagnostics()
  const facts = useFacts()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const told = useTold(failure)
  return (
    <>
      <div role="alert">
        <h1 ref={title} tabIndex={-1} className="sign-in-title failure-screen-title">
          {told.title}
        </h1>
        {told.lead !== null && <p className="failure-screen-lead">{told.lead}</p>}
      </div>
      {told.more}
      <div className="failure-screen-actions">
        <Button appearance="primary" size="large" onClick={onTryAgain}>
          {signIn.tryAgain}
        </Button>
        <CopyButton
          text={reportOf(facts, words, diagnosticsWords)}
          words={{ copy: signIn.copyReport, copied: signIn.reportCopied }}
          look="large"
          onRefused={() => openDiagnostics(null)}
        />
      </div>
      <div className="failure-screen-actions failure-screen-aside">
        <Button
          appearance="subtle"
          size="large"
          onClick={({ currentTarget }) => openDiagnostics(currentTarget)}
        >
          {words.me.diagnostics}
        </Button>
        <Button appearance="subtle" size="large" onClick={onBack}>
          {signIn.back}
        </Button>
      </div>
    </>
  )
}

type Told = { readonly title: string; readonly lead: ReactNode; readonly more: ReactNode }

function useTold(failure: SignInFailure): Told {
  const words = useWords()
  const { signIn } = words
  switch (failure.kind) {
    case 'originNotAllowed': {
      const { origin, host, told } = failure
      const { unknownPage } = signIn
      const said = {
        title: unknownPage.refused,
        text: told === '' ? unknownPage.toldNothing(host) : unknownPage.told(host, told),
      }
      const lead = (
        <>
          {unknownPage.lead} <strong>{origin}</strong>
        </>
      )
      const more = (
        <>
          <Steps at="signingIn" host={host} failed={said} />
          <ForAdministrator origin={origin} />
        </>
      )
      return { title: unknownPage.title, lead, more }
    }
    case 'serverNotFound': {
      const more = failure.asked.length > 0 && (
        <div className="failure-screen-asked">
          <p>{signIn.notFoundAsked}</p>
          <ul>
            {failure.asked.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </div>
      )
      return { title: signIn.notFound(failure.domain), lead: signIn.notFoundHint, more }
    }
    case 'frameRefused':
      return { title: signIn.frameRefused, lead: signIn.frameRefusedHint(failure.url), more: null }
    case 'noGrant':
      return { title: signIn.noGrant, lead: signIn.noGrantOffered(failure.offered), more: null }
    case 'notTrusted':
      return {
        title: signIn.notTrusted(failure.origin),
        lead: signIn.notTrustedHint(failure.namedBy),
        more: null,
      }
    case 'homedOnline':
      return { title: signIn.homedOnline, lead: signIn.homedOnlineHint(failure.host), more: null }
    case 'wrongPassword':
      return { title: signIn.wrongPassword, lead: null, more: null }
    case 'passwordNeeded':
    case 'windowsUnasked':
    case 'windowsRefused':
      return { title: signIn[failure.kind], lead: null, more: null }
    case 'badAddress':
      return { title: signIn.badAddress, lead: null, more: null }
    case 'other': {
      const { step, host, because } = failure
      const title =
        because.kind === 'refused' && because.status === 403 && step === 'opening'
          ? signIn.notEnabled
          : signIn.other[step]
      return { title, lead: words.failure(because), more: host === null ? null : <p>{signIn.host(host)}</p> }
    }
  }
}

/** What makes the server know this page. Source: Skype for Business Server, New-CsWebOrigin, Set-CsWebServiceConfiguration. */
function ForAdministrator({ origin }: { origin: string }) {
  const { unknownPage } = useWords().signIn
  const commands = originCommands(origin)
  return (
    <section className="for-administrator">
      <div className="for-administrator-head">
        <h2 className="for-administrator-title">{unknownPage.forAdministrator}</h2>
        <CopyButton text={commands} />
      </div>
      <p>{unknownPage.shell}</p>
      <pre className="for-administrator-commands" dir="ltr">
        {commands}
      </pre>
      <p>{unknownPage.effect}</p>
    </section>
  )
}
