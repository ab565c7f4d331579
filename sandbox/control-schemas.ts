import * as v from 'valibot'
import { type Fault as StandingFault } from './faults.ts'
import { PREFERRED } from './preferred-availability.ts'
import { STORM_KINDS } from './storm.ts'

/**
 * What the control interface takes, field by field; an unknown field is refused. `control.ts` speaks these types.
 */
const text = v.string('must be a string')
const nullableText = v.nullable(text)
const whole = (min: number) =>
  v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(min, `must be at least ${min}`))
const amount = v.pipe(
  v.number('must be a number'),
  v.finite('must be finite'),
  v.minValue(0, 'must not be below 0'),
)

const choiceMessage = `must be null or one of ${PREFERRED.join(', ')}`

export const publicationSchema = v.pipe(
  v.strictObject({
    user: text,
    /** Null resets to automatic. */
    availability: v.optional(v.nullable(v.picklist(PREFERRED, choiceMessage))),
    /** A text of one's own that goes with the availability. */
    activity: v.optional(nullableText),
    /** Null or empty: cleared. */
    note: v.optional(nullableText),
    outOfOffice: v.optional(nullableText),
    location: v.optional(nullableText),
    /** Names a device; the same one is meant by the same name. */
    endpoint: v.optional(text),
  }),
  v.check(
    ({ activity, availability }) => activity === undefined || availability !== undefined,
    'activity goes with an availability: name both',
  ),
)
export type Publication = Readonly<v.InferInput<typeof publicationSchema>>

export const stormSchema = v.strictObject({
  changesPerSecond: amount,
  durationSeconds: amount,
  seed: v.optional(v.union([text, v.number()], 'must be a string or a number')),
  kinds: v.optional(
    v.array(v.picklist(STORM_KINDS, `must be of ${STORM_KINDS.join(', ')}`), 'must be an array'),
  ),
  /** In turn over this person's contacts; else across the directory. */
  viewer: v.optional(text),
})
export type Storm = Readonly<v.InferInput<typeof stormSchema>>

/** A group is meant by its name or its id; a contact by its SIP URI. */
export const rosterSchema = v.strictObject({
  viewer: text,
  /** Into the default group, or the one named. */
  add: v.optional(
    v.union([text, v.strictObject({ contact: text, group: v.optional(text) })], 'must name a contact'),
  ),
  remove: v.optional(text),
  addGroup: v.optional(text),
  renameGroup: v.optional(v.strictObject({ group: text, name: text }, 'must be { group, name }')),
  removeGroup: v.optional(text),
  move: v.optional(v.strictObject({ contact: text, from: text, to: text }, 'must be { contact, from, to }')),
})
export type RosterChange = Readonly<v.InferInput<typeof rosterSchema>>

const when = {
  /** A regular expression, tried against 'METHOD /path?query'; absent: every request. */
  match: v.optional(v.pipe(text, v.check(isRegExp, 'must be a regular expression'))),
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
      code: v.optional(text),
      subcode: v.optional(text),
      retryAfterSeconds: v.optional(whole(0)),
      /** `html`: the page of a proxy in between. */
      as: v.optional(v.picklist(['json', 'html'], 'must be json or html')),
    }),
    v.strictObject({ kind: v.literal('delay'), ...when, delayMs: amount }),
    v.strictObject({ kind: v.literal('reset'), ...when }),
  ],
  'must be one of status, delay, reset',
)
export type Fault = Readonly<v.InferInput<typeof faultSchema>>

export const clockSchema = v.strictObject({ advanceSeconds: amount })
export const nothingSchema = v.strictObject({})

/** A fault as it was asked for → as it stands between requests and answers. */
export function standingFault({ match, count, durationMs, ...effect }: Fault): StandingFault {
  const standing = {
    match: match === undefined ? null : new RegExp(match),
    count: count ?? null,
    durationMs: durationMs ?? null,
  }
  if (effect.kind !== 'status') return { ...standing, effect }
  const { kind, status, code = null, subcode = null, retryAfterSeconds = null, as = 'json' } = effect
  return { ...standing, effect: { kind, status, code, subcode, retryAfterSeconds, as } }
}

function isRegExp(source: string): boolean {
  try {
    return RegExp(source) instanceof RegExp
  } catch {
    return false
  }
}
