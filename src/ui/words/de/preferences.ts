import type { CLEAR_NOTES, DENSITIES, THEMES } from '../../../state/preferences-store.ts'
import type { enPreferences } from '../en/preferences.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
  contrast: 'Hoher Kontrast',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'Karten',
  list: 'Liste',
  compact: 'Kompakt',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: 'Heute',
  never: 'Nie',
}

export const dePreferences: typeof enPreferences = {
  title: 'Einstellungen',
  open: 'Einstellungen',
  close: 'Einstellungen schließen',
  theme: 'Design',
  themes: (theme) => THEME_WORDS[theme],
  density: 'Dichte',
  densityHint: 'Eine Adresse, die eine nennt, geht vor.',
  densities: (density) => DENSITY_WORDS[density],
  language: 'Sprache',
  browserLanguage: 'Wie der Browser',
  notifications: 'Benachrichtigungen',
  notificationsHint: 'Für Personen, die Sie beobachten. Still, solange Sie nicht gestört werden möchten.',
  sound: 'Ton',
  soundHint: 'Ein kurzer Ton zu jeder davon.',
  reportsActivity: 'Meine Aktivität melden',
  reportsActivityHint: 'Solange Sie in einem Tab von Presence Board arbeiten, gelten Sie nicht als abwesend.',
  clearNote: 'Meine Notiz löschen',
  clearNoteHint: 'Die Zeit, die eine neue Notiz zunächst bekommt.',
  clearNotes: (clear) => CLEAR_NOTE_WORDS[clear],
  endOfDay: 'Ende meines Tages',
  lastActive: 'Zeiten der letzten Aktivität',
  switchedOff: 'Von Ihrem Administrator ausgeschaltet.',
  export: 'Exportieren',
  import: 'Importieren',
  resetAll: 'Alles zurücksetzen',
  kept: 'In diesem Browser gespeichert. Nichts davon ist geheim.',
  imported: 'Ihre Einstellungen sind jetzt wie in der Datei.',
  isReset: 'Ihre Einstellungen sind wieder wie am Anfang.',
  fileName: 'presence-board-einstellungen.json',
  mistake(mistake) {
    switch (mistake.kind) {
      case 'notJson':
        return 'Diese Datei ist kein JSON. Nichts wurde geändert.'
      case 'notPreferences':
        return 'Diese Datei enthält keine Einstellungen dieses Boards. Nichts wurde geändert.'
      case 'unknownField':
        return `Die Datei nennt „${mistake.field}“, das dieses Board nicht kennt. Nichts wurde geändert.`
      case 'badValue':
        return `Die Datei sagt ${mistake.found} zu „${mistake.field}“. Möglich: ${mistake.expected}. Nichts wurde geändert.`
    }
  },
}
