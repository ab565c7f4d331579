import { SHORTCUTS, isSingle } from './shortcuts.ts'
import type { ShortcutId } from './shortcuts.ts'

/** A key going down, as far as it matters here; a `KeyboardEvent` is one. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing' | 'timeStamp'
>

/** Where it goes down: in a text, in something that has keys of its own (a menu, a dialog), or elsewhere on the page. */
export type Place = 'text' | 'own' | 'page'

/** What a shortcut does. `at`: which of its keys it was. False: nothing, so that the key does what it does without us. */
export type Act = (at: number) => boolean | undefined | void

export type Registration = {
  readonly act: Act
  /** Whether it is meant from where the focus is. Who answers true goes before those who are always meant (null). */
  readonly isMeant: (() => boolean) | null
}

/** Who does what, and what a key means now. `subscribe` and `get` fit `useSyncExternalStore`. */
export type Keys = {
  /** Answers how to take it back. */
  register(id: ShortcutId, registration: Registration): () => void
  /** True: it was ours, and nobody else's any more. */
  press(press: KeyPress, place: Place): boolean
  /** The person does something else: what was begun is not gone on with. */
  interrupt(): void
  /** What somebody does at present. */
  get(): ReadonlySet<ShortcutId>
  subscribe(listener: () => void): () => void
}

/** The second key of two comes within this time. (Our choice.) */
const NEXT_WITHIN_MS = 5_000

/** @param areSinglesOn whether keys that type a character count */
export function createKeys(areSinglesOn: () => boolean): Keys {
  const registered = new Map<ShortcutId, readonly Registration[]>()
  const listeners = new Set<() => void>()
  let inUse: ReadonlySet<ShortcutId> = new Set()
  let begun: { readonly key: string; readonly atMs: number } | null = null

  const change = (id: ShortcutId, of: readonly Registration[]): void => {
    if (of.length === 0) registered.delete(id)
    else registered.set(id, of)
    const isNew = registered.size !== inUse.size
    if (isNew) inUse = new Set(registered.keys())
    if (isNew) for (const listener of listeners) listener()
  }

  /** The innermost that is meant; of those that are always meant, the last to come. */
  const actOf = (id: ShortcutId): Act | null => {
    const all = registered.get(id)?.toReversed() ?? []
    const meant = all.find(({ isMeant }) => isMeant?.()) ?? all.find(({ isMeant }) => isMeant === null)
    return meant?.act ?? null
  }

  const run = (keys: string): boolean => {
    if (isSingle(keys) && !areSinglesOn()) return false
    const shortcut = SHORTCUTS.find((one) => one.keys.includes(keys))
    const act = shortcut === undefined ? null : actOf(shortcut.id)
    if (shortcut === undefined || act === null) return false
    const isDone = act(shortcut.keys.indexOf(keys))
    return isDone ?? true
  }

  const isBeginning = (key: string): boolean =>
    areSinglesOn() &&
    SHORTCUTS.some(({ id, keys }) => keys.some((one) => one.startsWith(`${key} `)) && actOf(id) !== null)

  return {
    register: (id, registration) => {
      change(id, [...(registered.get(id) ?? []), registration])
      return () => change(id, registered.get(id)?.filter((one) => one !== registration) ?? [])
    },
    press: (press, place) => {
      if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return false
      const key = keyOf(press)
      if (key === null) return false
      const first = begun !== null && press.timeStamp - begun.atMs <= NEXT_WITHIN_MS ? begun.key : null
      begun = null
      // The menu that the first key opened has the focus by now.
      if (first !== null && place !== 'text' && run(`${first} ${key}`)) return true
      if (place === 'text' ? !NEVER_TYPED.has(key) : place === 'own') return false
      if (press.repeat && isSingle(key) && !REPEATED.has(key)) return false
      const isBegun = isBeginning(key)
      if (isBegun) begun = { key, atMs: press.timeStamp }
      return run(key) || isBegun
    },
    interrupt: () => {
      begun = null
    },
    get: () => inUse,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Of no use in a text. */
const NEVER_TYPED: ReadonlySet<string> = new Set(['F6', 'Shift+F6'])

/** Held down they go on and on, as arrows do. */
const REPEATED: ReadonlySet<string> = new Set(['j', 'k'])

/**
 * The key by the table's name; null: Shift with a letter, or a key that only goes with others. Where a layout has no Latin
 * letters, or its digits above other signs, the key that lies where they do elsewhere.
 */
function keyOf({ key, code, shiftKey }: KeyPress): string | null {
  if (MODIFIERS.has(key)) return null
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key
  if (/^[a-z]$/i.test(key)) return shiftKey ? null : key.toLowerCase()
  if (SIGNS.has(key)) return key
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code)
  return shiftKey ? null : (place?.[1]?.toLowerCase() ?? place?.[2] ?? null)
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph'])
/** What the table knows by its sign, wherever a layout has it. */
const SIGNS: ReadonlySet<string> = new Set(
  SHORTCUTS.flatMap(({ keys }) => keys.flatMap((one) => one.split(' '))).filter((key) =>
    /^[^a-z]$/.test(key),
  ),
)
