import { type View } from '../represent/represent-view.ts'
import {
  applicationResource,
  communicationResource,
  onlineMeetingsResource,
  policiesResource,
} from '../represent/represent.ts'
import { instanceNamed } from '../server/application.ts'
import { APPLICATIONS_PATH } from '../server/hrefs.ts'
import { route, userRoute, type ApplicationContext, type Route } from '../server/route.ts'
import { bearerOf } from '../sign-in/tokens.ts'
import { created, noContent, ok, type Json, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { applicationNotFound, badParameter } from '../wire/refusals.ts'

/**
 * Documented: the photos' cookie comes with the application and is renewed by reading it (`MeDashboard.md`, "photo").
 * `secure` is as printed; browsers hold a loopback address to be secure. The cookie names photos alone, by its path.
 */
function withPhotoCookie(view: View, authorization: string): [Json, [string, string][]] {
  const { hrefs, photoTickets } = view.application
  const resource = applicationResource(view)
  const ticket = photoTickets.of(bearerOf(authorization) ?? '')
  return [
    resource,
    [
      ['ETag', `"${String(resource['etag'])}"`],
      ['Set-Cookie', `cwt_ucwa=${ticket}; path=${hrefs.photosPath}; secure; HttpOnly`],
    ],
  ]
}

/** @throws Refused 404 when the application has no such instance. */
function instanceIn({ application, instanceId }: ApplicationContext): string {
  const found = instanceNamed(application, instanceId)
  if (found === null) throw applicationNotFound()
  return found
}

export const applicationsRoutes: readonly Route[] = [
  /**
   * Documented: 201 for a new application, or a new instance of one; 200 for one that exists with its event channel
   * (`applications_ref.md`, `MultiTabSupport.md`). Lengths up to 100 (`applications_ref.md`).
   */
  userRoute(
    'POST',
    APPLICATIONS_PATH,
    'applications',
    ({ authorization, input, realm, user, world }) => {
      const required = (name: string): string => {
        const value = input.text(name, { max: 100 })
        if (value === null || value === '') throw badParameter(name, 'is required')
        return value
      }
      const { instanceId, ...registration } = allOf({
        userAgent: () => required('userAgent'),
        endpointId: () => required('endpointId'),
        culture: () => required('culture'),
        type: () => input.text('type', { max: 100 }),
        instanceId: () => input.text('instanceId', { max: 100 }) ?? '',
      })
      const { application, isNew } = realm.register(user, registration, instanceId)
      const view = { world, application, instanceId }
      const answer = withPhotoCookie(view, authorization)
      return isNew ? created(...answer) : ok(...answer)
    },
    { revision: 2 },
  ),
  /** Documented: the user's applications, embedded (`applications2_ref.md`). */
  userRoute(
    'GET',
    APPLICATIONS_PATH,
    'applications',
    ({ realm, user, world }) =>
      ok({
        _links: { self: { href: APPLICATIONS_PATH } },
        _embedded: {
          application: Array.from(realm.applicationsOf(user.uri), (application) =>
            applicationResource({
              world,
              application,
              instanceId: application.channels.keys().next().value ?? '',
            }),
          ),
        },
        rel: 'applications',
      }),
    { revision: 2 },
  ),
  /** Assumed: 404 for an instance whose channel is gone: its `events` would lead nowhere. */
  route('GET', '', 'application', (context): Reply => {
    const view = { ...context, instanceId: instanceIn(context) }
    return ok(...withPhotoCookie(view, context.authorization))
  }),
  /**
   * Documented: 204; "If there are other event channels for other instanceIds, only the event channel for the given
   * instanceId is deleted." (`MultiTabSupport.md`). Assumed: 404 for an instance that there is not, or when several are
   * there and none is named.
   */
  route('DELETE', '', 'application', (context) => {
    context.realm.close(context.application, instanceIn(context))
    return noContent()
  }),
  route('GET', 'policies', 'policies', (view) => ok(policiesResource(view))),
  route('GET', 'communication', 'communication', (view) => ok(communicationResource(view))),
  route('GET', 'onlineMeetings', 'onlineMeetings', (view) => ok(onlineMeetingsResource(view))),
]
