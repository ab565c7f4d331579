import type { PreferredAvailability } from '../../ucwa/availability.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { useShortcut } from '../keys/use-shortcut.ts'

/** Which keys choose what. */
export const SHORTCUT_OF: Readonly<Record<PreferredAvailability, ShortcutId>> = {
  Online: 'available',
  Busy: 'busy',
  DoNotDisturb: 'doNotDisturb',
  BeRightBack: 'beRightBack',
  Away: 'away',
  Offwork: 'offWork',
}

/** @param choose null resets to automatic; null in place of it: nothing can be chosen now */
export function useChoiceShortcuts(choose: ((wanted: PreferredAvailability | null) => void) | null): void {
  const choosing = (wanted: PreferredAvailability | null) => (choose === null ? null : () => choose(wanted))
  useShortcut(SHORTCUT_OF.Online, choosing('Online'))
  useShortcut(SHORTCUT_OF.Busy, choosing('Busy'))
  useShortcut(SHORTCUT_OF.DoNotDisturb, choosing('DoNotDisturb'))
  useShortcut(SHORTCUT_OF.BeRightBack, choosing('BeRightBack'))
  useShortcut(SHORTCUT_OF.Away, choosing('Away'))
  useShortcut(SHORTCUT_OF.Offwork, choosing('Offwork'))
  useShortcut('reset', choosing(null))
}
