import type { ParseXml } from '../lib/xml.ts'
import type { Configuration } from '../ucwa/config.ts'
import {
  readCustomStates,
  recognised,
  textOf,
  type CustomState,
  type CustomStatesMistake,
} from '../ucwa/custom-states.ts'
import { isBelow, isLoopback } from '../ucwa/trust.ts'

/** A text file as it came, or why it did not, for whoever looks after the page. */
export type FileRead =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'unread'; readonly detail: string }

/** One of the company's states in the reader's language, to be published as availability and note. */
export type CustomChoice = {
  readonly id: number
  readonly availability: CustomState['availability']
  readonly text: string
}

/** How far one has got with the file of the company's own states. */
export type CustomStatesFile =
  /** The configuration names none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'read'
      readonly choices: readonly CustomChoice[]
      /** Any state's text in any language → the same state's in the reader's. */
      readonly ownWords: ReadonlyMap<string, string>
    }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly CustomStatesMistake[] }
  | { readonly kind: 'unread'; readonly detail: string }
  | { readonly kind: 'notTrusted'; readonly origin: string }

export type CustomStatesDeps = {
  readonly configuration: Pick<Configuration, 'customStatesUrl' | 'trustedDomains'>
  readonly pageOrigin: string
  /** The reader's language: `en-US`. The server localises activities by the same. */
  readonly culture: string
  readonly readFile: (url: string, signal: AbortSignal) => Promise<FileRead>
  readonly parseXml: ParseXml
}

/** Reads the file that the configuration names. Rejects only when aborted. */
export async function loadCustomStates(
  deps: CustomStatesDeps,
  signal: AbortSignal,
): Promise<CustomStatesFile> {
  const { configuration, pageOrigin, culture } = deps
  const { customStatesUrl: url } = configuration
  if (url === null) return { kind: 'none' }
  const origin = URL.canParse(url) ? new URL(url).origin : pageOrigin // else it lies beside the page
  if (!isTrusted(new URL(origin), deps)) return { kind: 'notTrusted', origin }
  const file = await deps.readFile(url, signal)
  if (file.kind === 'unread') return file
  const read = readCustomStates(file.text, deps.parseXml)
  return read.kind === 'mistaken' ? read : inWordsOf(read.states, culture)
}

/** What is read there goes under one's own name: only from where the page is, or the administrator says. */
function isTrusted({ origin, hostname }: URL, { configuration, pageOrigin }: CustomStatesDeps): boolean {
  if (origin === pageOrigin) return true
  if (isLoopback(hostname)) return isLoopback(new URL(pageOrigin).hostname)
  return configuration.trustedDomains.some((domain) => isBelow(hostname, domain.toLowerCase()))
}

function inWordsOf(states: readonly CustomState[], culture: string): CustomStatesFile {
  const texts = states.flatMap((state) => Array.from(state.texts.values()))
  return {
    kind: 'read',
    choices: states.map((state) => ({
      id: state.id,
      availability: state.availability,
      text: textOf(state, culture),
    })),
    ownWords: new Map(texts.map((text) => [text, recognised(states, text, culture) ?? text])),
  }
}
