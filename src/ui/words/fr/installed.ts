import type { enInstalled } from '../en/installed.ts'

export const frInstalled: typeof enInstalled = {
  offline: 'Cet ordinateur est hors connexion.',
  offlineHint: 'Le tableau s’ouvrira dès que le réseau sera de retour.',
  newVersion: 'Une nouvelle version est prête.',
  useItNow: 'L’utiliser maintenant',
}
