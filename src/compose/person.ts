import type { KeptTexts } from '../lib/kept-texts.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { World } from './world.ts'

/** Who is signed in here, or signing in. */
export type Person = {
  /** As typed; empty where integrated sign-in alone tells the server who they are. */
  readonly typed: () => string
  /**
   * The address that the server knows them by, `lene@contoso.com`, in lower case: what their tabs and their keepsakes go
   * by, so that two people in one browser share nothing. Until it has said so, as it was the last time; else as typed. Empty: nobody knows.
   */
  readonly name: () => string
  readonly become: (typed: string) => void
  /** Whether the server means whom we have taken them for. Where it does not say, we go by what we know. */
  readonly isStill: (uri: SipUri | null) => boolean
  /**
   * The server has said who they are. False: their application was opened by other ids than theirs, since nobody knew;
   * it should be opened anew.
   */
  readonly isCalled: (uri: SipUri | null) => boolean
  /** Per person and browser, so that tabs and reloads share one application. Source: "Multi-Tab Support". */
  readonly keptId: (id: Id) => string
}

type Id = (typeof IDS)[number]
const IDS = ['endpoint', 'instance'] as const

export function createPerson({
  kept,
  uniqueId,
}: Pick<World, 'uniqueId'> & { readonly kept: KeptTexts }): Person {
  let typed = ''
  let name = ''
  /** It is the name of whoever typed the same before, which may have been somebody else. */
  let isGuess = false
  /** Ids made for this sign-in, until it is known whose they are. */
  let fresh = new Map<Id, string>()

  const idOf = (id: Id): string => {
    const known = name === '' ? null : kept.read(`${id}:${name}`)
    if (known !== null) return known
    const own = fresh.get(id) ?? uniqueId()
    fresh.set(id, own)
    return own
  }

  const keepMissing = (ids: ReadonlyMap<Id, string>): void => {
    for (const [id, one] of ids) {
      if (kept.read(`${id}:${name}`) === null) kept.write(`${id}:${name}`, one)
    }
  }

  return {
    typed: () => typed,
    name: () => name,
    become: (asTyped) => {
      typed = asTyped.trim().toLowerCase()
      const before = kept.read(`known-as:${typed}`)
      isGuess = before !== null
      name = before ?? typed
      fresh = new Map()
    },
    isStill: (uri) => uri === null || nameIn(uri) === name,
    isCalled: (uri) => {
      const used = new Map(IDS.map((id) => [id, idOf(id)]))
      const before = name
      const areKept = before !== '' && IDS.some((id) => kept.read(`${id}:${before}`) !== null)
      name = uri === null ? before : nameIn(uri)
      if (name !== typed) kept.write(`known-as:${typed}`, name)
      if ((isGuess || areKept) && name !== before) fresh = new Map() // they are somebody else's
      else if (name !== '') keepMissing(used)
      isGuess = false
      return IDS.every((id) => idOf(id) === used.get(id))
    },
    keptId: idOf,
  }
}

const nameIn = (uri: SipUri): string => uri.replace(/^sips?:/, '')
