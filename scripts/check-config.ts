// By scripts/check-config.mjs, with the folder it was started from before its own arguments.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'

import { mistakesIn } from '../src/ucwa/config.ts'

export type Verdict = {
  /** 0 right, 1 mistakes, 2 unreadable. */
  readonly exitCode: 0 | 1 | 2
  readonly lines: readonly string[]
}

const USAGE = 'Name the file to check: npm run check-config -- FILE'

/** What there is to say of a configuration file. */
export function verdictOn(path: string | undefined): Verdict {
  if (path === undefined) return { exitCode: 2, lines: [USAGE] }
  const text = read(path)
  if (text instanceof Error) return { exitCode: 2, lines: [`${path} cannot be read: ${text.message}.`] }
  const json = parsed(text)
  if (json === null) return { exitCode: 2, lines: [`${path} is not JSON: ${whatIsWrongWith(text)}`] }
  const lines = mistakesIn(json.value).map(({ sentence }) => sentence.replace(/^config\.json/, path))
  return lines.length === 0 ? { exitCode: 0, lines: [`${path} is right.`] } : { exitCode: 1, lines }
}

/** Without the mark that editors on Windows put before it: the page takes it off as well. */
function read(path: string): string | Error {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** As the page does it; null where it is not JSON. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null // its words differ from one engine to the next, and name no place for every mistake
  }
}

/** By what the parser that knows the place calls it. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['InvalidCommentToken', 'JSON has no comments: take it out.'],
  ['InvalidEscapeCharacter', 'In this text, write each backslash twice.'],
])
const USUAL_REMEDY = 'Look for a comma, a quotation mark or a brace that is missing or too many.'

/** Where a person has to look, line and column, both from 1, and what for. */
function whatIsWrongWith(text: string): string {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  const [first] = errors // what follows is often a consequence
  if (first === undefined) return USUAL_REMEDY
  const before = text.slice(0, first.offset).split('\n')
  const remedy = REMEDIES.get(printParseErrorCode(first.error)) ?? USUAL_REMEDY
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}. ${remedy}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [, , from = '.', path] = process.argv
  const { exitCode, lines } = verdictOn(path === undefined ? undefined : resolve(from, path))
  for (const line of lines) (exitCode === 0 ? console.log : console.error)(line)
  process.exitCode = exitCode
}
