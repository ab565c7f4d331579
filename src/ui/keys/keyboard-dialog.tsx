import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { Fragment, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { Switch } from '../parts/switch.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { SHORTCUTS, isSingle } from './shortcuts.ts'
import type { Shortcut, ShortcutSection } from './shortcuts.ts'
import { useKeys } from './use-shortcut.ts'
import '../parts/icon-button.css'
import './key-cap.css'
import './keyboard-dialog.css'

/** Two columns, so that all fits on one screen. */
const COLUMNS: readonly (readonly ShortcutSection[])[] = [
  ['find', 'move', 'person'],
  ['me', 'board'],
]

/** Every key that does something now, and the switch for those that type a character. */
export function KeyboardDialog({ onClose }: { onClose: () => void }) {
  const { keys: words } = useWords()
  const { preferencesStore } = useServices()
  const keys = useKeys()
  const inUse = useSyncExternalStore(keys.subscribe, keys.get)
  const areSinglesOn = useStore(preferencesStore, ({ singleKeys }) => singleKeys)
  const ids = { title: useId(), hint: useId() }
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const listed = SHORTCUTS.filter(
    ({ id, keys: of }) => inUse.has(id) && (areSinglesOn || of.some((one) => !isSingle(one))),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it; so does Escape
    <dialog
      ref={dialog}
      className="keyboard"
      aria-labelledby={ids.title}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="keyboard-sheet">
        <div className="keyboard-head">
          <h2 id={ids.title} className="keyboard-title">
            {words.title}
          </h2>
          <button
            type="button"
            className="icon-button keyboard-close"
            aria-label={words.close}
            title={words.close}
            onClick={onClose}
          >
            <DismissRegular fontSize={20} aria-hidden="true" />
          </button>
        </div>
        <div className="keyboard-columns">
          {COLUMNS.map((sections) => (
            <div key={sections.join(' ')} className="keyboard-column">
              {sections.map((section) => (
                <Section key={section} section={section} shortcuts={listed} />
              ))}
            </div>
          ))}
        </div>
        <label className="keyboard-foot">
          <span id={ids.hint}>{words.singleKeysHint}</span>
          <Switch
            aria-label={words.singleKeys}
            aria-describedby={ids.hint}
            checked={areSinglesOn}
            onChange={({ currentTarget }) => preferencesStore.setState({ singleKeys: currentTarget.checked })}
          />
        </label>
      </div>
    </dialog>
  )
}

function Section({ section, shortcuts }: { section: ShortcutSection; shortcuts: readonly Shortcut[] }) {
  const { keys: words } = useWords()
  const headingId = useId()
  const own = shortcuts.filter((shortcut) => shortcut.section === section)
  if (own.length === 0) return null
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className="keyboard-heading">
        {words.section(section)}
      </h3>
      {section === 'person' && <p className="keyboard-hint">{words.ofPerson}</p>}
      <ul className="keyboard-lines" aria-labelledby={headingId}>
        {own.map(({ id, keys }) => (
          <li key={id} className="keyboard-line">
            <span>{words.does(id)}</span>
            <span className="keyboard-keys">
              <Caps keys={keys} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** More than four that do alike are named by the first and the last. */
const MOST_CAPS = 4

function Caps({ keys }: { keys: readonly string[] }) {
  const { keys: words } = useWords()
  const isRange = keys.length > MOST_CAPS
  const shown = isRange ? [keys[0] ?? '', keys.at(-1) ?? ''] : keys
  return shown.map((sequence, at) => (
    <Fragment key={sequence}>
      {at > 0 && isRange && (
        <kbd className="key-cap" aria-hidden="true">
          …
        </kbd>
      )}
      {at > 0 && <span className="visually-hidden"> {isRange ? words.range : words.or} </span>}
      {sequence.split(' ').map((key, place) => (
        <Fragment key={key}>
          {place > 0 && <span className="visually-hidden"> {words.next} </span>}
          <kbd className="key-cap">
            <span aria-hidden="true">{words.key(key)}</span>
            <span className="visually-hidden">{words.spoken(key)}</span>
          </kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}
