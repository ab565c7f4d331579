import type { enInstalled } from '../en/installed.ts'

export const deInstalled: typeof enInstalled = {
  offline: 'Dieser Computer ist offline.',
  offlineHint: 'Das Board öffnet sich, sobald das Netzwerk wieder da ist.',
  newVersion: 'Eine neue Version ist bereit.',
  useItNow: 'Jetzt verwenden',
}
