import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'
import type { enKeys } from '../en/keys.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: 'Buscar',
  me: 'Yo',
  move: 'Moverse',
  person: 'Una persona',
  board: 'El tablero',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: 'Buscar',
  close: 'Borrar, cerrar',
  filter: 'Filtrar: todos, disponibles…',
  view: 'Vista',
  density: 'Tarjetas, lista, compacta',
  availability: 'Cambiar disponibilidad',
  available: 'Disponible',
  busy: 'Ocupado',
  doNotDisturb: 'No molestar',
  beRightBack: 'Vuelvo enseguida',
  away: 'Mostrar como ausente',
  offWork: 'Fuera del trabajo',
  reset: 'Restablecer a automático',
  until: 'Hasta',
  note: 'Nota',
  location: 'Ubicación',
  visibility: 'Solo mirar, o mostrarse',
  arrows: 'Persona',
  letters: 'Persona siguiente, anterior',
  fold: 'Contraer, expandir grupo',
  ends: 'Primera, última',
  region: 'Parte siguiente de la página, anterior',
  open: 'Abrir',
  menu: 'Menú, también de un grupo',
  chat: 'Chat',
  call: 'Llamar',
  mail: 'Correo',
  watch: 'Seguir',
  favourite: 'Favorito',
  alerts: 'Avisos',
  preferences: 'Preferencias',
  wallboard: 'Pantalla mural',
  privacy: 'Quién ve qué de mí',
  diagnostics: 'Diagnóstico',
  keyboard: 'Esta lista',
  signOut: 'Cerrar sesión',
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Enter', 'Intro'],
  ['Home', 'Inicio'],
  ['End', 'Fin'],
  ['Shift+F6', 'Mayús F6'],
  ['Shift+F10', 'Mayús F10'],
  ['ContextMenu', 'Menú'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['Enter', 'Intro'],
  ['Home', 'Inicio'],
  ['End', 'Fin'],
  ['Shift+F6', 'Mayús F6'],
  ['Shift+F10', 'Mayús F10'],
  ['ContextMenu', 'Tecla Menú'],
  ['ArrowUp', 'Flecha arriba'],
  ['ArrowDown', 'Flecha abajo'],
  ['ArrowLeft', 'Flecha izquierda'],
  ['ArrowRight', 'Flecha derecha'],
  ['/', 'Barra'],
  [',', 'Coma'],
  ['?', 'Signo de interrogación'],
])

const single = (key: string): string => (key.length === 1 ? key.toUpperCase() : key)

export const esKeys: typeof enKeys = {
  title: 'Teclado',
  close: 'Cerrar',
  section: (section) => SECTIONS[section],
  does: (shortcut) => DOES[shortcut],
  key: (key) => KEYS.get(key) ?? single(key),
  spoken: (key) => SPOKEN.get(key) ?? single(key),
  hint: (what, key) => `${what} (${key})`,
  next: 'luego',
  or: 'o',
  range: 'a',
  ofPerson: 'Quien tenga el foco en la lista, o esté abierto al lado.',
  singleKeys: 'Teclas sueltas',
  singleKeysHint: 'Las teclas sueltas se pueden desactivar para quien usa entrada por voz.',
}
