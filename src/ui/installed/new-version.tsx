import { useStore } from 'zustand'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import './new-version.css'

/** Offers the newer version of the page where it is not taken by itself, since that would ask for a password. */
export function NewVersion() {
  const { newVersionStore, takeNewVersion } = useServices()
  const { installed } = useWords()
  const isOffered = useStore(newVersionStore, (version) => version.isOffered)
  return (
    <div role="status">
      {isOffered && (
        <p className="new-version">
          {installed.newVersion} <TextButton onClick={takeNewVersion}>{installed.useItNow}</TextButton>
        </p>
      )}
    </div>
  )
}
