import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'
import '../parts/icon-button.css'
import './account-button.css'

const AccountMenu = lazy(() =>
  import('./account-menu.tsx').then(({ AccountMenu: component }) => ({ default: component })),
)

type AccountButtonProps = { address: string; activity: string; takesFocus: boolean }

/** Who is signed in here, what this board tells of them, and the way out. */
export function AccountButton({ address, activity, takesFocus }: AccountButtonProps) {
  const { me } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  useEffect(() => {
    if (takesFocus) button?.focus()
  }, [takesFocus, button])
  return (
    <>
      <button
        ref={setButton}
        type="button"
        className="icon-button account-button"
        aria-label={me.menu}
        title={me.menu}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <MoreHorizontalRegular fontSize={20} aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <AccountMenu
            target={button}
            address={address}
            activity={activity}
            onClose={(how) => {
              setIsOpen(false)
              if (how === 'byKey') button?.focus()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
