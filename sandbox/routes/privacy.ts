import {
  myPrivacyRelationshipResource,
  myPrivacyRelationshipsResource,
  STATED_LEVELS,
} from '../represent/represent-privacy.ts'
import { route, type Route } from '../server/route.ts'
import { ok } from '../wire/http.ts'
import { resourceNotFound } from '../wire/refusals.ts'

export const privacyRoutes: readonly Route[] = [
  /** Documented: 200, a `myPrivacyRelationship` embedded for each level (UCWA reference, "myPrivacyRelationships"). */
  route(
    'GET',
    'myPrivacyRelationships',
    'myPrivacyRelationships',
    (view) => ok(myPrivacyRelationshipsResource(view)),
    { hasXml: true },
  ),
  /** Documented: 200 (UCWA reference, "myPrivacyRelationship"). */
  route(
    'GET',
    'myPrivacyRelationships/:level',
    'myPrivacyRelationship',
    (view) => {
      const asked = view.param('level').toLowerCase()
      const level = STATED_LEVELS.find((one) => one.toLowerCase() === asked)
      if (level === undefined) throw resourceNotFound()
      return ok(myPrivacyRelationshipResource(view, level))
    },
    { hasXml: true },
  ),
]
