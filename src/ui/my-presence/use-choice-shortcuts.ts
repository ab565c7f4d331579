import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { useShortcut } from '../keys/use-shortcut.ts'

/** @param choose null resets to automatic; null in place of it: nothing can be chosen now */
export function useChoiceShortcuts(choose: ((wanted: PreferredAvailability | null) => void) | null): void {
  const choosing = (wanted: PreferredAvailability | null) => (choose === null ? null : () => choose(wanted))
  useShortcut('available', choosing('Online'))
  useShortcut('busy', choosing('Busy'))
  useShortcut('doNotDisturb', choosing('DoNotDisturb'))
  useShortcut('beRightBack', choosing('BeRightBack'))
  useShortcut('away', choosing('Away'))
  useShortcut('offWork', choosing('Offwork'))
  useShortcut('reset', choosing(null))
}
