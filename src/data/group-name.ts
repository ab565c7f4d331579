import { LONGEST_GROUP_NAME, type Group } from '../ucwa/groups.ts'

/** What is wrong with a name before the server is asked; null: nothing that can be known here. */
export type NameFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'taken'; readonly by: string }

/** Names that differ by case alone are one to most people, and to the server: both are refused here already. */
export function faultOf(name: string, of: Group | null, groups: readonly Group[]): NameFault | null {
  if (name === '') return { kind: 'missing' }
  if (name.length > LONGEST_GROUP_NAME) return { kind: 'tooLong', length: name.length }
  const others = groups.filter(({ id, kind }) => kind === 'group' && id !== of?.id)
  const taken = others.find((other) => other.name.toLowerCase() === name.toLowerCase())
  return taken === undefined ? null : { kind: 'taken', by: taken.name }
}
