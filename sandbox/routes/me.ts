import { meResource } from '../represent/represent.ts'
import { type MadeAvailable, type Raised } from '../server/application.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { noContent, ok, type Reply } from '../wire/http.ts'
import { badParameter, makeMeAvailableRequired, refusal } from '../wire/refusals.ts'
import { PREFERRED } from '../world/preferred-availability.ts'

/** Source: UCWA reference, "ModalityType". */
const MODALITIES = [
  'Audio',
  'Video',
  'PhoneAudio',
  'ApplicationSharing',
  'Messaging',
  'DataCollaboration',
  'PanoramicVideo',
] as const

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
 * (`makeMeAvailable_ref.md`); then, from me, `me` updated and presence, note and location added
 * (`EventChannelDetails.md`). From here on the application is an endpoint of the person's.
 */
function makeMeAvailable(context: ApplicationContext): Reply {
  const { application, clock, input, user, world } = context
  if (application.madeAvailable !== null) {
    return refusal(409, 'AlreadyExists', "The resource you're trying to create already exists.")
  }
  const modalities = input.texts('supportedModalities') ?? []
  const unknown = modalities.find((one) => !isOneOf(one, MODALITIES))
  if (unknown !== undefined) throw badParameter('supportedModalities', `${unknown} is not a modality`)
  if (modalities.some((one) => !isOneOf(one, ['Messaging', 'PhoneAudio']))) {
    return refusal(
      403,
      null,
      'The application is attempting to use modalities other than Messaging and Phone Audio.',
    )
  }
  const messageFormats = input.texts('supportedMessageFormats') ?? ['Plain']
  if (!messageFormats.every((one) => isOneOf(one, ['Plain', 'Html']))) {
    throw badParameter('supportedMessageFormats', 'must be of Plain and Html')
  }
  const signInAs = input.oneOf('signInAs', PREFERRED)
  const endpoint = {
    deviceType: 'Web',
    inactiveTimeoutMs: inactiveTimeoutMs(context),
    id: application.id,
  } as const
  application.madeAvailable = { endpoint: endpoint.id, modalities, messageFormats, usedAtMs: clock.now() }

  const { hrefs } = application
  const own = { sender: 'me', priority: 'medium' } as const
  const events: readonly Raised[] = [
    { ...own, link: { rel: 'me', href: hrefs.me }, type: 'updated' },
    { ...own, link: { rel: 'presence', href: hrefs.presence }, type: 'added' },
    { ...own, link: { rel: 'note', href: hrefs.note }, type: 'added' },
    { ...own, link: { rel: 'location', href: hrefs.location }, type: 'added' },
    {
      sender: 'communication',
      priority: 'medium',
      link: { rel: 'communication', href: hrefs.communication },
      type: 'updated',
    },
  ]
  for (const event of events) application.raise(event)
  world.addEndpoint(user.uri, endpoint)
  if (signInAs !== null) world.setPresence(user.uri, signInAs)
  return noContent()
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
      const presence = world.presence(user.uri, user.uri)
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
   * Documented: `availability` is the only property, so a body without it is not an empty one. (Assumed: 400.)
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
    available(context)
    const { input, world, user } = context
    input.mustHaveIfAny('location')
    world.setLocation(user.uri, input.text('location', { max: 60 }) ?? '')
    return noContent()
  }),
]
