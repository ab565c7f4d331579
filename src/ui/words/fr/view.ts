import type { Density, Grouping, Sorting } from '../../../state/view.ts'
import type { enView } from '../en/view.ts'
import { counted } from './counted.ts'

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  cards: 'Cartes',
  list: 'Liste',
  compact: 'Compacte',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'Groupe',
  availability: 'Disponibilité',
  department: 'Service',
  location: 'Emplacement',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: 'Nom',
  availability: 'Disponibilité',
  recent: 'Changement récent',
}

export const frView: typeof enView = {
  menu: 'Affichage',
  density: 'Afficher en',
  densities: (density) => DENSITY_WORDS[density],
  grouping: 'Grouper par',
  groupings: (grouping) => GROUPING_WORDS[grouping],
  sorting: 'Trier par',
  sortings: (sorting) => SORTING_WORDS[sorting],
  recentHint: 'D’après ce qui a été vu depuis l’ouverture de cette page',
  sortAgain: (moved) => `${counted(moved, 'personne déplacée', 'personnes déplacées')}, trier à nouveau`,
  reach: (how, name) => `${how} : ${name}`,
  noDepartment: 'Sans service',
  noLocation: 'Sans emplacement',
  notRead: 'Pas encore lu',
}
