/** One way to prove who one is, as a 401 offers it. */
export type Challenge = {
  /** `Bearer`, `MsRtcOAuth`; compare without case. */
  readonly scheme: string
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
}

type Part =
  | { readonly kind: 'scheme'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly value: string }

/**
 * Reads `WWW-Authenticate`, however many challenges were joined into its one line.
 *
 * Not split at commas: they stand between challenges, between parameters, and inside values (`grant_type="a,b,c"`).
 * A word followed by `=` is a parameter, a word that is not is a scheme. Observed: one printed sample
 * ("Authentication in UCWA") has its `href` without quotes, so a bare value reaches to the next comma or blank.
 * What cannot be read is skipped.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  for (const part of partsOf(header)) {
    if (part.kind === 'scheme') challenges.push({ scheme: part.name, parameters: new Map() })
    else challenges.at(-1)?.parameters.set(part.name.toLowerCase(), part.value)
  }
  return challenges
}

/** The challenge of that scheme, or null. */
export const challengeOf = (challenges: readonly Challenge[], scheme: string): Challenge | null =>
  challenges.find((one) => one.scheme.toLowerCase() === scheme.toLowerCase()) ?? null

const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y
const EQUALS = /[ \t]*=[ \t]*(?!=)/y
const QUOTED = /"((?:[^"\\]|\\.)*)"/y
const BARE = /[^\s,"]+/y

function* partsOf(header: string): Generator<Part> {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(header)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  while (at < header.length) {
    const name = take(TOKEN)?.[0]
    if (name === undefined) {
      at += 1
      continue
    }
    if (take(EQUALS) === null) {
      yield { kind: 'scheme', name }
      continue
    }
    const quoted = take(QUOTED)?.[1]
    const value = quoted === undefined ? take(BARE)?.[0] : quoted.replaceAll(/\\(.)/g, '$1')
    if (value !== undefined) yield { kind: 'parameter', name, value }
  }
}
