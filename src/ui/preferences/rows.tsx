import { useId } from 'react'
import type { ReactNode } from 'react'
import { Switch } from '../parts/switch.tsx'

type RowProps = { title: string; hint?: string | undefined; children: ReactNode }

/** One preference whose control is named by its own label. */
export function Row({ title, hint, children }: RowProps) {
  return (
    <div className="preferences-row">
      <span className="preferences-words">
        <span>{title}</span>
        {hint !== undefined && <span className="preferences-hint">{hint}</span>}
      </span>
      {children}
    </div>
  )
}

type SwitchRowProps = {
  title: string
  hint?: string | undefined
  isOn: boolean
  onTurn: (isOn: boolean) => void
}

/** Yes or no. */
export function SwitchRow({ title, hint, isOn, onTurn }: SwitchRowProps) {
  const [titleId, hintId] = [useId(), useId()]
  return (
    <label className="preferences-row">
      <span className="preferences-words">
        <span id={titleId}>{title}</span>
        {hint !== undefined && (
          <span id={hintId} className="preferences-hint">
            {hint}
          </span>
        )}
      </span>
      <Switch
        aria-labelledby={titleId}
        aria-describedby={hint === undefined ? undefined : hintId}
        checked={isOn}
        onChange={(event) => onTurn(event.target.checked)}
      />
    </label>
  )
}

type ChoiceRowProps<Option extends string> = {
  title: string
  hint?: string | undefined
  options: readonly Option[]
  wordOf: (option: Option) => string
  chosen: Option
  onChoose: (option: Option) => void
}

/** One of a few, all of them in sight. */
export function ChoiceRow<Option extends string>(props: ChoiceRowProps<Option>) {
  const { title, hint, options, wordOf, chosen, onChoose } = props
  const name = useId()
  const titleId = useId()
  return (
    <div className="preferences-row" role="radiogroup" aria-labelledby={titleId}>
      <span className="preferences-words">
        <span id={titleId}>{title}</span>
        {hint !== undefined && <span className="preferences-hint">{hint}</span>}
      </span>
      <span className="segments">
        {options.map((option) => (
          <label key={option} className="segment">
            <input
              type="radio"
              className="segment-radio"
              name={name}
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            {wordOf(option)}
          </label>
        ))}
      </span>
    </div>
  )
}
