import type { Density, Grouping, Sorting } from '../../../state/view.ts'
import type { enView } from '../en/view.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  cards: 'Karten',
  list: 'Liste',
  compact: 'Kompakt',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'Gruppe',
  availability: 'Verfügbarkeit',
  department: 'Abteilung',
  location: 'Ort',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: 'Name',
  availability: 'Verfügbarkeit',
  recent: 'Letzte Änderung',
}

export const deView: typeof enView = {
  menu: 'Ansicht',
  density: 'Anzeigen als',
  densities: (density) => DENSITY_WORDS[density],
  grouping: 'Gruppieren nach',
  groupings: (grouping) => GROUPING_WORDS[grouping],
  sorting: 'Sortieren nach',
  sortings: (sorting) => SORTING_WORDS[sorting],
  recentHint: 'Seit diese Seite geöffnet ist',
  sortAgain: (moved) => `${moments.number(moved)} verschoben, neu sortieren`,
  reach: (how, name) => `${how}: ${name}`,
  noDepartment: 'Keine Abteilung',
  noLocation: 'Kein Ort',
  notRead: 'Noch nicht gelesen',
}
