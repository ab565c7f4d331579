import {
  contactLocationResource,
  contactNoteResource,
  contactPresenceResource,
  contactPrivacyRelationshipResource,
  contactResource,
  contactSupportedModalitiesResource,
} from '../represent/represent-contact.ts'
import { toUri } from '../server/hrefs.ts'
import { PERSON, route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, reply, type Json, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, resourceNotFound } from '../wire/refusals.ts'
import { type PrivacyLevel, type Uri } from '../world/world-model.ts'
import { mustMatch, mustPlayBack } from './precondition.ts'

/** The contact in the path, in the directory's spelling. @throws Refused 404 when nobody is called so. */
function contactIn({ param, world }: ApplicationContext): Uri {
  const person = world.person(toUri(param('person')))
  if (person === null) throw resourceNotFound()
  return person.uri
}

/** @throws Refused 404 also for a contact whose address leads to nobody: there is nothing of them. */
function personIn(view: ApplicationContext): Uri {
  const uri = contactIn(view)
  if (view.world.person(uri)?.isKnown !== true) throw resourceNotFound()
  return uri
}

const withEtag = (resource: Json): Reply => ok(resource, [['ETag', `"${String(resource['etag'])}"`]])

/** Source: UCWA reference, "PrivacyRelationshipLevel". `Unknown` is what a server says, not what can be asked for. */
const LEVELS: readonly PrivacyLevel[] = ['External', 'Colleagues', 'Workgroup', 'FriendsAndFamily', 'Blocked']

/**
 * Documented: `If-Match` is required (428) and must name the present ETag (412); the property of random name must come
 * back (400 ParameterValidationFailure) (`PayloadFormat.md`); 200 (UCWA reference, "contactPrivacyRelationship2").
 * Documented: "Response body: None", and a sample that ends with its first line (the same page).
 */
function putPrivacyRelationship(view: ApplicationContext): Reply {
  const uri = contactIn(view)
  const { input, world, user } = view
  mustMatch(view, contactPrivacyRelationshipResource(view, uri))
  const { level } = allOf({
    passThrough: () => mustPlayBack(view),
    level: () => {
      const asked = input.oneOf('relationshipLevel', LEVELS)
      if (asked === null) throw badParameter('relationshipLevel', 'is required')
      return asked
    },
  })
  world.setPrivacyRelationship(user.uri, uri, level)
  return reply(200, null)
}

/** Each page prints both. */
const XML = { hasXml: true } as const

const OF_PERSON = `people/${PERSON}`

/** Hrefs as real servers print them: `/presence`, `/note`, `/supportedMedia` (`GetPresenceDataOfAContact.md`). */
export const contactRoutes: readonly Route[] = [
  route('GET', OF_PERSON, 'contact', (view) => withEtag(contactResource(view, contactIn(view))), XML),
  route(
    'GET',
    `${OF_PERSON}/presence`,
    'contactPresence',
    (view) => ok(contactPresenceResource(view, personIn(view))),
    XML,
  ),
  route(
    'GET',
    `${OF_PERSON}/note`,
    'contactNote',
    (view) => ok(contactNoteResource(view, personIn(view))),
    XML,
  ),
  route(
    'GET',
    `${OF_PERSON}/location`,
    'contactLocation',
    (view) => ok(contactLocationResource(view, personIn(view))),
    XML,
  ),
  route(
    'GET',
    `${OF_PERSON}/supportedMedia`,
    'contactSupportedModalities',
    (view) => ok(contactSupportedModalitiesResource(view, personIn(view))),
    XML,
  ),
  route(
    'GET',
    `${OF_PERSON}/privacyRelationship`,
    'contactPrivacyRelationship',
    (view) => withEtag(contactPrivacyRelationshipResource(view, contactIn(view))),
    { revision: 2, ...XML },
  ),
  route('PUT', `${OF_PERSON}/privacyRelationship`, 'contactPrivacyRelationship', putPrivacyRelationship, {
    revision: 2,
  }),
  /** Documented: 204; the automatic level holds again (UCWA reference, "resetContactPrivacyRelationship"). */
  route('POST', `${OF_PERSON}/privacyRelationship/reset`, 'resetContactPrivacyRelationship', (view) => {
    view.world.setPrivacyRelationship(view.user.uri, contactIn(view), null)
    return noContent()
  }),
]
