// By scripts/check-config.mjs, with the folder it was started from before its own arguments.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

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
  if (json instanceof Error) return { exitCode: 2, lines: [`${path} is not JSON: ${placed(json, text)}`] }
  const lines = mistakesIn(json.value).map(({ sentence }) => sentence.replace(/^config\.json/, path))
  return lines.length === 0 ? { exitCode: 0, lines: [`${path} is right.`] } : { exitCode: 1, lines }
}

function read(path: string): string | Error {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return asError(error)
  }
}

function parsed(text: string): { readonly value: unknown } | Error {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return asError(error)
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/** Where a person has to look: line and column, both from 1. */
function placed({ message }: Error, text: string): string {
  const remedy = 'Look for a comma, a quotation mark or a brace that is missing or too many.'
  const at = /position (\d+)/.exec(message)?.[1] ?? String(text.length)
  const before = text.slice(0, Number(at)).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}. ${remedy}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const [, , from = '.', path] = process.argv
  const { exitCode, lines } = verdictOn(path === undefined ? undefined : resolve(from, path))
  for (const line of lines) (exitCode === 0 ? console.log : console.error)(line)
  process.exitCode = exitCode
}
