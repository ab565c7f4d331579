import { Suspense, lazy, useId, useRef, useState } from 'react'
import type { FormEvent, RefObject } from 'react'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { useStore } from 'zustand'
import type { SignInFailure, SignInRequest, SignInState } from '../../session/sign-in.ts'
import type { WaysIn } from '../../session/ways-in.ts'
import type { Configuration } from '../../ucwa/config.ts'
import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { NewVersion } from '../installed/new-version.tsx'
import { Brand } from '../parts/brand.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { Pattern } from './pattern.tsx'
import { OtherTabs } from './other-tabs.tsx'
import { SandboxPeople } from './sandbox-people.tsx'
import { Steps } from './steps.tsx'
import './sign-in.css'

const SignInPage = lazy(() =>
  import('./sign-in-page.tsx').then(({ SignInPage: component }) => ({ default: component })),
)
const FailureScreen = lazy(() =>
  import('./failure-screen.tsx').then(({ FailureScreen: component }) => ({ default: component })),
)

/** The page before the board: address and password, the way to the board step by step, or why it ends. */
export function SignIn() {
  const { signInStore, configuration } = useServices()
  const { signIn } = useStore(signInStore)
  const { me } = useWords()
  const openDiagnostics = useOpenDiagnostics()
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
          <NewVersion />
          <p className="sign-in-diagnostics" hidden={isElsewhere}>
            <TextButton onClick={({ currentTarget }) => openDiagnostics(currentTarget)}>
              {me.diagnostics}
            </TextButton>
          </p>
        </div>
      </main>
    </div>
  )
}

/** What the person can put right in the form itself. */
const isAboutTheForm = ({ kind }: SignInFailure): boolean => ABOUT_THE_FORM.has(kind)

const ABOUT_THE_FORM: ReadonlySet<SignInFailure['kind']> = new Set([
  'wrongPassword',
  'passwordNeeded',
  'windowsUnasked',
  'windowsRefused',
  'badAddress',
])

/** In the words of the form itself, for what can be put right there. */
function formFailure(
  words: ReturnType<typeof useWords>['signIn'],
  failure: SignInFailure,
  { windows }: WaysIn,
): string {
  switch (failure.kind) {
    case 'wrongPassword':
      return windows ? words.wrongPasswordOrWindows : words.wrongPassword
    case 'windowsRefused':
      return `${words.windowsRefused} ${words.windowsRefusedHint}`
    case 'passwordNeeded':
    case 'windowsUnasked':
    case 'badAddress':
      return words[failure.kind]
    case 'serverNotFound':
    case 'originNotAllowed':
    case 'noGrant':
    case 'notTrusted':
    case 'homedOnline':
    case 'frameRefused':
    case 'other':
      return '' // has a screen of its own
  }
}

/** Why there is no field for a password. */
function NoPassword() {
  const { noPassword } = useWords().signIn
  return (
    <p className="sign-in-no-password">
      <b>{noPassword.title}</b> {noPassword.text} {noPassword.instead}
    </p>
  )
}

type FormProps = {
  form: RefObject<HTMLFormElement | null>
  signIn: SignInState
  failure: SignInFailure | null
  configuration: Configuration
}

function Form({ form, signIn, failure, configuration }: FormProps) {
  const services = useServices()
  const { signIn: words, wall } = useWords()
  const isWall = useStore(services.wallStore, (hung) => hung.wall !== null)
  const address = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const onlyWatch = useRef<HTMLInputElement>(null)
  const ids = { address: useId(), password: useId(), hint: useId(), failure: useId() }
  const isUnderWay = signIn.kind === 'underWay'
  const before = signIn.kind === 'failed' ? signIn.request : null

  const { waysIn } = services
  const signInBy = (picked: SignInRequest['picked']): void => {
    if (isUnderWay) return
    services.signIn({
      address: address.current?.value.trim() ?? '',
      password: picked === null ? (password.current?.value ?? '') : '',
      picked,
      onlyWatch: onlyWatch.current?.checked ?? false,
    })
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    signInBy(null)
  }
  /** Where the configuration knows the server, the browser's own sign-in says who it is. */
  const useWindows = (): void => {
    const isFilled = !waysIn.needsAddress || form.current?.reportValidity() === true
    if (isFilled) signInBy('windows')
  }
  const pick = (username: string, secret: string): void => {
    if (address.current !== null) address.current.value = username
    if (password.current !== null) password.current.value = secret
    form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus()
  }
  const isWrong = failure !== null && isAboutTheForm(failure)
  return (
    <>
      <h1 className={isWall ? 'sign-in-title sign-in-title-wall' : 'sign-in-title'}>
        {isWall ? wall.notSignedIn : words.title}
      </h1>
      <p className="sign-in-lead">{isWall ? wall.notSignedInHint : words.lead(configuration.company)}</p>
      <OtherTabs />
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
          required={waysIn.needsAddress || waysIn.password === 'offered'}
          readOnly={isUnderWay}
          defaultValue={before?.address ?? ''}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? ids.failure : undefined}
        />
        {waysIn.password === 'offered' && (
          <>
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
              aria-invalid={failure?.kind === 'wrongPassword' || failure?.kind === 'passwordNeeded'}
              aria-describedby={isWrong ? ids.failure : undefined}
            />
          </>
        )}
        {waysIn.password === 'plainHttp' && <NoPassword />}
        {!isWall && (
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
        )}
        <div id={ids.failure} role="alert">
          {isWrong && <FailureMessage text={formFailure(words, failure, waysIn)} />}
        </div>
        {isUnderWay ? (
          <>
            <Steps at={signIn.step} host={signIn.host} failed={null} />
            {signIn.page !== null && (
              <Suspense fallback={null}>
                <SignInPage page={signIn.page} />
              </Suspense>
            )}
          </>
        ) : (
          <>
            {(waysIn.password === 'offered' || waysIn.page) && (
              <button type="submit" className="sign-in-submit">
                {words.submit}
              </button>
            )}
            {waysIn.windows && (
              <button type="button" className="sign-in-windows" onClick={useWindows}>
                <DesktopRegular aria-hidden="true" fontSize={20} />
                {words.windows}
              </button>
            )}
          </>
        )}
      </form>
      {configuration.sandbox !== null && !isUnderWay && (
        <SandboxPeople users={configuration.sandbox.users} onPick={pick} />
      )}
    </>
  )
}
