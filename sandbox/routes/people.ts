import { contactResource } from '../represent/represent-contact.ts'
import { contactsResource } from '../represent/represent-groups.ts'
import { peopleResource } from '../represent/represent.ts'
import { route, type Route } from '../server/route.ts'
import { ok } from '../wire/http.ts'
import { badParameter } from '../wire/refusals.ts'
import { type Person, type World } from '../world/world-model.ts'
import { isExpanded } from './expand.ts'
import { groupNamed } from './groups.ts'

/** Source: UCWA reference, "search": "The fields searched include name, email, URI, and phone number." */
function matches(person: Person, text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  const numbers = [
    person.workPhoneNumber,
    person.mobilePhoneNumber,
    person.homePhoneNumber,
    person.otherPhoneNumber,
  ]
  return (
    [person.name, person.uri, ...person.emailAddresses].some((field) => field.toLowerCase().includes(text)) ||
    (digits.length >= 3 &&
      /^[\d\s()+.-]+$/.test(text) &&
      numbers.some((number) => number?.replaceAll(/\D/g, '').includes(digits)))
  )
}

const search = (world: World, viewer: Person, query: string | null, mail: string | null): readonly Person[] =>
  world.directory
    .filter(({ uri }) => {
      const person = world.visiblePerson(uri, viewer.uri)
      const hasMail =
        mail === null || person.emailAddresses.some((one) => one.toLowerCase() === mail.toLowerCase())
      return hasMail && (query === null || matches(person, query.trim().toLowerCase()))
    })
    .toSorted((one, other) => one.name.localeCompare(other.name))

export const peopleRoutes: readonly Route[] = [
  route('GET', 'people', 'people', (view) => ok(peopleResource(view))),

  /** Documented: one address for the whole list and, with `groupId`, for a group (`GetPresenceDataOfAContact.md`). */
  route('GET', 'people/contacts', 'myContacts', (view) => {
    const { ask, world, user, application } = view
    const groupId = ask.url.searchParams.get('groupId')
    const expanded = isExpanded(view)
    if (groupId === null) {
      const { myContacts } = application.hrefs
      return ok(contactsResource(view, 'myContacts', myContacts, world.contacts(user.uri), expanded))
    }
    const { id } = groupNamed(view, groupId)
    const self = application.hrefs.groupContacts(id)
    return ok(contactsResource(view, 'groupContacts', self, world.members(user.uri, id), expanded))
  }),

  /**
   * Documented: `query` up to 256 characters, `limit` 1 to 100, and in revision 2 `mail` and `moreResultsAvailable`
   * (UCWA reference, "search", "search2"). Assumed: 100 when `limit` is absent; one of `query` and `mail` is required.
   */
  route(
    'GET',
    'people/search',
    'search',
    (view) => {
      const { input, world, user, application, ask } = view
      const query = input.text('query', { max: 256 })
      const mail = input.text('mail', { max: 256 })
      if ((query ?? '').trim() === '' && (mail ?? '').trim() === '')
        throw badParameter('query', 'is required')
      const limit = input.integer('limit', { min: 1, max: 100 }) ?? 100
      const found = search(world, user, query, mail)
      return ok({
        moreResultsAvailable: found.length > limit,
        _links: { self: { href: `${application.hrefs.search}${ask.url.search}`, revision: '2' } },
        _embedded: {
          contact: found.slice(0, limit).map(({ uri }) => contactResource(view, uri)),
          distributionGroup: [],
        },
        rel: 'search',
      })
    },
    { revision: 2 },
  ),
]
