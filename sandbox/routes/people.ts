import { contactsResource } from '../represent/represent-groups.ts'
import { peopleResource } from '../represent/represent.ts'
import { route, type Route } from '../server/route.ts'
import { ok } from '../wire/http.ts'
import { resourceNotFound } from '../wire/refusals.ts'
import { isExpanded } from './expand.ts'
import { groupNamed } from './groups.ts'

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
    const { id, kind } = groupNamed(view, groupId)
    if (kind === 'distributionGroup') throw resourceNotFound() // it has no such link, but one to expand it
    const self = application.hrefs.groupContacts(id)
    return ok(contactsResource(view, 'groupContacts', self, world.members(user.uri, id), expanded))
  }),
]
