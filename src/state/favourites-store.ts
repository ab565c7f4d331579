import * as v from 'valibot'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { KeptTexts } from '../lib/kept-texts.ts'
import type { SipUri } from '../ucwa/hal.ts'

/**
 * Whom the person has marked in this browser. UCWA's own pinned group cannot be written, so these stand beside it, and no
 * other device of theirs knows of them.
 */
export type FavouritesStore = StoreApi<{ readonly people: ReadonlySet<SipUri> }> & {
  /** Somebody signs in: theirs from now on. `of` is how they are known here. */
  begin(of: string): void
  toggle(who: SipUri): void
  /** Another tab has written under that key. */
  keptElsewhere(key: string): void
}

const kept = v.array(v.string())

export function createFavouritesStore(texts: KeptTexts, toSipUri: (uri: string) => SipUri): FavouritesStore {
  const store = createStore<{ people: ReadonlySet<SipUri> }>()(() => ({ people: new Set() }))
  let key = ''
  const read = (): ReadonlySet<SipUri> => new Set(parseFavourites(texts.read(key)).map(toSipUri))
  return {
    ...store,
    begin: (of) => {
      key = `favourites:${of}`
      store.setState({ people: read() })
    },
    keptElsewhere: (written) => {
      if (written === key) store.setState({ people: read() })
    },
    toggle: (who) => {
      const { people: shown } = store.getState()
      // Another tab may have written since; a browser that keeps nothing has only what is shown.
      const people = new Set(texts.read(key) === null ? shown : read())
      if (shown.has(who)) people.delete(who)
      else people.add(who)
      store.setState({ people })
      texts.write(key, JSON.stringify([...people]))
    },
  }
}

/** What was kept, as far as it can be read: a broken text costs the favourites, and no more. */
function parseFavourites(text: string | null): readonly string[] {
  try {
    const parsed = v.safeParse(kept, JSON.parse(text ?? '[]'))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}
