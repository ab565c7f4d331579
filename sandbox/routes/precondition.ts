import { passThroughName } from '../represent/represent-contact.ts'
import { type ApplicationContext } from '../server/route.ts'
import { namesEtag } from '../wire/etag.ts'
import { type Json } from '../wire/http.ts'
import { badParameter, refusal, Refused } from '../wire/refusals.ts'

/**
 * What every PUT must bring first (`PayloadFormat.md`, "Required and optional parameters").
 * @param resource As it is now, with its `etag`.
 * @throws Refused 428 without `If-Match`, 412 when that does not name the present ETag.
 */
export function mustMatch({ ask }: ApplicationContext, resource: Json): void {
  const match = ask.headers.get('if-match')
  if (match === null)
    throw new Refused(refusal(428, null, 'The operation requires an If-Match precondition.'))
  if (!namesEtag(match, String(resource['etag']), 'strong'))
    throw new Refused(refusal(412, null, 'An If-Match precondition was not met.'))
}

/** And beside its own parameters (the same page). @throws BadParameters without the property of random name. */
export function mustPlayBack({ input, application }: ApplicationContext): void {
  const passThrough = passThroughName(application.id)
  if (!input.has(passThrough)) throw badParameter(passThrough, 'is required')
}
