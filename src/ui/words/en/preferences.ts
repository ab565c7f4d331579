import type { CLEAR_NOTES, DENSITIES, THEMES, PreferencesMistake } from '../../../state/preferences-store.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'Cards',
  list: 'List',
  compact: 'Compact',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: 'Today',
  never: 'Never',
}

/** What this browser prefers, and the file of it. */
export const enPreferences = {
  title: 'Preferences',
  open: 'Preferences',
  close: 'Close preferences',
  theme: 'Theme',
  themes: (theme: (typeof THEMES)[number]): string => THEME_WORDS[theme],
  density: 'Density',
  densityHint: 'An address that names one has its way.',
  densities: (density: (typeof DENSITIES)[number]): string => DENSITY_WORDS[density],
  language: 'Language',
  browserLanguage: 'As the browser',
  notifications: 'Notifications',
  notificationsHint: 'For people you watch. Quiet while you are in Do not disturb.',
  sound: 'Sound',
  soundHint: 'For people you watch from now on; each can be changed in their panel.',
  reportsActivity: 'Report my activity',
  reportsActivityHint: 'When you work in any Presence Board tab you do not turn Away.',
  clearNote: 'Clear my note',
  clearNoteHint: 'The time a new note is given at first.',
  clearNotes: (clear: (typeof CLEAR_NOTES)[number]): string => CLEAR_NOTE_WORDS[clear],
  endOfDay: 'End of my day',
  lastActive: 'Last active times',
  switchedOff: 'Switched off by your administrator.',
  export: 'Export',
  import: 'Import',
  resetAll: 'Reset all',
  kept: 'Kept in this browser. Nothing secret is among them.',
  imported: 'Your preferences are as in the file.',
  isReset: 'Your preferences are as they were at first.',
  fileName: 'presence-board-preferences.json',
  mistake(mistake: PreferencesMistake): string {
    switch (mistake.kind) {
      case 'notJson':
        return 'This file is not JSON. Nothing was changed.'
      case 'notPreferences':
        return 'This file holds no preferences of this board. Nothing was changed.'
      case 'unknownField':
        return `The file names “${mistake.field}”, which this board does not know. Nothing was changed.`
      case 'badValue':
        return `The file says ${mistake.found} for “${mistake.field}”. Possible: ${mistake.expected}. Nothing was changed.`
    }
  },
}
