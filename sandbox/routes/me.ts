import { leaveLurkerMode } from '../events/availability.ts'
import { meResource } from '../represent/represent.ts'
import { type MadeAvailable } from '../server/application.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, type Reply } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, makeMeAvailableRequired, refusal } from '../wire/refusals.ts'
import { MODALITIES } from '../world/modalities.ts'
import { PREFERRED } from '../world/preferred-availability.ts'
import { type Modality } from '../world/world-model.ts'

/** Documented: "409 MakeMeAvailableRequired" on reading and writing alike (the three resources' pages). */
function available({ application }: ApplicationContext): MadeAvailable {
  if (application.madeAvailable === null) throw makeMeAvailableRequired()
  return application.madeAvailable
}

const MINUTE_MS = 60_000

/** Documented as a TimeSpan in minutes, 5 by default. Assumed: a number, `hh:mm:ss` or ISO 8601 are all understood. */
function inactiveTimeoutMs({ input }: ApplicationContext): number {
  const value = input.value('inactiveTimeout')
  if (value === null) return 5 * MINUTE_MS
  const text = typeof value === 'number' ? String(value) : (input.text('inactiveTimeout', { max: 100 }) ?? '')
  const [, hours, minutes, seconds] =
    /^(\d+):(\d+):(\d+)$/.exec(text) ?? /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? []
  const ms = /^\d+$/.test(text)
    ? Number(text) * MINUTE_MS
    : Number(hours ?? 0) * 60 * MINUTE_MS + Number(minutes ?? 0) * MINUTE_MS + Number(seconds ?? 0) * 1000
  if (ms <= 0) throw badParameter('inactiveTimeout', 'must be a length of time')
  return ms
}

/**
 * Documented: 204 once; 409 AlreadyExists after; 403 for modalities other than Messaging and PhoneAudio
 * (`makeMeAvailable_ref.md`). From here on the application is an endpoint of the person's. No parameter is required;
 * assumed: without modalities it is available, and can be reached in no way.
 */
function makeMeAvailable(context: ApplicationContext): Reply {
  const { application, clock, input, user, world } = context
  if (application.madeAvailable !== null) {
    return refusal(409, 'AlreadyExists', "The resource you're trying to create already exists.")
  }
  const { modalities, messageFormats, signInAs, inactiveMs } = allOf({
    modalities: () => modalitiesIn(input.texts('supportedModalities') ?? []),
    messageFormats: () => messageFormatsIn(input.texts('supportedMessageFormats') ?? ['Plain']),
    signInAs: () => input.oneOf('signInAs', PREFERRED),
    inactiveMs: () => inactiveTimeoutMs(context),
    audioPreference: () => input.oneOf('audioPreference', ['PhoneAudio', 'VoipAudio']),
    phoneNumber: () => input.text('phoneNumber', { max: 80 }),
  })
  if (modalities.some((one) => one !== 'Messaging' && one !== 'PhoneAudio')) {
    return refusal(
      403,
      null,
      'The application is attempting to use modalities other than Messaging and Phone Audio.',
    )
  }
  const endpoint = {
    deviceType: 'Web',
    inactiveTimeoutMs: inactiveMs,
    modalities,
    id: application.id,
  } as const
  leaveLurkerMode(application, { endpoint: endpoint.id, modalities, messageFormats, usedAtMs: clock.now() })
  world.addEndpoint(user.uri, endpoint)
  if (signInAs !== null) world.setPresence(user.uri, signInAs)
  return noContent()
}

/** @throws Refused 400 for one that UCWA does not know. */
const modalitiesIn = (asked: readonly string[]): readonly Modality[] =>
  asked.map((one) => {
    const known = MODALITIES.find((modality) => modality.toLowerCase() === one.toLowerCase())
    if (known === undefined) throw badParameter('supportedModalities', `${one} is not a modality`)
    return known
  })

/** @throws Refused 400 for one that UCWA does not know. */
function messageFormatsIn(asked: readonly string[]): readonly string[] {
  if (asked.every((one) => isOneOf(one, ['Plain', 'Html']))) return asked
  throw badParameter('supportedMessageFormats', 'must be of Plain and Html')
}

const isOneOf = (value: string, values: readonly string[]): boolean =>
  values.some((one) => one.toLowerCase() === value.toLowerCase())

export const meRoutes: readonly Route[] = [
  route('GET', 'me', 'me', (view) => ok(meResource(view)), { hasXml: true }),
  route('POST', 'me/makeMeAvailable', 'makeMeAvailable', makeMeAvailable),

  /** Documented: 204, 409 MakeMeAvailableRequired (`reportMyActivity_ref.md`). */
  route('POST', 'me/reportMyActivity', 'reportMyActivity', (context) => {
    const madeAvailable = available(context)
    const { application, clock, user, world } = context
    application.madeAvailable = { ...madeAvailable, usedAtMs: clock.now() }
    world.reportActivity(user.uri, madeAvailable.endpoint)
    return noContent()
  }),

  /** Documented: availability, and activity if there is one; in JSON or XML (UCWA reference, "presence"). */
  route(
    'GET',
    'me/presence',
    'presence',
    (context) => {
      available(context)
      const { world, user, application } = context
      const presence = world.presence(user.uri, user.uri, application.registration.culture)
      return ok({
        ...(presence.activity === null ? {} : { activity: presence.activity }),
        availability: presence.availability,
        _links: { self: { href: application.hrefs.presence } },
        rel: 'presence',
      })
    },
    { hasXml: true },
  ),
  /**
   * Documented: 204, then `presence` `updated` from me; an empty body resets (UCWA reference, "presence", POST).
   * Documented: `availability` is the only property, so a body without it is not an empty one (Assumed: 400), and it is
   * "Nullable", with no word on what null means. (Assumed: it resets, as no value does.)
   */
  route(
    'POST',
    'me/presence',
    'presence',
    (context) => {
      available(context)
      const { input, world, user } = context
      input.mustHaveIfAny('availability')
      world.setPresence(user.uri, input.oneOf('availability', PREFERRED))
      return noContent()
    },
    { hasXml: true },
  ),

  /** Documented: personal and out-of-office note in one (UCWA reference, "note"). Assumed: none is an empty message. */
  route(
    'GET',
    'me/note',
    'note',
    (context) => {
      available(context)
      const { world, user, application } = context
      const note = world.note(user.uri, user.uri)
      return ok({
        message: note?.message ?? '',
        type: note?.type ?? 'Personal',
        _links: { self: { href: application.hrefs.note } },
        rel: 'note',
      })
    },
    { hasXml: true },
  ),
  /** Documented: no message, or an empty one, resets (UCWA reference, "note", POST). The limit is not known: none. */
  route('POST', 'me/note', 'note', (context) => {
    available(context)
    const { input, world, user } = context
    input.mustHaveIfAny('message')
    world.setNote(user.uri, input.text('message', { max: Infinity }) ?? '')
    return noContent()
  }),

  route(
    'GET',
    'me/location',
    'location',
    (context) => {
      available(context)
      const { world, user, application } = context
      return ok({
        location: world.location(user.uri, user.uri) ?? '',
        _links: { self: { href: application.hrefs.location } },
        rel: 'location',
      })
    },
    { hasXml: true },
  ),
  /** Documented: at most 60 characters; "An empty body is used to clear" (UCWA reference, "location", POST). */
  route('POST', 'me/location', 'location', (context) => {
    const { endpoint } = available(context)
    const { input, world, user } = context
    input.mustHaveIfAny('location')
    world.setLocation(user.uri, input.text('location', { max: 60 }) ?? '', endpoint)
    return noContent()
  }),
]
