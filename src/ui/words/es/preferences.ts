import type { CLEAR_NOTES, DENSITIES, THEMES } from '../../../state/preferences-store.ts'
import type { enPreferences } from '../en/preferences.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'Sistema',
  light: 'Claro',
  dark: 'Oscuro',
  contrast: 'Contraste alto',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'Tarjetas',
  list: 'Lista',
  compact: 'Compacta',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: 'Hoy',
  never: 'Nunca',
}

export const esPreferences: typeof enPreferences = {
  title: 'Preferencias',
  open: 'Preferencias',
  close: 'Cerrar preferencias',
  theme: 'Tema',
  themes: (theme) => THEME_WORDS[theme],
  density: 'Densidad',
  densityHint: 'Si la dirección indica una, vale esa.',
  densities: (density) => DENSITY_WORDS[density],
  language: 'Idioma',
  browserLanguage: 'El del navegador',
  notifications: 'Notificaciones',
  notificationsHint: 'De las personas que sigues. En silencio mientras estás en No molestar.',
  sound: 'Sonido',
  soundHint: 'Para las personas que sigas a partir de ahora; se puede cambiar en el panel de cada una.',
  reportsActivity: 'Comunicar mi actividad',
  reportsActivityHint: 'Mientras trabajas en cualquier pestaña de Presence Board, no pasas a Ausente.',
  clearNote: 'Borrar mi nota',
  clearNoteHint: 'El plazo que se propone para una nota nueva.',
  clearNotes: (clear) => CLEAR_NOTE_WORDS[clear],
  endOfDay: 'Fin de mi jornada',
  lastActive: 'Horas de última actividad',
  switchedOff: 'Desactivado por tu administrador.',
  export: 'Exportar',
  import: 'Importar',
  resetAll: 'Restablecer todo',
  kept: 'Se guardan en este navegador. No contienen nada secreto.',
  imported: 'Tus preferencias son las del archivo.',
  isReset: 'Tus preferencias son las iniciales.',
  fileName: 'presence-board-preferencias.json',
  mistake(mistake) {
    switch (mistake.kind) {
      case 'notJson':
        return 'Este archivo no es JSON. No se ha cambiado nada.'
      case 'notPreferences':
        return 'Este archivo no contiene preferencias de este tablero. No se ha cambiado nada.'
      case 'unknownField':
        return `El archivo nombra «${mistake.field}», que este tablero no conoce. No se ha cambiado nada.`
      case 'badValue':
        return `El archivo dice ${mistake.found} para «${mistake.field}». Posible: ${mistake.expected}. No se ha cambiado nada.`
    }
  },
}
