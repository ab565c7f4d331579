import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import './failure-message.css'

/** What went wrong, and below it what can be done about it. */
export function FailureMessage({ text, children }: { text: ReactNode; children?: ReactNode }) {
  return (
    <div className="failure-message">
      <WarningFilled className="failure-message-icon" fontSize={20} aria-hidden="true" />
      <div>
        <p>{text}</p>
        {children !== undefined && <div className="failure-message-actions">{children}</div>}
      </div>
    </div>
  )
}
