import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import type { Ref } from 'react'
import { useDrawnStaleNow } from '../freshness.ts'
import { roleOf } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import './status-button.css'

type StatusButtonProps = {
  sign: Sign
  /** What stands in bold: the state, or the choice under way. */
  word: string
  /** What stands at the end: the activity, "until 15:00", "saving…", "as of 10:42". */
  aside: string
  /** How the state is called by its name, an end included. */
  state: string
  /** How much of the time until its end is left, from 1 to 0; null: it has none. */
  left: number | null
  look: 'live' | 'pending' | 'stale'
  isStale: boolean
  /** Not offered at all without a link; while stale it is, but says why it does nothing. */
  canChange: boolean
  isOpen: boolean
  /** Opens the menu, or closes it again. */
  onToggle: () => void
  ref: Ref<HTMLButtonElement>
}

export function StatusButton({
  sign,
  word,
  aside,
  state,
  left,
  look,
  isStale,
  canChange,
  isOpen,
  onToggle,
  ref,
}: StatusButtonProps) {
  const { me, keys } = useWords()
  const hint = useKeyHints()
  const isOff = isStale || !canChange
  const stale = isOff ? me.availabilityStale : me.availability
  const name = { live: me.availability, pending: me.availabilityPending, stale }[look](state)
  return (
    <button
      ref={ref}
      type="button"
      className={`status-button status-button-${look} role-${look === 'stale' ? 'neutral' : roleOf(sign)}`}
      aria-label={name}
      {...(isStale ? { title: me.whyNot } : hint('availability', keys.does('availability')))}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onToggle}
    >
      <StateSign sign={sign} size={18} look={look} />
      <span className="status-button-words">
        <span className="status-button-word">{word}</span>
        {aside !== '' && (
          <span className="status-button-aside">
            <bdi>{aside}</bdi>
          </span>
        )}
      </span>
      {!isOff && look !== 'pending' && (
        <ChevronDownRegular className="status-button-chevron" fontSize={20} aria-hidden="true" />
      )}
      {left !== null && (
        <span className="status-button-line" aria-hidden="true">
          <span style={{ inlineSize: `${left * 100}%` }} />
        </span>
      )}
    </button>
  )
}

/** One who only watches publishes nothing, and is told so in the button's place. */
export function OnlyWatching() {
  const { me } = useWords()
  const { showMe } = useServices()
  const isStale = useDrawnStaleNow()
  return (
    <p className="status-button status-button-watching role-neutral" title={me.onlyWatchingHint}>
      <EyeRegular fontSize={20} aria-hidden="true" />
      <span className="status-button-word">{me.onlyWatching}</span>
      <span className="visually-hidden">{me.onlyWatchingHint}</span>
      <TextButton
        aria-disabled={isStale}
        title={isStale ? me.whyNot : undefined}
        onClick={isStale ? undefined : showMe}
      >
        {me.showMe}
      </TextButton>
    </p>
  )
}
