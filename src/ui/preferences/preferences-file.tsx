import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { parsePreferencesFile, preferencesFile } from '../../state/preferences-store.ts'
import type { PreferencesMistake } from '../../state/preferences-store.ts'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

type Outcome = PreferencesMistake | { readonly kind: 'imported' | 'reset' }

/** Preferences taken to another browser, or back to how they were at first. */
export function PreferencesFile() {
  const { preferences: words } = useWords()
  const { preferencesStore, preferredAtFirst } = useServices()
  const preferences = useStore(preferencesStore)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const picker = useRef<HTMLInputElement>(null)

  const take = async (file: Blob): Promise<void> => {
    const text = await file.text().catch(() => '') // gone since it was picked: nothing in it to read
    const found = parsePreferencesFile(text, preferencesStore.getState())
    if ('mistake' in found) return setOutcome(found.mistake)
    preferencesStore.setState(found.preferences)
    setOutcome({ kind: 'imported' })
  }

  return (
    <div className="preferences-foot">
      <div className="preferences-buttons">
        <a
          className="preferences-button"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(preferencesFile(preferences))}`}
          download={words.fileName}
        >
          {words.export}
        </a>
        <button type="button" className="preferences-button" onClick={() => picker.current?.click()}>
          {words.import}
        </button>
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file !== undefined) void take(file)
            target.value = '' // the same file may be picked again, once it has been put right
          }}
        />
        <button
          type="button"
          className="preferences-button preferences-reset"
          onClick={() => {
            preferencesStore.setState(preferredAtFirst, true)
            setOutcome({ kind: 'reset' })
          }}
        >
          {words.resetAll}
        </button>
      </div>
      <div role="status">{outcome !== null && <OutcomeWords of={outcome} />}</div>
      <p className="preferences-hint">{words.kept}</p>
    </div>
  )
}

function OutcomeWords({ of }: { of: Outcome }) {
  const { preferences: words } = useWords()
  switch (of.kind) {
    case 'imported':
      return <p>{words.imported}</p>
    case 'reset':
      return <p>{words.isReset}</p>
    case 'notJson':
    case 'notPreferences':
    case 'unknownField':
    case 'badValue':
      return <FailureMessage text={words.mistake(of)} />
  }
}
