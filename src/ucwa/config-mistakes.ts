import * as v from 'valibot'

/** One thing that is wrong with `config.json`, and what to do about it. */
export type Mistake = {
  /** Where, with dots: `signIn.grants.0`; null: the whole file. */
  readonly field: string | null
  /** The field, what was expected there, what was found, and the remedy. */
  readonly sentence: string
}

type Issue = v.BaseIssue<unknown>

/**
 * What is wrong with each field, as a sentence for the administrator: the first issue of it, since the others follow from that.
 * @param names every field name that there is, whichever object it belongs to
 */
export const mistakesOf = (
  [first, ...others]: readonly [Issue, ...(readonly Issue[])],
  names: readonly string[],
): readonly [Mistake, ...Mistake[]] => {
  const told = mistakeOf(first, names)
  const seen = new Set([told.field])
  const rest = others.map((issue) => mistakeOf(issue, names))
  return [told, ...rest.filter(({ field }) => !seen.has(field) && seen.add(field))]
}

function mistakeOf(issue: Issue, names: readonly string[]): Mistake {
  const field = v.getDotPath(issue)
  const where = field === null ? 'config.json' : `config.json, field ${field}`
  return { field, sentence: `${where}: ${wrong(issue)} ${remedyFor(issue, names)}` }
}

const isUnknownName = ({ expected }: Issue): boolean => expected === 'never'
const isMissing = ({ input }: Issue): boolean => input === undefined
/** Where two fields do not go together, the issue's own input is what holds both. */
const foundAt = ({ path, input }: Issue): unknown => path?.at(-1)?.value ?? input

function wrong(issue: Issue): string {
  if (isUnknownName(issue)) return 'there is no such field.'
  if (isMissing(issue)) return 'expected a value, found nothing.'
  return `expected ${issue.message}, found ${whatWasFound(issue)}.`
}

/**
 * What is written there: the sentence is shown on the page and copied into reports, so a password is never in it. One may be
 * anywhere below `sandbox`, in the file as a whole, and in fields that lie where they should not.
 */
function whatWasFound(issue: Issue): string {
  const found = foundAt(issue)
  const isSandbox = issue.path === undefined || issue.path[0].key === 'sandbox'
  return isSandbox || hasFields(found) ? kindOf(found) : JSON.stringify(found)
}

const hasFields = (found: unknown): boolean => (Array.isArray(found) ? found.some(isObject) : isObject(found))

const isObject = (found: unknown): boolean => typeof found === 'object' && found !== null

function kindOf(found: unknown): string {
  if (found === null) return 'null'
  if (Array.isArray(found)) return 'a list'
  if (typeof found === 'object') return 'an object'
  return typeof found === 'string' ? 'text' : `a ${typeof found}`
}

/** By what was expected. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['an https address', 'Write the whole address, as in "https://lyncdiscover.contoso.com/".'],
  ['a domain', 'Write the name alone, as in "contoso.com": no https://, no slash.'],
  ['an object', 'Put its fields between braces: { … }.'],
  ['a list of grants', 'Write a list, as in ["windows", "password"].'],
  ['at least one grant', 'Name one, or leave the field out to allow all.'],
  ['a list of domains', 'Write a list, as in ["contoso.com"].'],
  [
    'a way in that needs no registration',
    'Add this page’s registration as signIn.modern, with its clientId, or name another way in.',
  ],
  [
    'an address of one of trustedDomains',
    'Add its domain to trustedDomains, or put the file into the page’s folder and write its name, as in "custom-states.xml".',
  ],
  ['a list of people', 'Write a list: [ … ].'],
  ['a colour', 'Write a hash and six digits, as in "#3a60ce".'],
  [
    'a picture beside the page',
    'Put a file that ends in .svg, .png, .webp or .jpg into the page’s folder, and write its name, as in "logo.svg".',
  ],
  [
    'an .xml file beside the page, or an https address',
    'Put the file into the page’s folder and write its name, as in "custom-states.xml".',
  ],
  ['true or false', 'Write it without quotation marks.'],
  ['text', 'Put it in quotation marks.'],
  ['text that is not empty', 'Write something between the quotation marks, or leave the field out.'],
])

function remedyFor(issue: Issue, names: readonly string[]): string {
  if (isUnknownName(issue)) {
    const meant = likeliest(String(issue.path?.at(-1)?.key), names)
    return meant === null
      ? 'Take it out, or look its name up in docs/configuration.md.'
      : `Perhaps ${meant} is meant.`
  }
  if (isMissing(issue)) return 'Add it, or take out the field that it belongs to.'
  return REMEDIES.get(issue.message) ?? 'Write one of these, or leave the field out.'
}

/** What more letters than these would have to change for is another word. (Our choice.) */
const MOST_SLIPS = 2

function likeliest(written: string, names: readonly string[]): string | null {
  const slips = (name: string): number => editsBetween(written.toLowerCase(), name.toLowerCase())
  const [nearest] = names.toSorted((one, other) => slips(one) - slips(other))
  return nearest !== undefined && slips(nearest) <= MOST_SLIPS ? nearest : null
}

/** How many letters have to be put in, taken out or replaced (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1]
    for (let at = 1; at <= other.length; at += 1) {
      const replaced = (above[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1)
      line.push(Math.min(replaced, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[other.length] ?? 0
}
