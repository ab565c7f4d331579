import * as v from 'valibot'
import { PREFERRED } from '../world/preferred-availability.ts'
import { PRIVACY_LEVELS } from '../world/privacy.ts'
import { type Fault as StandingFault } from './faults.ts'
import { STORM_KINDS } from './storm.ts'

/**
 * What the control interface takes, field by field; an unknown field is refused. `control.ts` speaks these types.
 */
const text = v.string('must be a string')
/** Of somebody or something: empty, it names nothing. */
const name = v.pipe(text, v.minLength(1, 'must not be empty'))
/** Documented for groups: 1 to 256 characters (UCWA reference, "myGroups2", `displayName`). */
const groupName = v.pipe(name, v.maxLength(256, 'must not be longer than 256 characters'))
/** Printable ASCII: what every client reads of a header (RFC 9110, 5.5). */
const headerValue = v.pipe(name, v.regex(/^[ -~]+$/, 'must be what a header can hold: printable ASCII'))
const nullableText = v.nullable(text)
/** As through UCWA (UCWA reference, "location", POST). */
const place = v.nullable(v.pipe(text, v.maxLength(60, 'must not be longer than 60 characters')))
const whole = (min: number) =>
  v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(min, `must be at least ${min}`))
const amount = v.pipe(
  v.number('must be a number'),
  v.finite('must be finite'),
  v.minValue(0, 'must not be below 0'),
)

/** No more than that. (Our choice, so that no lever can keep the machine busy for ever.) */
const atMost = (max: number) => v.pipe(amount, v.maxValue(max, `must be at most ${max}`))
const DAY_SECONDS = 86_400
const TEN_YEARS_SECONDS = 10 * 365.25 * DAY_SECONDS

const choiceMessage = `must be null or one of ${PREFERRED.join(', ')}`

const activityMessage = 'must be null, a string, or strings by culture'
const textByCulture = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-\w+)*$/i)), v.string()),
  v.check((texts) => Object.keys(texts).length > 0, activityMessage),
)

export const publicationSchema = v.pipe(
  v.strictObject({
    user: name,
    /** Null resets to automatic. */
    availability: v.optional(v.nullable(v.picklist(PREFERRED, choiceMessage))),
    /** A text of one's own that goes with the availability: one for everybody, or one for each culture. */
    activity: v.optional(v.nullable(v.union([text, textByCulture], activityMessage))),
    /** Null or empty: cleared. */
    note: v.optional(nullableText),
    /** Likewise, and then the person is not out of office. */
    outOfOffice: v.optional(nullableText),
    location: v.optional(place),
    /** Names a device; the same one is meant by the same name. */
    endpoint: v.optional(name),
    /** What the device says of itself from then on; without it, it is in use now. */
    machine: v.optional(v.picklist(['active', 'idle', 'away'], 'must be active, idle or away')),
    call: v.optional(
      v.nullable(
        v.picklist(['on-the-phone', 'in-a-conference'], 'must be null, on-the-phone or in-a-conference'),
      ),
    ),
    presenting: v.optional(v.boolean('must be true or false')),
    /** A busy appointment in the calendar, of so many sandbox minutes from now; null: over. */
    meetingMinutes: v.optional(v.nullable(atMost(TEN_YEARS_SECONDS / 60))),
    /** At last, the person signs out of that device. */
    signOut: v.optional(v.boolean('must be true or false')),
  }),
  v.check(
    ({ activity, availability }) => (activity ?? null) === null || (availability ?? null) !== null,
    'activity goes with an availability: name both',
  ),
)
export type Publication = Readonly<v.InferInput<typeof publicationSchema>>

export const lurkSchema = v.strictObject({ user: name })

export const privacySchema = v.strictObject({
  /** Who grants. */
  owner: name,
  contact: name,
  /** Null: the automatic level again. */
  level: v.nullable(v.picklist(PRIVACY_LEVELS, `must be null or one of ${PRIVACY_LEVELS.join(', ')}`)),
})
export type PrivacyGrant = Readonly<v.InferInput<typeof privacySchema>>

export const stormSchema = v.strictObject({
  changesPerSecond: atMost(10_000),
  durationSeconds: atMost(DAY_SECONDS),
  seed: v.optional(v.union([text, v.number()], 'must be a string or a number')),
  kinds: v.optional(
    v.pipe(
      v.array(v.picklist(STORM_KINDS, `must be of ${STORM_KINDS.join(', ')}`), 'must be an array'),
      v.minLength(1, 'must name at least one'),
    ),
  ),
  /** In turn over this person's contacts; else across the directory. */
  viewer: v.optional(name),
})
export type Storm = Readonly<v.InferInput<typeof stormSchema>>

/** A group is meant by its name or its id; a contact by its SIP URI. */
export const rosterSchema = v.strictObject({
  viewer: name,
  /** Into the default group, or the one named, beside the groups that they are in. */
  add: v.optional(
    v.union([name, v.strictObject({ contact: name, group: v.optional(name) })], 'must name a contact'),
  ),
  /** Off the list, or out of the group that is named. */
  remove: v.optional(v.union([name, v.strictObject({ contact: name, group: name })], 'must name a contact')),
  addGroup: v.optional(groupName),
  renameGroup: v.optional(v.strictObject({ group: name, name: groupName }, 'must be { group, name }')),
  removeGroup: v.optional(name),
  /** Of the directory: by name, address or id. */
  addDistributionGroup: v.optional(name),
  removeDistributionGroup: v.optional(name),
  /** As an administrator of the directory would, whoever has it on a list. */
  changeDistributionGroup: v.optional(
    v.strictObject(
      { group: name, name: v.optional(groupName), add: v.optional(name), remove: v.optional(name) },
      'must be { group, name?, add?, remove? }',
    ),
  ),
  /** Somebody who may act for the viewer from now on, or no more. */
  addDelegate: v.optional(name),
  removeDelegate: v.optional(name),
  move: v.optional(v.strictObject({ contact: name, from: name, to: name }, 'must be { contact, from, to }')),
})
export type RosterChange = Readonly<v.InferInput<typeof rosterSchema>>

const when = {
  /** A regular expression, tried against 'METHOD /path?query'; absent: every request. */
  match: v.optional(v.pipe(name, v.check(isRegExp, 'must be a regular expression'))),
  /** How many requests it strikes. */
  count: v.optional(whole(1)),
  /** Real milliseconds. */
  durationMs: v.optional(amount),
}
export const faultSchema = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('status'),
      ...when,
      status: v.pipe(whole(200), v.maxValue(599, 'must be at most 599')),
      code: v.optional(name),
      subcode: v.optional(name),
      retryAfterSeconds: v.optional(whole(0)),
      /** The value of `X-Ms-diagnostics`. */
      diagnostics: v.optional(headerValue),
      /** `html`: the page of a proxy in between. */
      as: v.optional(v.picklist(['json', 'html'], 'must be json or html')),
    }),
    v.strictObject({ kind: v.literal('delay'), ...when, delayMs: amount }),
    /** Without a count, until `durationMs` from now; with one, each for `durationMs`. */
    v.strictObject({ kind: v.literal('hang'), ...when, durationMs: amount }),
    v.strictObject({ kind: v.literal('reset'), ...when }),
    v.strictObject({ kind: v.literal('truncate'), ...when }),
    v.strictObject({ kind: v.literal('malformed'), ...when }),
    v.strictObject({ kind: v.literal('wrong-shape'), ...when }),
    v.strictObject({
      kind: v.literal('slow-stream'),
      ...when,
      /** 1000 by default. */
      bytesPerSecond: v.optional(whole(1)),
    }),
    v.strictObject({
      kind: v.literal('foreign-link'),
      ...when,
      /** Where the links lead; a host that there never is by default. */
      origin: v.optional(v.pipe(text, v.check(isOrigin, 'must be an origin, such as http://127.0.0.1:4000'))),
      /** The links of that name alone; absent: all but `self`. */
      rel: v.optional(name),
    }),
    /** The links of that name are left out, as by a server that does not offer what they lead to. */
    v.strictObject({ kind: v.literal('without-link'), ...when, rel: name }),
    v.strictObject({ kind: v.literal('batch-429'), ...when, retryAfterSeconds: v.optional(whole(0)) }),
    v.strictObject({ kind: v.literal('expire-token'), ...when }),
    v.strictObject({
      kind: v.literal('expire-application'),
      ...when,
      /** ApplicationNotFound (404) by default; the other is 410. */
      subcode: v.optional(
        v.picklist(
          ['ApplicationNotFound', 'InactiveApplicationExpired'],
          'must be ApplicationNotFound or InactiveApplicationExpired',
        ),
      ),
    }),
    v.strictObject({ kind: v.literal('resync'), ...when }),
    v.strictObject({ kind: v.literal('resume'), ...when }),
    v.strictObject({ kind: v.literal('pget-replaced'), ...when }),
    v.strictObject({ kind: v.literal('roam'), ...when }),
    v.strictObject({ kind: v.literal('restart'), ...when }),
  ],
  `must be one of ${[
    'status, delay, hang, reset, truncate, malformed, wrong-shape, slow-stream, foreign-link, without-link, batch-429',
    'expire-token, expire-application, resync, resume, pget-replaced, roam, restart',
  ].join(', ')}`,
)
export type Fault = Readonly<v.InferInput<typeof faultSchema>>

export const clockSchema = v.strictObject({ advanceSeconds: atMost(TEN_YEARS_SECONDS) })
export const nothingSchema = v.strictObject({})

/** A fault as it was asked for → as it stands between requests and answers. */
export function standingFault(asked: Fault): StandingFault {
  const { match, count = null, durationMs = null } = asked
  return {
    match: match === undefined ? null : new RegExp(match),
    count,
    durationMs: asked.kind === 'hang' && count !== null ? null : durationMs, // then it is how long each is silent
    effect: effectOf(asked),
  }
}

function effectOf(asked: Fault): StandingFault['effect'] {
  switch (asked.kind) {
    case 'status': {
      const { kind, status, code = null, subcode = null, retryAfterSeconds = null, as = 'json' } = asked
      return { kind, status, code, subcode, retryAfterSeconds, diagnostics: asked.diagnostics ?? null, as }
    }
    case 'delay':
      return { kind: asked.kind, delayMs: asked.delayMs }
    case 'hang':
      return { kind: asked.kind, silentMs: asked.durationMs }
    case 'slow-stream':
      return { kind: asked.kind, bytesPerSecond: asked.bytesPerSecond ?? 1000 }
    case 'foreign-link':
      return { kind: asked.kind, origin: asked.origin ?? 'https://elsewhere.invalid', rel: asked.rel ?? null }
    case 'without-link':
      return { kind: asked.kind, rel: asked.rel }
    case 'batch-429':
      return { kind: asked.kind, retryAfterSeconds: asked.retryAfterSeconds ?? null }
    case 'expire-application':
      return { kind: asked.kind, subcode: asked.subcode ?? 'ApplicationNotFound' }
    case 'reset':
    case 'truncate':
    case 'malformed':
    case 'wrong-shape':
    case 'expire-token':
    case 'resync':
    case 'resume':
    case 'pget-replaced':
    case 'roam':
    case 'restart':
      return { kind: asked.kind }
  }
}

/** Scheme and authority alone, as browsers write them. */
function isOrigin(origin: string): boolean {
  return /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
}

function isRegExp(source: string): boolean {
  try {
    return RegExp(source) instanceof RegExp
  } catch {
    return false
  }
}
