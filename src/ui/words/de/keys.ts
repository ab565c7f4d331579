import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'
import type { enKeys } from '../en/keys.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: 'Finden',
  me: 'Ich',
  move: 'Bewegen',
  person: 'Eine Person',
  board: 'Das Board',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: 'Suchen',
  close: 'Leeren, schließen',
  filter: 'Filter: alle, verfügbar, …',
  view: 'Ansicht',
  density: 'Karten, Liste, kompakt',
  availability: 'Verfügbarkeit wählen',
  available: 'Verfügbar',
  busy: 'Beschäftigt',
  doNotDisturb: 'Nicht stören',
  beRightBack: 'Bin gleich zurück',
  away: 'Als abwesend anzeigen',
  offWork: 'Nicht bei der Arbeit',
  reset: 'Auf automatisch zurücksetzen',
  until: 'Bis',
  note: 'Notiz',
  location: 'Ort',
  visibility: 'Nur zusehen, oder gezeigt werden',
  arrows: 'Person',
  letters: 'Nächste Person, die davor',
  fold: 'Gruppe zuklappen, aufklappen',
  ends: 'Erste, letzte',
  region: 'Nächster Teil der Seite, zurück',
  open: 'Öffnen',
  chat: 'Chat',
  call: 'Anrufen',
  mail: 'E-Mail',
  watch: 'Beobachten',
  favourite: 'Favorit',
  preferences: 'Einstellungen',
  wallboard: 'Wandanzeige',
  privacy: 'Wer was von mir sieht',
  diagnostics: 'Diagnose',
  keyboard: 'Diese Liste',
  signOut: 'Abmelden',
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Enter', 'Eingabe'],
  ['Home', 'Pos1'],
  ['End', 'Ende'],
  ['Shift+F6', 'Umschalt F6'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['ArrowUp', 'Pfeil nach oben'],
  ['ArrowDown', 'Pfeil nach unten'],
  ['ArrowLeft', 'Pfeil nach links'],
  ['ArrowRight', 'Pfeil nach rechts'],
  ['/', 'Schrägstrich'],
  [',', 'Komma'],
  ['?', 'Fragezeichen'],
])

export const deKeys: typeof enKeys = {
  title: 'Tastatur',
  close: 'Schließen',
  section: (section) => SECTIONS[section],
  does: (shortcut) => DOES[shortcut],
  key: (key) => KEYS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  spoken: (key) => SPOKEN.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  hint: (what, key) => `${what} (${key})`,
  next: 'dann',
  or: 'oder',
  range: 'bis',
  ofPerson: 'Wer in der Liste den Fokus hat, oder daneben geöffnet ist.',
  singleKeys: 'Einzelne Tasten',
  singleKeysHint: 'Einzelne Tasten lassen sich für Menschen ausschalten, die mit der Stimme schreiben.',
}
