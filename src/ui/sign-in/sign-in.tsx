import { Suspense, lazy, useId, useRef, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import { useStore } from 'zustand'
import type { SignInFailure, SignInState } from '../../session/sign-in.ts'
import type { Configuration } from '../../ucwa/config.ts'
import { Brand } from '../parts/brand.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { Pattern } from './pattern.tsx'
import { SandboxPeople } from './sandbox-people.tsx'
import { Steps } from './steps.tsx'
import './sign-in.css'

const FailureScreen = lazy(() =>
  import('./failure-screen.tsx').then(({ FailureScreen: component }) => ({ default: component })),
)

/** The page before the board: address and password, the way to the board step by step, or why it ends. */
export function SignIn() {
  const { signInStore, configuration } = useServices()
  const { signIn } = useStore(signInStore)
  const form = useRef<HTMLFormElement>(null)
  const [putAway, setPutAway] = useState<SignInFailure | null>(null)

  const failure = signIn.kind === 'failed' && signIn.because !== putAway ? signIn.because : null
  const isElsewhere = failure !== null && !isAboutTheForm(failure)
  return (
    <div className="sign-in">
      <div className="sign-in-side">
        <Pattern />
      </div>
      <main className="sign-in-main">
        <div className={isElsewhere ? 'sign-in-column sign-in-column-wide' : 'sign-in-column'}>
          <Brand sizePx={32} />
          {isElsewhere && (
            <Suspense fallback={null}>
              {' '}
              <FailureScreen
                key={failure.kind}
                failure={failure}
                onTryAgain={() => form.current?.requestSubmit()}
                onBack={() => setPutAway(failure)}
              />
            </Suspense>
          )}
          {/* Hidden rather than gone: what was typed is needed to try again, and is kept nowhere else. */}
          <div hidden={isElsewhere}>
            <Form form={form} signIn={signIn} failure={failure} configuration={configuration} />
          </div>
        </div>
      </main>
    </div>
  )
}

/** What the person can put right in the form itself. */
const isAboutTheForm = ({ kind }: SignInFailure): boolean => kind === 'wrongPassword' || kind === 'badAddress'

type FormProps = {
  form: RefObject<HTMLFormElement | null>
  signIn: SignInState
  failure: SignInFailure | null
  configuration: Configuration
}

function Form({ form, signIn, failure, configuration }: FormProps) {
  const services = useServices()
  const words = useWords().signIn
  const address = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const onlyWatch = useRef<HTMLInputElement>(null)
  const ids = { address: useId(), password: useId(), hint: useId(), failure: useId() }
  const isUnderWay = signIn.kind === 'underWay'
  const before = signIn.kind === 'failed' ? signIn.request : null

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (isUnderWay) return
    services.signIn({
      address: address.current?.value.trim() ?? '',
      password: password.current?.value ?? '',
      onlyWatch: onlyWatch.current?.checked ?? false,
    })
  }
  const pick = (username: string, secret: string): void => {
    if (address.current !== null) address.current.value = username
    if (password.current !== null) password.current.value = secret
    form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus()
  }
  const isWrong = failure !== null && isAboutTheForm(failure)
  return (
    <>
      <h1 className="sign-in-title">{words.title}</h1>
      <p className="sign-in-lead">{words.lead(configuration.company)}</p>
      <form ref={form} className="sign-in-form" onSubmit={submit}>
        <label htmlFor={ids.address}>{words.address}</label>
        <input
          ref={address}
          id={ids.address}
          className="sign-in-field"
          name="username"
          type="text"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          readOnly={isUnderWay}
          defaultValue={before?.address ?? ''}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? ids.failure : undefined}
        />
        <label htmlFor={ids.password}>{words.password}</label>
        <input
          ref={password}
          id={ids.password}
          className="sign-in-field"
          name="password"
          type="password"
          autoComplete="current-password"
          dir="ltr"
          readOnly={isUnderWay}
          aria-invalid={failure?.kind === 'wrongPassword'}
          aria-describedby={isWrong ? ids.failure : undefined}
        />
        <label className="sign-in-check">
          <input
            ref={onlyWatch}
            name="onlyWatch"
            type="checkbox"
            defaultChecked={before?.onlyWatch ?? false}
            aria-describedby={ids.hint}
          />
          <span>
            {words.onlyWatch}
            <span id={ids.hint} className="sign-in-hint">
              {words.onlyWatchHint}
            </span>
          </span>
        </label>
        <div id={ids.failure} role="alert">
          {failure?.kind === 'wrongPassword' && <FailureMessage text={words.wrongPassword} />}
          {failure?.kind === 'badAddress' && <FailureMessage text={words.badAddress} />}
        </div>
        {isUnderWay ? (
          <Steps at={signIn.step} host={signIn.host} failed={null} />
        ) : (
          <button type="submit" className="sign-in-submit">
            {words.submit}
          </button>
        )}
      </form>
      {configuration.sandbox !== null && !isUnderWay && (
        <SandboxPeople users={configuration.sandbox.users} onPick={pick} />
      )}
    </>
  )
}
