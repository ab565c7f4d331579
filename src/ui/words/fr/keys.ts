import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'
import type { enKeys } from '../en/keys.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: 'Chercher',
  me: 'Moi',
  move: 'Se déplacer',
  person: 'Une personne',
  board: 'Le tableau',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: 'Rechercher',
  close: 'Effacer, fermer',
  filter: 'Filtrer : tous, disponibles…',
  view: 'Affichage',
  density: 'Cartes, liste, compacte',
  availability: 'Définir la disponibilité',
  available: 'Disponible',
  busy: 'Occupé(e)',
  doNotDisturb: 'Ne pas déranger',
  beRightBack: 'De retour dans quelques minutes',
  away: 'Apparaître absent(e)',
  offWork: 'Absent(e) du bureau',
  reset: 'Rétablir le statut automatique',
  until: 'Jusqu’à',
  note: 'Note',
  location: 'Emplacement',
  visibility: 'Observer seulement, ou se montrer',
  arrows: 'Personne',
  letters: 'Personne suivante, précédente',
  fold: 'Replier, déplier le groupe',
  ends: 'Première, dernière',
  region: 'Partie suivante de la page, retour',
  open: 'Ouvrir',
  chat: 'Conversation',
  call: 'Appel',
  mail: 'E-mail',
  watch: 'Suivre',
  favourite: 'Favori',
  preferences: 'Préférences',
  wallboard: 'Tableau mural',
  privacy: 'Qui voit quoi de moi',
  diagnostics: 'Diagnostic',
  keyboard: 'Cette liste',
  signOut: 'Se déconnecter',
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Échap'],
  ['Enter', 'Entrée'],
  ['Home', 'Origine'],
  ['End', 'Fin'],
  ['Shift+F6', 'Maj F6'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Échap'],
  ['Enter', 'Entrée'],
  ['Home', 'Origine'],
  ['End', 'Fin'],
  ['Shift+F6', 'Maj F6'],
  ['ArrowUp', 'Flèche vers le haut'],
  ['ArrowDown', 'Flèche vers le bas'],
  ['ArrowLeft', 'Flèche vers la gauche'],
  ['ArrowRight', 'Flèche vers la droite'],
  ['/', 'Barre oblique'],
  [',', 'Virgule'],
  ['?', 'Point d’interrogation'],
])

export const frKeys: typeof enKeys = {
  title: 'Clavier',
  close: 'Fermer',
  section: (section) => SECTIONS[section],
  does: (shortcut) => DOES[shortcut],
  key: (key) => KEYS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  spoken: (key) => SPOKEN.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  next: 'puis',
  or: 'ou',
  range: 'à',
  ofPerson: 'La personne qui a le focus dans la liste, ou qui est ouverte à côté.',
  singleKeys: 'Touches seules',
  singleKeysHint: 'Les touches seules peuvent être désactivées pour qui utilise la saisie vocale.',
}
