import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { SignInStep } from '../../session/sign-in.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import './steps.css'

const STEPS: readonly SignInStep[] = ['finding', 'signingIn', 'opening']

type StepsProps = {
  at: SignInStep
  /** The server that is spoken to; null: not known yet. */
  host: string | null
  /** What became of the step that failed, in place of its name; null: it is under way. */
  failed: { readonly title: string; readonly text: string } | null
}

/** The way to the board: what is done, what is under way or failed, what comes. */
export function Steps({ at, host, failed }: StepsProps) {
  const { signIn } = useWords()
  const now = STEPS.indexOf(at)
  return (
    <ol className="steps" aria-live={failed === null ? 'polite' : undefined}>
      {STEPS.map((step, index) => {
        if (index < now) {
          return (
            <li key={step} className="step">
              <CheckmarkCircleRegular fontSize={20} aria-hidden="true" />
              <div>{signIn.stepsDone[step]}</div>
            </li>
          )
        }
        if (index > now) {
          return (
            <li key={step} className="step step-later">
              <CircleRegular fontSize={20} aria-hidden="true" />
              <div>{signIn.steps[step]}</div>
            </li>
          )
        }
        return (
          <li key={step} className="step step-now" aria-current="step">
            {failed === null ? (
              <span className="step-sign">
                <StateSign sign="unknown" size={16} look="pending" />
              </span>
            ) : (
              <WarningFilled className="step-warning" fontSize={20} aria-hidden="true" />
            )}
            <div>
              {failed?.title ?? signIn.steps[step]}
              <p className="step-text">{failed?.text ?? host}</p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
