import type { Density, Grouping, Sorting } from '../../../state/view.ts'
import type { enView } from '../en/view.ts'
import { moments } from './grammar.ts'

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  cards: 'Tarjetas',
  list: 'Lista',
  compact: 'Compacta',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'Grupo',
  availability: 'Disponibilidad',
  department: 'Departamento',
  location: 'Ubicación',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: 'Nombre',
  availability: 'Disponibilidad',
  recent: 'Cambio reciente',
}

export const esView: typeof enView = {
  menu: 'Vista',
  density: 'Mostrar como',
  densities: (density) => DENSITY_WORDS[density],
  grouping: 'Agrupar por',
  groupings: (grouping) => GROUPING_WORDS[grouping],
  sorting: 'Ordenar por',
  sortings: (sorting) => SORTING_WORDS[sorting],
  recentHint: 'Lo visto desde que se abrió esta página',
  sortAgain: (moved) =>
    moved === 1 ? '1 cambió de sitio, ordenar' : `${moments.number(moved)} cambiaron de sitio, ordenar`,
  reach: (how, name) => `${how}: ${name}`,
  noDepartment: 'Sin departamento',
  noLocation: 'Sin ubicación',
  notRead: 'Sin leer todavía',
}
