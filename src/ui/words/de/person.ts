import type { CardPart, GrantedLevel } from '../../../ucwa/privacy-level.ts'
import type { enPerson, enPrivacy } from '../en/person.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')
const people = (count: number): string => `${moments.number(count)} ${count === 1 ? 'Person' : 'Personen'}`

const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'Chat'],
  ['Audio', 'Anrufe'],
  ['Video', 'Video'],
  ['PanoramicVideo', 'Panoramavideo'],
  ['PhoneAudio', 'Telefon'],
])

const DEVICES: ReadonlyMap<string, string> = new Map([
  ['PC', 'am PC'],
  ['Mobile', 'am Mobiltelefon'],
  ['DeskPhone', 'am Tischtelefon'],
  ['Web', 'im Browser'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'PC'],
  ['Mobile', 'Mobiltelefon'],
  ['DeskPhone', 'Tischtelefon'],
  ['Web', 'Browser'],
])

const device = (type: string): string => DEVICES.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Externe Kontakte',
  Colleagues: 'Kollegen',
  Workgroup: 'Arbeitsgruppe',
  FriendsAndFamily: 'Freunde und Familie',
  Blocked: 'Blockierte Kontakte',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: 'wie ein externer Kontakt',
  Colleagues: 'wie Kollegen',
  Workgroup: 'wie die Arbeitsgruppe',
  FriendsAndFamily: 'wie Freunde und Familie',
  Blocked: 'gar nicht, blockiert',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Menschen anderer Unternehmen, wenn Sie nichts anderes sagen.',
  Colleagues: 'Alle in Ihrem Unternehmen, wenn Sie nichts anderes sagen.',
  Workgroup:
    'Menschen, mit denen Sie eng zusammenarbeiten. Sie dürfen Sie unterbrechen, wenn Sie nicht gestört werden möchten.',
  FriendsAndFamily: 'Menschen, die alle Ihre Nummern sehen dürfen.',
  Blocked: 'Sie sehen Ihren Namen und Ihre E-Mail-Adresse, sonst nichts, und erreichen Sie hier nicht.',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: 'Verfügbarkeit',
  activity: 'Aktivität',
  title: 'Titel, Unternehmen, Foto',
  workPhone: 'Büro und Geschäftsnummer',
  mobilePhone: 'Mobilnummer',
  homePhone: 'Private und andere Nummer',
  note: 'Notiz',
  location: 'Ort',
  device: 'Gerät',
  lastActive: 'Zuletzt aktiv',
  meetingSubject: 'Betreff der Besprechung',
}
const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', 'Geschäftsnummer'],
  ['Home', 'Privatnummer'],
  ['Mobile', 'Mobilnummer'],
  ['Other', 'Andere Nummer'],
])

export const dePerson: typeof enPerson = {
  close: 'Schließen',
  back: 'Zurück',
  since: (atMs, nowMs) => `seit ${moments.at(atMs, nowMs)}`,
  sinceLong: (atMs, nowMs) => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return minutes < 60 ? `seit ${moments.number(minutes)} Min.` : `seit ${moments.at(atMs, nowMs)}`
  },
  external: 'Externer Kontakt',
  publicCloud: 'Kontakt außerhalb jedes Unternehmens',
  notOnList: 'Nicht auf Ihrer Kontaktliste',
  blocked: 'Sie haben diese Person blockiert. Sie sieht Sie als offline.',
  ownState: (state) => `Eigener Status: ${state}`,
  actions: 'Erreichen',
  chat: 'Chat',
  call: 'Anrufen',
  mail: 'E-Mail',
  details: 'Kontaktdaten',
  location: 'Ort',
  office: 'Büro',
  lastActive: 'Zuletzt aktiv',
  device: 'Gerät',
  activeNow: 'jetzt',
  activeOn: (when, type) => `${when}, ${device(type)}`,
  deviceWord: (type) => DEVICE_WORDS.get(type) ?? type,
  reachableBy: 'Erreichbar per',
  modality: (type) => MODALITIES.get(type) ?? type,
  list: (texts) => texts.join(', '),
  email: 'E-Mail',
  workPhone: 'Geschäftsnummer',
  mobilePhone: 'Mobilnummer',
  homePhone: 'Privatnummer',
  otherPhone: 'Andere Nummer',
  callBy: 'Anrufen per',
  skype: 'Skype for Business',
  extension: (number) => `Durchwahl ${number}`,
  address: 'Chatadresse',
  groups: 'Gruppen',
  copy: (what) => `${what} kopieren`,
  copied: (what) => `${what} kopiert`,
  failed: 'Nicht alles über diese Person konnte gelesen werden.',
}

export const dePrivacy: typeof enPrivacy = {
  title: 'Wer was von mir sieht',
  open: 'Wer was von mir sieht',
  openHint: 'Privatsphäre, meine Telefone',
  close: 'Schließen',
  seesYou: (name) => `${name} sieht Sie`,
  level: (level) => LEVELS[level],
  asLevel: (level) => AS_LEVEL[level],
  levelHint: (level) => LEVEL_HINTS[level],
  unknownLevel: 'wie der Server entscheidet',
  count: people,
  levelName: (level, count) => `${level}, ${count}`,
  saving: 'wird gespeichert…',
  overdue: 'Der Server hat das noch nicht bestätigt.',
  reset: 'Auf automatisch zurücksetzen',
  preview: 'Vorschau meiner Karte',
  shown: 'Sie sehen',
  parts: (shows, part) => (shows ? `${part}: sichtbar` : `${part}: verborgen`),
  mayBeShown: (part) => `${part}: womöglich sichtbar`,
  mayBe: 'Ein Punkt heißt, dass Microsofts Dokumente einander widersprechen und Ihr Server entscheidet.',
  part: (part) => PARTS[part],
  set: (name, level) => `${name} sieht Sie jetzt ${AS_LEVEL[level]}.`,
  wasReset: (name) => `Der Server entscheidet wieder, was ${name} sieht.`,
  failed: 'Was diese Person sehen darf, konnte nicht gelesen werden.',
  block: {
    title: (name) => `${name} blockieren?`,
    text: 'Diese Person sieht Sie dann als offline und erreicht Sie hier nicht. Sie erfährt es nicht.',
    yes: 'Blockieren',
    no: 'Abbrechen',
  },
  trouble: {
    changed: (now) => `Jemand hat das zur selben Zeit geändert. Jetzt: ${now}.`,
    storm: (now) =>
      `Der Server sagt jedes Mal, dass es eben jemand geändert hat, und hat nichts angenommen. Weiterhin: ${now}.`,
    anyway: (level) => `Trotzdem „${level}“ setzen`,
    forbidden: 'Sie dürfen das für diese Person nicht ändern.',
    refused: (now) => `Der Server hat das nicht angenommen. Weiterhin: ${now}.`,
    lost: (now) => `Vom Server war dazu nichts zu hören. Weiterhin: ${now}.`,
    tryAgain: 'Erneut versuchen',
    dismiss: 'Verwerfen',
  },
  card: {
    title: 'So werden Sie gesehen',
    hint: 'Nach dem, was Microsoft zu dieser Stufe dokumentiert und was Sie jetzt veröffentlichen.',
    nothing: 'Offline, und sonst nichts',
    notPublished: 'Sie sehen nur zu: Von hier sieht niemand einen Status von Ihnen.',
    name: (level) => `Meine Karte für ${level}`,
  },
  people: 'Personen auf dieser Stufe',
  nobody: 'Niemand ist auf diese Stufe gesetzt.',
  noList: 'Ihr Server bietet keine Liste, wer auf welcher Stufe ist.',
  whoeverElse: 'Wer hier auf keiner Stufe steht, sieht, was Ihr Server von sich aus zeigt.',
  phones: {
    title: 'Meine Telefone',
    hint: 'Nummern auf Ihrer Karte sehen die Stufen, die solche Nummern sehen dürfen.',
    none: 'Ihr Server nennt keine Telefone von Ihnen.',
    type: (type) => PHONE_TYPES.get(type) ?? type,
    noNumber: 'Keine Nummer',
    onCard: 'Auf meiner Karte',
    isOnCard: 'Auf Ihrer Karte',
    isNotOnCard: 'Nicht auf Ihrer Karte',
    onCardName: (type) => `${type} auf meiner Karte`,
    change: 'Ändern',
    changeName: (type) => `${type} ändern`,
    number: (type) => type,
    save: 'Speichern',
    cancel: 'Abbrechen',
    tooLong: (most, now) => `Höchstens ${moments.number(most)} Zeichen, jetzt ${moments.number(now)}.`,
    notANumber: 'Der Server findet, dass dies keine Telefonnummer ist.',
    readOnly: 'Diese Nummer kommt aus dem Verzeichnis Ihres Unternehmens.',
    notAllowed: 'Ihr Konto darf seine Telefone nicht ändern.',
    refused: 'Der Server hat das nicht angenommen.',
    lost: 'Vom Server war dazu nichts zu hören.',
  },
}
