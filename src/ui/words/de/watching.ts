import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import { apart } from '../apart.ts'
import type { enWatching } from '../en/watching.ts'

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: 'verfügbar ist, einmal',
  available: 'verfügbar ist, jedes Mal',
  changeOnce: 'sich irgendwie ändert, einmal',
  change: 'sich irgendwie ändert, jedes Mal',
}

const BECAME: Readonly<Record<Sign, string>> = {
  available: 'ist verfügbar',
  availableIdle: 'ist verfügbar, inaktiv',
  busy: 'ist beschäftigt',
  busyIdle: 'ist beschäftigt, inaktiv',
  doNotDisturb: 'möchte nicht gestört werden',
  beRightBack: 'ist gleich zurück',
  away: 'ist abwesend',
  offline: 'ist offline',
  outOfOffice: 'ist außer Haus',
  unknown: 'ist unbekannt',
  blocked: 'ist blockiert',
}

const BECAME_BY_ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'telefoniert'],
  ['in-a-call', 'telefoniert'],
  ['in-a-conference', 'ist in einer Konferenz'],
  ['in-a-meeting', 'ist in einer Besprechung'],
  ['presenting', 'präsentiert'],
  ['in-presentation', 'präsentiert'],
  ['off-work', 'ist nicht bei der Arbeit'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: 'von einem anderen Gerät',
  note: 'von einem anderen Gerät: Ihre Notiz',
  location: 'von einem anderen Gerät: Ihr Ort',
}

const number = new Intl.NumberFormat('de-DE')

export const deWatching: typeof enWatching = {
  title: 'Beobachtet',
  watch: 'Beobachten',
  watching: 'Beobachtet',
  watchName: (name) => `${name} beobachten`,
  stopName: (name) => `${name} nicht mehr beobachten`,
  stop: 'Nicht mehr beobachten',
  watchedNow: (name) => `${name} wird jetzt beobachtet`,
  watchedNoMore: (name) => `${name} wird nicht mehr beobachtet`,
  isWatched: 'beobachtet',
  tellMeWhen: (name) => `Sagen, wenn ${name}`,
  when: (when) => WHEN_WORDS[when],
  withSound: 'Mit Ton',
  blocked: 'Dieser Browser blockiert Benachrichtigungen. Sie erfahren es nur auf dieser Seite.',
  notOffered:
    'Dieser Browser bietet der Seite keine Benachrichtigungen. Sie erfahren es nur auf dieser Seite.',
  notAsked: 'Ihr Browser fragt, ob er Sie benachrichtigen darf.',
  isOff: 'Benachrichtigungen sind in Ihren Einstellungen aus. Sie erfahren es nur auf dieser Seite.',

  recent: 'Letzte Änderungen',
  recentKept: 'bis Sie schließen',
  nothingRecent: 'Seit Sie diese Seite geöffnet haben, hat sich nichts geändert.',
  became(sign, activity) {
    const known = activity === null ? undefined : BECAME_BY_ACTIVITY.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return stands ? BECAME[sign] : (known ?? `${BECAME[sign]}, ${activity}`)
  },
  sentence: (name, became) => `${apart(name)} ${became}`,
  you: 'Sie',
  mine: (resource) => MINE[resource],

  alerts: 'Hinweise',
  alertsName: (unseen) => (unseen === 0 ? 'Hinweise' : `Hinweise, ${number.format(unseen)} neu`),
  nobody:
    'Sie beobachten niemanden. Wählen Sie „Beobachten“ in der Zeile oder im Bereich einer Person, dann erfahren Sie, wenn sie verfügbar ist.',
  askedOnce: (clock) => `Sie wollten es einmal wissen. ${clock}`,
  asked: (clock) => `Sie wollten es wissen. ${clock}`,
  keepWatching: 'Weiter beobachten',
  dismiss: (name) => `Verwerfen: ${name}`,
  close: 'Schließen',
}
