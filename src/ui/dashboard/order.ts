import type { Key, Order } from '../../data/arrangement.ts'
import type { Trait } from '../../data/traits.ts'
import { FILTERS } from '../../state/view.ts'
import type { Grouping, Sorting } from '../../state/view.ts'
import type { Availability } from '../../ucwa/availability.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { filterOf } from './filter.ts'

/** Who can be reached comes first; whoever is idle, after who is not. */
const RANK: Readonly<Record<Availability, number>> = {
  Online: 0,
  IdleOnline: 1,
  Busy: 2,
  IdleBusy: 3,
  DoNotDisturb: 4,
  BeRightBack: 5,
  Away: 6,
  Offline: 7,
  Unknown: 8,
}
const LAST = 9

/** How the list is arranged, from what was chosen. The same object as long as the same is chosen: places depend on it. */
export const orderOf = (grouping: Grouping, sorting: Sorting, collator: Intl.Collator): Order => ({
  keyOf: (contact, trait): Key => ({
    rank: rankOf(sorting, trait),
    value: valueOf(grouping, contact, trait),
    isRead: trait.availability !== null,
  }),
  compareValues:
    grouping === 'group'
      ? null
      : grouping === 'availability'
        ? (one, other) => placeOf(one) - placeOf(other)
        : (one, other) => collator.compare(one, other) || (one < other ? -1 : Number(one > other)),
  compareNames: collator.compare,
})

const placeOf = (filter: string): number => FILTERS.findIndex((each) => each === filter)

function rankOf(sorting: Sorting, { availability, changedAtMs }: Trait): number {
  switch (sorting) {
    case 'name':
      return 0
    case 'availability':
      return availability === null ? LAST : RANK[availability]
    case 'recent':
      return changedAtMs === null ? 0 : -changedAtMs
  }
}

/** Null: nothing is known. What people call their place comes before the office that the directory has for them. */
function valueOf(grouping: Grouping, { department, office }: Contact, trait: Trait): string | null {
  switch (grouping) {
    case 'group':
      return null
    case 'availability':
      return trait.availability === null ? null : filterOf(trait.availability)
    case 'department':
      return said(department)
    case 'location':
      return said(trait.place) ?? said(office)
  }
}

const said = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
