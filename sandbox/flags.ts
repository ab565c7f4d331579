import { parseArgs } from 'node:util'
import { type Grant, type Settings, type Transport } from './server/sandbox-model.ts'
import { LIFE_KINDS, type LifeKind } from './world/life.ts'

/** The command line, understood. */
export type Flags = {
  readonly host: string
  readonly port: number
  readonly poolPort: number
  readonly contacts: number
  readonly groups: number
  readonly seed: string
  readonly life: LifeKind
  readonly timeScale: number
  /** What its clock shows when it starts, in ms since the Unix epoch; null: the time that it is. */
  readonly startsAtMs: number | null
  readonly pools: number
  /** The origins by which a reverse proxy in front shows autodiscover and the first pool; null: there is none. */
  readonly shownAs: string | null
  readonly poolShownAs: string | null
  /** A command that says whom a Negotiate token is from; null: none is accepted. */
  readonly negotiateVerifier: string | null
  readonly settings: Settings
}

/** Thrown with the one line that the command prints before it exits with 2. */
export class BadFlags extends Error {}

const OPTIONS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '0' },
  'pool-port': { type: 'string', default: '0' },
  contacts: { type: 'string', default: '60' },
  groups: { type: 'string', default: '5' },
  subscriptions: { type: 'string', default: '250' },
  seed: { type: 'string', default: '1' },
  life: { type: 'string', default: 'quiet' },
  'time-scale': { type: 'string', default: '1' },
  'starts-at': { type: 'string' },
  transports: { type: 'string', default: 'cors,xframe' },
  grants: { type: 'string', default: 'password,windows,passive' },
  authority: { type: 'string' },
  'negotiate-verifier': { type: 'string' },
  pools: { type: 'string', default: '1' },
  'shown-as': { type: 'string' },
  'pool-shown-as': { type: 'string' },
  'allow-remote': { type: 'boolean', default: false },
  'allowed-origin': { type: 'string', multiple: true },
} as const

/** @throws BadFlags for an unknown flag or a bad value. */
export function readFlags(args: readonly string[]): Flags {
  const values = parse(args)
  const { host } = values
  if (!values['allow-remote'] && !/^(localhost|127(\.\d+){3}|::1)$/.test(host)) {
    throw new BadFlags(`--host ${host} is not a loopback address; --allow-remote lets it be`)
  }
  const timeScale = Number(values['time-scale'])
  if (!Number.isFinite(timeScale) || timeScale <= 0) {
    throw new BadFlags(`--time-scale must be a number above 0, got ${values['time-scale']}`)
  }
  return {
    host,
    port: whole('port', values.port, 0, 65_535),
    poolPort: whole('pool-port', values['pool-port'], 0, 65_535),
    contacts: whole('contacts', values.contacts, 0, 100_000),
    groups: whole('groups', values.groups, 0, 1000),
    seed: values.seed,
    life: oneOf('life', values.life, LIFE_KINDS),
    timeScale,
    startsAtMs: instantOf('starts-at', values['starts-at']),
    pools: whole('pools', values.pools, 1, 100),
    shownAs: originOf('shown-as', values['shown-as']),
    poolShownAs: originOf('pool-shown-as', values['pool-shown-as']),
    negotiateVerifier: values['negotiate-verifier'] ?? null,
    settings: {
      transports: new Set<Transport>(listOf('transports', values.transports, ['cors', 'xframe'])),
      grants: new Set<Grant>(listOf('grants', values.grants, ['password', 'windows', 'passive'])),
      allowedOrigins: originsIn(values['allowed-origin']),
      authority: values.authority === undefined ? null : address('authority', values.authority),
      mostSubscriptions: whole('subscriptions', values.subscriptions, 1, 100_000),
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    const line = error instanceof Error ? error.message.split(/[.\n]/)[0] : null
    throw new BadFlags(line ?? 'bad flags')
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (!(number >= min && number <= max)) {
    throw new BadFlags(`--${name} must be a whole number from ${min} to ${max}, got ${text}`)
  }
  return number
}

function oneOf<Value extends string>(name: string, text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new BadFlags(`--${name} must be one of ${values.join(', ')}, got ${text}`)
  return found
}

const listOf = <Value extends string>(
  name: string,
  text: string,
  values: readonly Value[],
): readonly Value[] => text.split(',').map((one) => oneOf(name, one.trim(), values))

function originsIn(texts: readonly string[] | undefined): ReadonlySet<string> | null {
  if (texts === undefined) return null
  return new Set(texts.map((text) => new URL(address('allowed-origin', text)).origin))
}

/** With its offset from UTC, or the same flag would mean another moment on another machine. */
function instantOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const atMs = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(atMs)) return atMs
  throw new BadFlags(`--${name} must be a moment like 2026-03-02T08:40:00Z, got ${text}`)
}

const originOf = (name: string, text: string | undefined): string | null =>
  text === undefined ? null : new URL(address(name, text)).origin

function address(name: string, text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new BadFlags(`--${name} must be an http or https address, got ${text}`)
  }
  return text
}
