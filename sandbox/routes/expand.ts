import { type ApplicationContext } from '../server/route.ts'
import { badParameter } from '../wire/refusals.ts'

/** Source: UCWA reference, "myContacts", "myGroups": `expand`, true by default. @throws Refused 400. */
export function isExpanded({ ask }: ApplicationContext): boolean {
  const value = ask.url.searchParams.get('expand')?.toLowerCase() ?? 'true'
  if (value !== 'true' && value !== 'false') throw badParameter('expand', 'must be true or false')
  return value === 'true'
}
