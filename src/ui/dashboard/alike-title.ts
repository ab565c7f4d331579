import { FILTERS } from '../../state/view.ts'
import type { Sign } from '../parts/sign.ts'
import type { Words } from '../words/words.ts'
import { signOfFilter } from './filter.ts'
import type { Alikeness } from './lines.ts'

/** What people have in common, in words; what may no longer be so, in the past. */
export function alikeTitle(
  { by, value }: { readonly by: Alikeness; readonly value: string | null },
  { view, people, wasSign }: Words,
  isStale: boolean,
): { readonly title: string; readonly sign: Sign | null } {
  switch (by) {
    case 'availability': {
      const filter = FILTERS.find((each) => each === value)
      if (filter === undefined) return { title: view.notRead, sign: null }
      const sign = signOfFilter(filter)
      return { title: isStale ? wasSign(sign) : people.chip[filter], sign }
    }
    case 'department':
      return { title: value ?? view.noDepartment, sign: null }
    case 'location':
      return { title: value ?? view.noLocation, sign: null }
  }
}
