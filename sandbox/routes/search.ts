import { contactResource } from '../represent/represent-contact.ts'
import { distributionGroupResource } from '../represent/represent-groups.ts'
import { REVISION_2 } from '../represent/represent-view.ts'
import { addressOf } from '../server/hrefs.ts'
import { route, type Route } from '../server/route.ts'
import { ok } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter } from '../wire/refusals.ts'
import { type DistributionGroup, type Person, type World } from '../world/world-model.ts'

/** What is looked for; texts in lower case, null where it was not asked for. */
type Sought = { readonly text: string | null; readonly mail: string | null }

/** Source: UCWA reference, "search": "The fields searched include name, email, URI, and phone number." */
function matches(person: Person, { text, mail }: Sought): boolean {
  const addresses = person.emailAddresses.map((one) => one.toLowerCase())
  if (mail !== null && !addresses.includes(mail)) return false
  if (text === null) return true
  if ([person.name, person.uri].some((field) => field.toLowerCase().includes(text))) return true
  if (addresses.some((one) => one.includes(text))) return true
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length < 3 || !/^[\d\s()+.-]+$/.test(text)) return false
  const numbers = [
    person.workPhoneNumber,
    person.mobilePhoneNumber,
    person.homePhoneNumber,
    person.otherPhoneNumber,
  ]
  return numbers.some((number) => number?.replaceAll(/\D/g, '').includes(digits))
}

/** Assumed: of a group its name and its address are searched. */
function groupMatches({ name, uri }: DistributionGroup, { text, mail }: Sought): boolean {
  const address = addressOf(uri).toLowerCase()
  if (mail !== null && address !== mail) return false
  return text === null || name.toLowerCase().includes(text) || address.includes(text)
}

/** By name; no more of them are looked at than `most`. */
function peopleFound(world: World, viewer: Person, sought: Sought, most: number): readonly Person[] {
  const found: Person[] = []
  for (const person of world.everybody()) {
    if (found.length === most) break
    // Who can sign in may have changed their numbers. Of all others what is visible is a part of what there was in the
    // beginning: the dearer question only where the cheap one says yes.
    const mayMatch = person.credentials !== null || matches(person, sought)
    if (mayMatch && matches(world.visiblePerson(person.uri, viewer.uri), sought)) found.push(person)
  }
  return found
}

const textOf = (text: string | null): string | null => {
  const folded = text?.trim().toLowerCase() ?? ''
  return folded === '' ? null : folded
}

export const searchRoutes: readonly Route[] = [
  /**
   * Documented: `query` up to 256 characters, `limit` 1 to 100, and in revision 2 `mail` and `moreResultsAvailable`
   * (UCWA reference, "search", "search2"). Assumed: 100 when `limit` is absent; one of `query` and `mail` is required;
   * of contacts and groups the first by name, and no more than `limit` of both together.
   */
  route(
    'GET',
    'people/search',
    'search',
    (view) => {
      const { input, world, user, application, ask } = view
      const { limit, ...sought } = allOf({
        text: () => {
          const text = textOf(input.text('query', { max: 256 }))
          if (text === null && !input.has('mail')) throw badParameter('query', 'is required')
          return text
        },
        mail: () => textOf(input.text('mail', { max: 256 })),
        limit: () => input.integer('limit', { min: 1, max: 100 }) ?? 100,
      })
      if (sought.text === null && sought.mail === null) throw badParameter('query', 'is required')
      const people = peopleFound(world, user, sought, limit + 1)
      const groups = world.distributionGroups().filter((group) => groupMatches(group, sought))
      const all = [...people, ...groups].sort((one, other) => compare(one.name, other.name))
      const shown = new Set(all.slice(0, limit))
      return ok({
        moreResultsAvailable: all.length > limit,
        _links: { self: { href: `${application.hrefs.search}${ask.url.search}`, ...REVISION_2 } },
        _embedded: {
          contact: people.filter((one) => shown.has(one)).map(({ uri }) => contactResource(view, uri)),
          distributionGroup: groups
            .filter((one) => shown.has(one))
            .map((group) => distributionGroupResource(view, group, 'alone')),
        },
        rel: 'search',
      })
    },
    { revision: 2 },
  ),
]

const { compare } = new Intl.Collator('en')
