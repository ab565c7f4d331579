import type { CLEAR_NOTES, DENSITIES, THEMES } from '../../../state/preferences-store.ts'
import type { enPreferences } from '../en/preferences.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'Système',
  light: 'Clair',
  dark: 'Sombre',
  contrast: 'Contraste élevé',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'Cartes',
  list: 'Liste',
  compact: 'Compacte',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: 'Aujourd’hui',
  never: 'Jamais',
}

export const frPreferences: typeof enPreferences = {
  title: 'Préférences',
  open: 'Préférences',
  close: 'Fermer les préférences',
  theme: 'Thème',
  themes: (theme) => THEME_WORDS[theme],
  density: 'Densité',
  densityHint: 'Une adresse qui en nomme une l’emporte.',
  densities: (density) => DENSITY_WORDS[density],
  language: 'Langue',
  browserLanguage: 'Comme le navigateur',
  notifications: 'Notifications',
  notificationsHint: 'Pour les personnes que vous suivez. Silence tant que vous êtes en Ne pas déranger.',
  sound: 'Son',
  soundHint: 'Pour les personnes que vous suivrez désormais ; modifiable pour chacune dans son volet.',
  reportsActivity: 'Signaler mon activité',
  reportsActivityHint:
    'Quand vous travaillez dans un onglet de Presence Board, vous ne passez pas à Absent(e).',
  clearNote: 'Effacer ma note',
  clearNoteHint: 'L’heure proposée au départ pour une nouvelle note.',
  clearNotes: (clear) => CLEAR_NOTE_WORDS[clear],
  endOfDay: 'Fin de ma journée',
  lastActive: 'Heures de dernière activité',
  switchedOff: 'Désactivé par votre administrateur.',
  export: 'Exporter',
  import: 'Importer',
  resetAll: 'Tout rétablir',
  kept: 'Conservées dans ce navigateur. Aucune n’est secrète.',
  imported: 'Vos préférences sont celles du fichier.',
  isReset: 'Vos préférences sont celles du départ.',
  fileName: 'presence-board-preferences.json',
  mistake(mistake) {
    switch (mistake.kind) {
      case 'notJson':
        return 'Ce fichier n’est pas du JSON. Rien n’a été modifié.'
      case 'notPreferences':
        return 'Ce fichier ne contient pas de préférences de ce tableau. Rien n’a été modifié.'
      case 'unknownField':
        return `Le fichier nomme « ${mistake.field} », que ce tableau ne connaît pas. Rien n’a été modifié.`
      case 'badValue':
        return `Le fichier indique ${mistake.found} pour « ${mistake.field} ». Valeurs possibles : ${mistake.expected}. Rien n’a été modifié.`
    }
  },
}
