import { phoneResource, phonesResource } from '../represent/represent-phones.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { refusal, Refused, resourceNotFound } from '../wire/refusals.ts'
import { normalizedNumber } from '../world/phones.ts'
import { type Phone } from '../world/world-model.ts'

/** @throws Refused 404 for a type that there is none of. */
function phoneIn({ param, world, user }: ApplicationContext): Phone {
  const asked = param('type').toLowerCase()
  const phone = world.phones(user.uri).find(({ type }) => type.toLowerCase() === asked)
  if (phone === undefined) throw resourceNotFound()
  return phone
}

/**
 * Documented: 409 "when trying to share a phone resource that is read only because it is set in Active Directory"
 * ("changeNumber", "changeVisibility", errors).
 */
function ownPhoneIn(context: ApplicationContext): Phone {
  const phone = phoneIn(context)
  if (phone.isOfDirectory) {
    throw new Refused(refusal(409, null, 'The phone is read only because it is set in Active Directory.'))
  }
  return phone
}

/**
 * Documented: 204; normalised; "if no number is provided, the existing number is deleted"; at most 80 characters;
 * the visibility with it; 400 NormalizationFailed (UCWA reference, "changeNumber").
 */
function changeNumber(context: ApplicationContext): Reply {
  const { input, world, user } = context
  const { type } = ownPhoneIn(context)
  input.mustHaveIfAny('number', 'includeInContactCard')
  const { written, isShared } = allOf({
    written: () => (input.text('number', { max: 80 }) ?? '').trim(),
    isShared: () => input.flag('includeInContactCard'),
  })
  const number = written === '' ? null : normalizedNumber(written)
  if (written !== '' && number === null) {
    return refusal(400, 'NormalizationFailed', 'The phone number could not be normalized.')
  }
  world.setPhone(user.uri, { type, number, ...(isShared === null ? {} : { isShared }) })
  return noContent()
}

export const phoneRoutes: readonly Route[] = [
  route('GET', 'me/phones', 'phones', (view) => ok(phonesResource(view)), { hasXml: true }),
  /** Documented: with its ETag ("phone", sample). */
  route(
    'GET',
    'me/phones/:type',
    'phone',
    (view) => {
      const resource = phoneResource(view, phoneIn(view))
      return ok(resource, [['ETag', `"${String(resource['etag'])}"`]])
    },
    { hasXml: true },
  ),
  route('POST', 'me/phones/:type/changeNumber', 'changeNumber', changeNumber),
  /** Documented: 204; no parameter is required ("changeVisibility"). Assumed: without it, all stays as it is. */
  route('POST', 'me/phones/:type/changeVisibility', 'changeVisibility', (context) => {
    const { input, world, user } = context
    const { type } = ownPhoneIn(context)
    const isShared = input.flag('includeInContactCard')
    if (isShared !== null) world.setPhone(user.uri, { type, isShared })
    return noContent()
  }),
]
