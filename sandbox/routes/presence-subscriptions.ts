import { type Subscription } from '../events/subscriptions.ts'
import {
  membershipResource,
  membershipsResource,
  presenceSubscriptionResource,
} from '../represent/represent-subscriptions.ts'
import { contactsAndGroupsSubscriptionResource } from '../represent/represent.ts'
import { isSipAddress, keyOf, toUri } from '../server/hrefs.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { created, noContent, ok } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { applicationNotFound, badParameter, refusal, Refused, resourceNotFound } from '../wire/refusals.ts'
import { isTooLarge, type Uri } from '../world/world-model.ts'
import { groupNamed } from './groups.ts'

/**
 * Minutes. Source: UCWA reference, "presenceSubscriptions", "presenceSubscription": 10 to 30. Documented: a number in a
 * body (`SubscribeToThePresenceOfSelectedContacts.md`), digits in a query (`ExtendAPresenceSubscription.md`). Assumed:
 * digits in a JSON text are neither, and 400.
 */
function duration({ input }: ApplicationContext, max: 30 | 60 = 30): number {
  const minutes = input.integer('duration', { min: 10, max })
  if (minutes === null) throw badParameter('duration', 'is required')
  return minutes
}

/**
 * Those of the named people whom the directory has, in its spelling. Assumed: the others are passed over, and what is no
 * SIP URI at all is 400.
 */
function peopleNamed({ input, world }: ApplicationContext, name: string): readonly Uri[] {
  const texts = input.texts(name)
  if (texts === null || texts.length === 0) throw badParameter(name, 'is required')
  if (texts.some((text) => text.length > 250))
    throw badParameter(name, 'must not be longer than 250 characters')
  if (!texts.every((text) => isSipAddress(text))) throw badParameter(name, 'must be SIP URIs')
  return texts.flatMap((text) => {
    const person = world.person(toUri(text))
    return person?.isKnown === true ? person.uri : []
  })
}

/**
 * Documented: 403 LimitExceeded, "The user has reached the maximum number of subscriptions that can be created"
 * ("presenceSubscriptions"). Assumed: over all the user's applications; the number (`--subscriptions`).
 */
function mustHaveRoom({ realm, sandbox, user }: ApplicationContext): void {
  const all = Array.from(realm.applicationsOf(user.uri), ({ subscriptions }) => subscriptions.all().length)
  const count = all.reduce((sum, one) => sum + one, 0)
  if (count >= sandbox.settings.mostSubscriptions) throw new Refused(refusal(403, 'LimitExceeded'))
}

/**
 * Documented: 404 with subcode ApplicationNotFound for a subscription that has lapsed, as `ExtendAPresenceSubscription.md`
 * prints. Assumed: so for every operation on it, and for one that never was.
 */
function subscriptionNamed({ application }: ApplicationContext, id: string): Subscription {
  const subscription = application.subscriptions.get(id)
  if (subscription === null) throw applicationNotFound()
  return subscription
}

const subscriptionIn = (view: ApplicationContext): Subscription => subscriptionNamed(view, view.param('id'))

/** `<subscription id>,<address>`, as the reference's sample writes it. */
function membershipIn(view: ApplicationContext): { readonly id: string; readonly uri: Uri } {
  const name = view.param('membership')
  const comma = name.lastIndexOf(',')
  const { id, uris } = subscriptionNamed(view, name.slice(0, comma))
  const uri = uris.get(keyOf(toUri(name.slice(comma + 1))))
  if (uri === undefined) throw resourceNotFound()
  return { id, uri }
}

export const presenceSubscriptionRoutes: readonly Route[] = [
  route(
    'GET',
    'people/presenceSubscriptions',
    'presenceSubscriptions',
    ({ application: { hrefs, subscriptions } }) =>
      ok({
        _links: { self: { href: hrefs.presenceSubscriptions } },
        _embedded: {
          presenceSubscription: subscriptions.all().map((one) => presenceSubscriptionResource(hrefs, one)),
        },
        rel: 'presenceSubscriptions',
      }),
  ),
  /**
   * Documented: 201; for `uris`, or for those who are in the group of `groupId` now (`presenceSubscriptions_ref.md`,
   * `subscribeToGroupPresence_ref.md`). Events: `subscriptions.ts`. Assumed: a group's subscription bears the group's
   * id (as `SubscribeToThePresenceOfAGroupOfContacts.md` prints), so a second one extends the first. No page has both
   * `groupId` and `uris`; assumed: 400, since one of them would go unread.
   */
  route('POST', 'people/presenceSubscriptions', 'presenceSubscriptions', (view) => {
    const { application, input, world, user } = view
    const { hrefs, subscriptions } = application
    const { groupId, uris, minutes } = allOf({
      groupId: () => input.text('groupId', { max: 256 }),
      uris: () => {
        if (input.value('groupId') === null) return peopleNamed(view, 'uris')
        if (input.has('uris')) throw badParameter('uris', 'does not go with groupId')
        return []
      },
      minutes: () => duration(view),
    })
    if (groupId === null) {
      mustHaveRoom(view)
      return created(presenceSubscriptionResource(hrefs, subscriptions.add(uris, minutes)))
    }
    const group = groupNamed(view, groupId)
    const listed = world.distributionGroups().find(({ id }) => id === groupId)
    if (listed !== undefined && isTooLarge(world, listed)) return refusal(403, 'TooManyContacts') // it has no link to this
    if (subscriptions.get(groupId) === null) mustHaveRoom(view)
    const people = listed === undefined ? world.members(user.uri, group.id) : world.expanded(groupId).people
    const members = people.flatMap(({ uri, isKnown }) => (isKnown ? uri : []))
    return created(presenceSubscriptionResource(hrefs, subscriptions.addGroup(groupId, members, minutes)))
  }),

  route('GET', 'people/presenceSubscriptions/:id', 'presenceSubscription', (view) =>
    ok(presenceSubscriptionResource(view.application.hrefs, subscriptionIn(view))),
  ),
  /** Documented: 200 in the walkthrough (`ExtendAPresenceSubscription.md`), 201 in the reference; we take the first. */
  route('POST', 'people/presenceSubscriptions/:id', 'presenceSubscription', (view) => {
    const { hrefs, subscriptions } = view.application
    const minutes = duration(view)
    const subscription = subscriptionIn(view)
    subscriptions.extend(subscription.id, minutes)
    return ok(presenceSubscriptionResource(hrefs, subscription))
  }),
  /** Documented: 204, then `deleted` for its contacts and for itself (`DeleteAPresenceSubscription.md`). */
  route('DELETE', 'people/presenceSubscriptions/:id', 'presenceSubscription', (view) => {
    view.application.subscriptions.remove(subscriptionIn(view).id)
    return noContent()
  }),

  /** Documented: all memberships, or with `presenceSubscriptionId` one subscription's ("memberships"). */
  route('GET', 'people/presenceSubscriptionMemberships', 'presenceSubscriptionMemberships', (view) => {
    const { hrefs, subscriptions } = view.application
    const id = view.ask.url.searchParams.get('presenceSubscriptionId')
    return ok(
      id === null
        ? membershipsResource(hrefs, hrefs.presenceSubscriptionMemberships, subscriptions.all())
        : membershipsResource(hrefs, hrefs.membershipsOf(id), [subscriptionNamed(view, id)]),
    )
  }),
  /** Documented: 201 with the memberships (`addToPresenceSubscription_ref.md`). */
  route('POST', 'people/presenceSubscriptionMemberships', 'addToPresenceSubscription', (view) => {
    const { hrefs, subscriptions } = view.application
    const { id, uris } = allOf({
      id: () => {
        const named = view.input.text('presenceSubscriptionId', { max: 256 })
        if (named === null) throw badParameter('presenceSubscriptionId', 'is required')
        return named
      },
      uris: () => peopleNamed(view, 'contactUris'),
    })
    const subscription = subscriptionNamed(view, id)
    if (subscription.isOfGroup)
      throw badParameter('presenceSubscriptionId', "is a group's, which takes no others")
    subscriptions.join(id, uris)
    return created(membershipsResource(hrefs, hrefs.membershipsOf(id), [subscription]))
  }),
  route(
    'GET',
    'people/presenceSubscriptionMemberships/:membership',
    'presenceSubscriptionMembership',
    (view) => {
      const { id, uri } = membershipIn(view)
      return ok(membershipResource(view.application.hrefs, id, uri))
    },
  ),
  route(
    'DELETE',
    'people/presenceSubscriptionMemberships/:membership',
    'presenceSubscriptionMembership',
    (view) => {
      const { id, uri } = membershipIn(view)
      view.application.subscriptions.leave(id, uri)
      return noContent()
    },
  ),

  /** Documented: links only (UCWA reference, "subscribedContacts", sample). */
  route(
    'GET',
    'people/subscribedContacts',
    'subscribedContacts',
    ({ application: { hrefs, subscriptions } }) =>
      ok({
        _links: {
          self: { href: hrefs.subscribedContacts },
          contact: subscriptions.watchedUris().map((uri) => ({ href: hrefs.contact(uri) })),
        },
        rel: 'subscribedContacts',
      }),
  ),

  route('GET', 'people/contactsAndGroupsSubscription', 'myContactsAndGroupsSubscription', (view) =>
    ok(contactsAndGroupsSubscriptionResource(view)),
  ),
  /** Documented: 201, 10 to 60 minutes (`startOrRefreshSubscriptionToContactsAndGroups_ref.md`). */
  route(
    'POST',
    'people/contactsAndGroupsSubscription/startOrRefresh',
    'startOrRefreshSubscriptionToContactsAndGroups',
    (view) => {
      view.application.contactsAndGroups.startOrRefresh(duration(view, 60))
      return created(contactsAndGroupsSubscriptionResource(view))
    },
  ),
  /** Documented: 204 (`stopSubscriptionToContactsAndGroups_ref.md`). */
  route(
    'POST',
    'people/contactsAndGroupsSubscription/stop',
    'stopSubscriptionToContactsAndGroups',
    (view) => {
      view.application.contactsAndGroups.stop()
      return noContent()
    },
  ),
]
