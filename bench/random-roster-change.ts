import type { Truth } from '../sandbox/control.ts'
import type { Chance } from './chance.ts'

/** One change of the contact list, without whose list it is. */
type ListChange =
  | { readonly add: { readonly contact: string; readonly group: string } }
  | { readonly remove: string }
  | { readonly move: { readonly contact: string; readonly from: string; readonly to: string } }
  | { readonly renameGroup: { readonly group: string; readonly name: string } }

/** The next change; null when none is possible as the list stands. */
export type ListChanges = (truth: Pick<Truth, 'groups'>) => ListChange | null

/** So often it is drawn again, before there is taken to be nothing that could change. (Our choice.) */
const MOST_TRIES = 20
/** So few may be off the list at a time that it stays a list. (Our choice.) */
const MOST_REMOVED = 3

/** Changes of somebody's contact list, each possible as the list stands then. Who is taken off it comes back later. */
export function createListChanges(chance: Chance): ListChanges {
  const removed: string[] = []
  let renames = 0

  const drawn = ({ groups }: Pick<Truth, 'groups'>): ListChange | null => {
    const personal = groups.filter(({ rel }) => rel === 'group')
    const settled = personal.filter(({ members }) => members.length > 1)
    if (settled.length === 0 || personal.length < 2) return null
    const from = chance.pick(settled)
    const contact = chance.pick(from.members)
    const others = personal.filter(({ name, members }) => name !== from.name && !members.includes(contact))
    switch (chance.below(4)) {
      case 0:
        if (others.length === 0) return null
        return { move: { contact, from: from.name, to: chance.pick(others).name } }
      case 1:
        renames += 1
        return { renameGroup: { group: from.name, name: `Group ${renames} renamed` } }
      case 2:
        if (removed.length >= MOST_REMOVED) return null
        removed.push(contact)
        return { remove: contact }
      default: {
        const back = removed.shift()
        return back === undefined ? null : { add: { contact: back, group: from.name } }
      }
    }
  }

  return (truth) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const change = drawn(truth)
      if (change !== null) return change
    }
    return null
  }
}
