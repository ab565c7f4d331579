import { keyOf } from '../server/hrefs.ts'
import { type Json } from '../wire/http.ts'
import { PRIVACY_LEVELS } from '../world/privacy.ts'
import { type Person, type StatedLevel } from '../world/world-model.ts'
import { type View } from './represent-view.ts'

/**
 * Source: UCWA reference, "myPrivacyRelationship": "the contacts that were assigned this privacy relationship as seen in
 * contactPrivacyRelationship". Assumed: those are the people on the list, whose level may be the automatic one, and
 * whoever else was moved by hand.
 */
export function myPrivacyRelationshipResource(view: View, level: StatedLevel): Json {
  const { world, application } = view
  const owner = application.user.uri
  const at = related(view).filter(({ uri }) => world.privacyRelationship(owner, uri) === level)
  return {
    relationshipLevel: level,
    _links: {
      self: { href: application.hrefs.myPrivacyRelationship(level) },
      contact: at.map(({ uri }) => ({ href: application.hrefs.contact(uri) })),
    },
    rel: 'myPrivacyRelationship',
  }
}

/** Those that have a resource: each that can be granted, and the one of those of whom none is known. */
export const STATED_LEVELS: readonly StatedLevel[] = [...PRIVACY_LEVELS, 'Unknown']

/** Source: UCWA reference, "myPrivacyRelationships". Assumed: each level, those that nobody has too. */
export const myPrivacyRelationshipsResource = (view: View): Json => ({
  _links: { self: { href: view.application.hrefs.myPrivacyRelationships } },
  _embedded: {
    myPrivacyRelationship: STATED_LEVELS.map((level) => myPrivacyRelationshipResource(view, level)),
  },
  rel: 'myPrivacyRelationships',
})

function related({ world, application }: View): readonly Person[] {
  const owner = application.user.uri
  const byKey = new Map(
    [...world.contacts(owner), ...world.grantedByHand(owner)].map((person) => [keyOf(person.uri), person]),
  )
  return Array.from(byKey.values())
}
