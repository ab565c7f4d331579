/** One thing said in two languages. `given` are the arguments where it is a function; else there are none. */
export type SpokenText = {
  readonly path: string
  readonly given: readonly unknown[]
  readonly ours: string
  /** Null: nothing that could be shown, where ours has words. */
  readonly theirs: string | null
}

/** A name that no language changes. */
export const NAMED = 'Xyz'

const reason = {
  code: null,
  subcode: null,
  message: null,
  server: NAMED,
  diagnostics: null,
  correlation: null,
}
const failure = { kind: 'serverFailed', status: 503, reason }
const moment = 1_700_000_000_000
const VALUES: readonly unknown[] = [
  NAMED,
  0,
  1,
  2,
  3,
  11,
  100,
  moment,
  null,
  true,
  false,
  [NAMED],
  failure,
  { kind: 'unreachable' },
  { kind: 'signedOut' },
  [{ fromMs: moment, toMs: moment + 5000, because: failure }],
  { tabs: 2, isLeader: true },
]

/** For all arguments but the first: there are fewer of them, or there would be too many together. */
const LATER_VALUES: readonly unknown[] = [
  NAMED,
  2,
  moment,
  null,
  true,
  failure,
  'Colleagues',
  'cors',
  'configured',
]
/** Where a function says more than that, it repeats what it is given. */
const MOST_TEXTS = 60

/** Whatever a function that tells kinds apart may look at in one of them. */
const anything = (kind: string) => ({
  kind,
  state: kind,
  atMs: moment,
  url: `https://${NAMED}/`,
  transport: 'cors',
  answer: kind,
  detail: NAMED,
  status: 503,
  reason,
  because: failure,
  step: 'finding',
  contact: { name: NAMED },
  from: { name: NAMED },
  to: { name: NAMED },
  group: { name: NAMED },
  name: NAMED,
  member: null,
  field: NAMED,
  found: NAMED,
  expected: NAMED,
  inside: NAMED,
  of: NAMED,
  lcid: NAMED,
  domain: NAMED,
  host: NAMED,
  origin: NAMED,
  namedBy: NAMED,
  told: NAMED,
  asked: [NAMED],
  offered: [NAMED],
  count: 2,
  length: 70,
  characters: 100_001,
  events: 2,
  gap: true,
  isRenewal: true,
  afterMs: 5000,
  opened: { tookMs: 90, culture: 'en-GB' },
})

function* tuples(of: readonly unknown[], length: number): Generator<readonly unknown[]> {
  if (length === 0) return yield []
  for (const before of tuples(of, length - 1)) for (const one of of) yield [...before, one]
}

/**
 * What the functions among the words are tried with.
 *
 * @param source - the text of the files of words: each key in it may be one that a function knows
 */
export function argumentsFor(source: string): (arity: number) => Iterable<readonly unknown[]> {
  const known = [
    ...new Set(
      [...source.matchAll(/^ +'?([\w -]+)'?: |\['([\w-]+)',/gm)].flatMap(
        ([, key, name]) => key ?? name ?? [],
      ),
    ),
  ]
  const kinds = [...new Set([...source.matchAll(/case '(\w+)'/g)].flatMap(([, kind]) => kind ?? []))]
  return function* (arity) {
    if (arity === 0) return yield []
    for (const one of [...VALUES, ...kinds.map(anything)])
      for (const rest of tuples(LATER_VALUES, arity - 1)) yield [one, ...rest]
    for (const name of known) yield [name, ...Array.from({ length: arity - 1 }, () => null)]
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Null where the function says nothing of such arguments; not a number is written in Arabic, too. */
function said(by: unknown, given: readonly unknown[]): string | null {
  if (typeof by !== 'function') return null
  try {
    const found: unknown = Reflect.apply(by, null, given)
    if (given.includes(found)) return null // what it does not know stays as it came
    const text = isRecord(found) ? Object.values(found).join('\n') : found
    return typeof text === 'string' && !/undefined|NaN|ليس\sرقم|\[object|Invalid Date/.test(text)
      ? text
      : null
  } catch {
    return null
  }
}

/**
 * All that ours say, and what theirs say of it: the texts themselves, and the different ones of the functions among them. Of
 * arguments on which ours have nothing to say, since they are not such as theirs take, nobody is heard; whether theirs have
 * words wherever ours have is for the test to judge. A function that answers what it was given has no words for that.
 */
export function spokenTexts(
  ours: unknown,
  theirs: unknown,
  given: (arity: number) => Iterable<readonly unknown[]>,
  path = '',
): readonly SpokenText[] {
  if (typeof ours === 'string')
    return [{ path, given: [], ours, theirs: typeof theirs === 'string' ? theirs : null }]
  if (typeof ours === 'function') {
    const found = new Map<string, SpokenText>()
    for (const tuple of given(ours.length)) {
      const one = said(ours, tuple)
      if (one === null) continue
      if (!found.has(one) && found.size >= MOST_TEXTS) break
      if (found.get(one)?.theirs === null) continue
      const other = said(theirs, tuple)
      if (other === null || !found.has(one)) found.set(one, { path, given: tuple, ours: one, theirs: other })
    }
    return [...found.values()]
  }
  const [inOurs, inTheirs] = [ours, theirs].map((one) => (one instanceof Map ? Object.fromEntries(one) : one))
  if (!isRecord(inOurs)) return []
  return Object.entries(inOurs).flatMap(([key, value]) =>
    spokenTexts(
      value,
      isRecord(inTheirs) ? inTheirs[key] : null,
      given,
      path === '' ? key : `${path}.${key}`,
    ),
  )
}
