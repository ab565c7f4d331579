import { createMoments } from '../moments.ts'
import type { Density, Grouping, Sorting } from '../../../state/view.ts'

const moments = createMoments('en-GB')

const DENSITY_WORDS: Readonly<Record<Density, string>> = { cards: 'Cards', list: 'List', compact: 'Compact' }

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'Group',
  availability: 'Availability',
  department: 'Department',
  location: 'Location',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: 'Name',
  availability: 'Availability',
  recent: 'Recent change',
}

/** How the list is shown, and what heads people who have something in common. */
export const enView = {
  menu: 'View',
  density: 'Show as',
  densities: (density: Density): string => DENSITY_WORDS[density],
  grouping: 'Group by',
  groupings: (grouping: Grouping): string => GROUPING_WORDS[grouping],
  sorting: 'Sort by',
  sortings: (sorting: Sorting): string => SORTING_WORDS[sorting],
  recentHint: 'As seen since this page was opened',
  sortAgain: (moved: number): string => `${moments.number(moved)} moved, sort again`,
  reach: (how: string, name: string): string => `${how}: ${name}`,
  noDepartment: 'No department',
  noLocation: 'No location',
  notRead: 'Not read yet',
}
