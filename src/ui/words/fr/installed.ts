import type { enInstalled } from '../en/installed.ts'

export const frInstalled: typeof enInstalled = {
  offline: 'Cet ordinateur est hors connexion.',
  offlineHint: 'Le tableau s’ouvrira dès que le réseau sera de retour.',
  noAnswer: 'Le serveur web du tableau ne répond pas.',
  noAnswerHint:
    'Le tableau s’ouvrira de lui-même dès qu’il répondra. Hors du bureau, vérifiez que le VPN est connecté.',
  serverFailed: (status) => `Le serveur web du tableau répond par une erreur (statut ${status}).`,
  serverFailedHint:
    'Le tableau s’ouvrira de lui-même dès que ce sera terminé. Si cela dure, prévenez votre administrateur.',
  newVersion: 'Une nouvelle version est prête.',
  useItNow: 'L’utiliser maintenant',
}
