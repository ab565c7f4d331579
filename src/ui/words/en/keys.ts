import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: 'Find',
  me: 'Me',
  move: 'Move',
  person: 'A person',
  board: 'The board',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: 'Search',
  close: 'Clear, close',
  filter: 'Filter: all, available, …',
  view: 'View',
  density: 'Cards, list, compact',
  availability: 'Set availability',
  available: 'Available',
  busy: 'Busy',
  doNotDisturb: 'Do not disturb',
  beRightBack: 'Be right back',
  away: 'Appear away',
  offWork: 'Off work',
  reset: 'Reset to automatic',
  until: 'Until',
  note: 'Note',
  location: 'Location',
  visibility: 'Only watch, or be shown',
  arrows: 'Person',
  letters: 'Next person, the one before',
  fold: 'Fold, unfold group',
  ends: 'First, last',
  region: 'Next part of the page, back',
  open: 'Open',
  menu: 'Menu, of a group as well',
  chat: 'Chat',
  call: 'Call',
  mail: 'Mail',
  watch: 'Watch',
  favourite: 'Favourite',
  alerts: 'Alerts',
  preferences: 'Preferences',
  wallboard: 'Wallboard',
  privacy: 'Who sees what of me',
  diagnostics: 'Diagnostics',
  keyboard: 'This list',
  signOut: 'Sign out',
}

/** What is printed on keys, where it is not their own sign. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Shift+F6', 'Shift F6'],
  ['Shift+F10', 'Shift F10'],
  ['ContextMenu', 'Menu'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

/** How those are said that have no name to read. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['ContextMenu', 'Menu key'],
  ['ArrowUp', 'Arrow up'],
  ['ArrowDown', 'Arrow down'],
  ['ArrowLeft', 'Arrow left'],
  ['ArrowRight', 'Arrow right'],
  ['/', 'Slash'],
  [',', 'Comma'],
  ['?', 'Question mark'],
])

/** The list of keys. */
export const enKeys = {
  title: 'Keyboard',
  close: 'Close',
  section: (section: ShortcutSection): string => SECTIONS[section],
  does: (shortcut: ShortcutId): string => DOES[shortcut],
  key: (key: string): string => KEYS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  spoken: (key: string): string => SPOKEN.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  /** The tooltip of what a key works as well. */
  hint: (what: string, key: string): string => `${what} (${key})`,
  /** Between two keys that are pressed one after the other, and between two that do the same. */
  next: 'then',
  or: 'or',
  /** From one key to another, with those between. */
  range: 'to',
  ofPerson: 'Whoever has the focus in the list, or is open beside it.',
  singleKeys: 'Single keys',
  singleKeysHint: 'Single keys can be switched off for people who use speech input.',
}
