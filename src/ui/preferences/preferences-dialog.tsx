import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { LANGUAGES } from '../../state/languages.ts'
import { CLEAR_NOTES, DENSITIES, THEMES } from '../../state/preferences-store.ts'
import type { Preferences } from '../../state/preferences-store.ts'
import { useFeature } from '../features.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { PreferencesFile } from './preferences-file.tsx'
import { ChoiceRow, Row, SwitchRow } from './rows.tsx'
import '../parts/icon-button.css'
import './preferences.css'

/** All that this browser prefers, in one place. Each choice holds at once. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { preferences: words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it; so does Escape
    <dialog
      ref={dialog}
      className="preferences"
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()} // the page's own keys wait below
      onMouseDown={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="preferences-sheet">
        <div className="preferences-head">
          <h2 id={titleId} className="preferences-title">
            {words.title}
          </h2>
          <button
            type="button"
            className="icon-button preferences-close"
            aria-label={words.close}
            title={words.close}
            onClick={() => dialog.current?.close()}
          >
            <DismissRegular fontSize={20} aria-hidden="true" />
          </button>
        </div>
        <Rows />
        <PreferencesFile />
      </div>
    </dialog>
  )
}

function Rows() {
  const { preferences: words, keys } = useWords()
  const { preferencesStore } = useServices()
  const preferences = useStore(preferencesStore)
  const prefer = (some: Partial<Preferences>): void => preferencesStore.setState(some)
  const hasLastActive = useFeature('lastActive')
  return (
    <div className="preferences-rows">
      <ChoiceRow
        title={words.theme}
        options={THEMES}
        wordOf={words.themes}
        chosen={preferences.theme}
        onChoose={(theme) => prefer({ theme })}
      />
      <ChoiceRow
        title={words.density}
        hint={words.densityHint}
        options={DENSITIES}
        wordOf={words.densities}
        chosen={preferences.density}
        onChoose={(density) => prefer({ density })}
      />
      <LanguageRow chosen={preferences.language} onChoose={(language) => prefer({ language })} />
      <NotificationRows preferences={preferences} prefer={prefer} />
      <SwitchRow
        title={words.reportsActivity}
        hint={words.reportsActivityHint}
        isOn={preferences.reportsActivity}
        onTurn={(reportsActivity) => prefer({ reportsActivity })}
      />
      <ChoiceRow
        title={words.clearNote}
        hint={words.clearNoteHint}
        options={CLEAR_NOTES}
        wordOf={words.clearNotes}
        chosen={preferences.clearNote}
        onChoose={(clearNote) => prefer({ clearNote })}
      />
      <EndOfDayRow chosen={preferences.endOfDay} onChoose={(endOfDay) => prefer({ endOfDay })} />
      <SwitchRow
        title={keys.singleKeys}
        hint={keys.singleKeysHint}
        isOn={preferences.singleKeys}
        onTurn={(singleKeys) => prefer({ singleKeys })}
      />
      {!hasLastActive && <Row title={words.lastActive}>{words.switchedOff}</Row>}
    </div>
  )
}

type NotificationRowsProps = {
  preferences: Preferences
  prefer: (some: Partial<Preferences>) => void
}

function NotificationRows({ preferences, prefer }: NotificationRowsProps) {
  const { preferences: words } = useWords()
  if (!useFeature('notifications')) return <Row title={words.notifications}>{words.switchedOff}</Row>
  return (
    <>
      <SwitchRow
        title={words.notifications}
        hint={words.notificationsHint}
        isOn={preferences.notifications}
        onTurn={(notifications) => prefer({ notifications })}
      />
      <SwitchRow
        title={words.sound}
        hint={words.soundHint}
        isOn={preferences.sound}
        onTurn={(sound) => prefer({ sound })}
      />
    </>
  )
}

type LanguageRowProps = {
  chosen: Preferences['language']
  onChoose: (language: Preferences['language']) => void
}

function LanguageRow({ chosen, onChoose }: LanguageRowProps) {
  const { preferences: words } = useWords()
  const id = useId()
  return (
    <div className="preferences-row">
      <label className="preferences-words" htmlFor={id}>
        {words.language}
      </label>
      <select
        id={id}
        className="preferences-field"
        value={chosen ?? ''}
        onChange={(event) => onChoose(LANGUAGES.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{words.browserLanguage}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownNameOf(language)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** As those call it who speak it: nobody should have to read another language to find their own. */
const ownNameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

function EndOfDayRow({ chosen, onChoose }: { chosen: string; onChoose: (time: string) => void }) {
  const { preferences: words } = useWords()
  const id = useId()
  return (
    <div className="preferences-row">
      <label className="preferences-words" htmlFor={id}>
        {words.endOfDay}
      </label>
      <input
        id={id}
        type="time"
        className="preferences-field preferences-time"
        required
        value={chosen}
        onChange={({ target }) => {
          if (target.value !== '') onChoose(target.value.slice(0, 'HH:MM'.length))
        }}
      />
    </div>
  )
}
