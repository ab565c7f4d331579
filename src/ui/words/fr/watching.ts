import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import { apart } from '../apart.ts'
import type { enWatching } from '../en/watching.ts'
import { counted } from './counted.ts'

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: 'est disponible, une fois',
  available: 'est disponible, à chaque fois',
  changeOnce: 'change de quelque façon, une fois',
  change: 'change de quelque façon, à chaque fois',
}

const BECAME: Readonly<Record<Sign, string>> = {
  available: 'est disponible',
  availableIdle: 'est disponible, sans activité',
  busy: 'est occupé(e)',
  busyIdle: 'est occupé(e), sans activité',
  doNotDisturb: 'ne veut pas être dérangé(e)',
  beRightBack: 'sera de retour dans quelques minutes',
  away: 'est absent(e)',
  offline: 'est hors connexion',
  outOfOffice: 'est hors du bureau',
  unknown: 'a un statut inconnu',
  blocked: 'est bloqué(e)',
}

const BECAME_BY_ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'est en communication'],
  ['in-a-call', 'est en communication'],
  ['in-a-conference', 'est en conférence'],
  ['in-a-meeting', 'est en réunion'],
  ['presenting', 'est en présentation'],
  ['in-presentation', 'est en présentation'],
  ['off-work', 'est absent(e) du bureau'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: 'depuis un autre appareil',
  note: 'depuis un autre appareil : votre note',
  location: 'depuis un autre appareil : votre emplacement',
}

export const frWatching: typeof enWatching = {
  title: 'Suivi',
  watch: 'Suivre',
  watching: 'Suivi',
  watchName: (name) => `Suivre ${name}`,
  stopName: (name) => `Ne plus suivre ${name}`,
  stop: 'Ne plus suivre',
  watchedNow: (name) => `Vous suivez ${name}`,
  watchedNoMore: (name) => `Vous ne suivez plus ${name}`,
  isWatched: 'suivi',
  tellMeWhen: (name) => `M’avertir quand ${name}`,
  when: (when) => WHEN_WORDS[when],
  withSound: 'Avec un son',
  blocked: 'Ce navigateur bloque les notifications. Les alertes ne s’affichent que sur cette page.',
  notOffered:
    'Ce navigateur ne propose pas de notifications à cette page. Les alertes ne s’affichent que sur cette page.',
  notAsked: 'Votre navigateur vous demande s’il peut vous avertir.',
  isOff:
    'Les notifications sont désactivées dans vos préférences. Les alertes ne s’affichent que sur cette page.',

  recent: 'Changements récents',
  recentKept: 'conservés jusqu’à la fermeture',
  nothingRecent: 'Rien n’a changé depuis que vous avez ouvert cette page.',
  became(sign, activity) {
    const known = activity === null ? undefined : BECAME_BY_ACTIVITY.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return stands ? BECAME[sign] : (known ?? `${BECAME[sign]}, ${activity}`)
  },
  sentence: (name, became) => `${apart(name)} ${became}`,
  you: 'Vous',
  mine: (resource) => MINE[resource],

  alerts: 'Alertes',
  alertsName: (unseen) => (unseen === 0 ? 'Alertes' : `Alertes, ${counted(unseen, 'nouvelle', 'nouvelles')}`),
  nobody:
    'Vous ne suivez personne. Choisissez « Suivre » dans la ligne ou le volet d’une personne pour recevoir une alerte quand elle est disponible.',
  askedOnce: (clock) => `Vous avez demandé une seule alerte. ${clock}`,
  asked: (clock) => `Vous avez demandé une alerte. ${clock}`,
  keepWatching: 'Continuer à suivre',
  dismiss: (name) => `Ignorer : ${name}`,
  close: 'Fermer',
}
