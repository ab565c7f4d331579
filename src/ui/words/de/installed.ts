import type { enInstalled } from '../en/installed.ts'

export const deInstalled: typeof enInstalled = {
  offline: 'Dieser Computer ist offline.',
  offlineHint: 'Das Board öffnet sich, sobald das Netzwerk wieder da ist.',
  noAnswer: 'Der Webserver des Boards antwortet nicht.',
  noAnswerHint:
    'Das Board öffnet sich von selbst, sobald er antwortet. Prüfen Sie außerhalb des Büros, ob das VPN verbunden ist.',
  serverFailed: (status) => `Der Webserver des Boards antwortet mit einem Fehler (Status ${status}).`,
  serverFailedHint:
    'Das Board öffnet sich von selbst, sobald das vorbei ist. Wenn es andauert, sagen Sie es Ihrem Administrator.',
  newVersion: 'Eine neue Version ist bereit.',
  useItNow: 'Jetzt verwenden',
}
