import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { useFeature } from '../features.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useOpenPreferences } from '../preferences/door.tsx'
import { useOpenWallDialog } from '../wallboard/door.tsx'
import { useOpenPrivacy } from '../privacy/door.tsx'
import { useServices } from '../services.ts'

/** What the account menu leads to, by keys as well. */
export function BoardKeys() {
  const { signOut } = useServices()
  const openDiagnostics = useOpenDiagnostics()
  const openPrivacy = useOpenPrivacy()
  useShortcut('privacy', useFeature('privacy') ? () => openPrivacy(null, 'Colleagues') : null)
  const openPreferences = useOpenPreferences()
  useShortcut('preferences', () => openPreferences(null))
  const openWallDialog = useOpenWallDialog()
  useShortcut('wallboard', useFeature('wallboard') ? () => openWallDialog(null) : null)
  useShortcut('diagnostics', () => openDiagnostics(null))
  useShortcut('signOut', signOut)
  return null
}
