import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import type { ReactNode } from 'react'
import { useOpenKeyboard } from '../keys/door.tsx'
import { useKeyHints } from '../keys/use-key-hints.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { useOpenPreferences } from '../preferences/door.tsx'
import { AlertsButton } from '../watching/alerts-button.tsx'
import { useWords } from '../words/words.ts'
import '../parts/icon-button.css'
import './bar-buttons.css'

/** At the end of the top bar, what concerns the whole board. On a phone only the bell is there: the menu of oneself has the rest. */
export function BarButtons() {
  const { preferences, keys } = useWords()
  const openKeyboard = useOpenKeyboard()
  const openPreferences = useOpenPreferences()
  return (
    <div className="bar-buttons">
      <AlertsButton />
      <BarButton
        label={keys.title}
        shortcut="keyboard"
        icon={<KeyboardRegular fontSize={20} aria-hidden="true" />}
        onPress={openKeyboard}
      />
      <BarButton
        label={preferences.open}
        shortcut="preferences"
        icon={<SettingsRegular fontSize={20} aria-hidden="true" />}
        onPress={openPreferences}
      />
    </div>
  )
}

type BarButtonProps = {
  label: string
  shortcut: ShortcutId
  icon: ReactNode
  onPress: (button: HTMLElement) => void
}

function BarButton({ label, shortcut, icon, onPress }: BarButtonProps) {
  const hint = useKeyHints()
  return (
    <button
      type="button"
      className="icon-button bar-button"
      aria-label={label}
      {...hint(shortcut, label)}
      onClick={(event) => onPress(event.currentTarget)}
    >
      {icon}
    </button>
  )
}
