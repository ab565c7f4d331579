import type { PreferredAvailability } from '../ucwa/availability.ts'
import type { Appearance } from '../ucwa/ucwa-client.ts'
import type { Href, SipUri } from '../ucwa/hal.ts'
import type { ChannelPlace } from '../ucwa/overheard.ts'
import type { TokenPass } from '../ucwa/token.ts'
import type { AlertWord } from './alerts-book.ts'
import type { ChannelState } from './channel-state.ts'
import type { StandingSubscription } from './left-subscriptions.ts'
import type { MineWord } from './mine.ts'

/** What tabs that are signed in as the same person tell one another. No password is ever among it. */
export type TabWord =
  | MineWord
  | AlertWord
  /** Just come. Answered by everybody with `here`, and by the leader with its state as well. */
  | { readonly kind: 'hello' | 'here'; readonly isVisible: boolean }
  | { readonly kind: 'bye' }
  /** The leader's channel; what it has heard is in it, before the next poll goes out. */
  | { readonly kind: 'state'; readonly state: ChannelState; readonly nextTryAtMs: number | null }
  /** Something went unheard; and where the application is now. */
  | { readonly kind: 'gap'; readonly application: Href | null }
  /** To the leader: an answer that this tab got says where the event channel goes on. */
  | { readonly kind: 'overheard'; readonly place: ChannelPlace }
  /** Only those people's changes went unheard. */
  | { readonly kind: 'unheard'; readonly whom: readonly SipUri[] }
  /** The leader's subscriptions, which outlive it: whoever leads next deletes them once it has its own. */
  | { readonly kind: 'subscribed'; readonly standing: readonly StandingSubscription[] }
  /** The person did something in that tab. */
  | { readonly kind: 'touched' }
  /** To the leader: the person wants it tried now, wants it here, wants it begun again. */
  | { readonly kind: 'tryNow' | 'startAgain' }
  /** As the person wants to be seen from now on. */
  | {
      readonly kind: 'appearance'
      readonly wanted: Appearance['kind']
      readonly chosen: PreferredAvailability | null
    }
  /** Somebody's tokens have ended; and here are newer ones. */
  | { readonly kind: 'askTokens' }
  | { readonly kind: 'tokens'; readonly passed: TokenPass }
  /** To the leader: reads are refused their token here. It has the channel prove itself, and passes on what it renews. */
  | { readonly kind: 'doubt' }
  | { readonly kind: 'signedOut' }
  /** From a tab in which nobody is signed in yet, to `ANYBODY`; answered to the same. */
  | { readonly kind: 'whoIsThere' }
  | { readonly kind: 'iAm'; readonly address: string }

/** Of a build that speaks otherwise, nothing is taken. */
export const TAB_LANGUAGE = 'presence-board-1'

/** The person of whoever has not said yet who they are. */
export const ANYBODY = ''

export type TabMessage = {
  readonly language: typeof TAB_LANGUAGE
  readonly from: string
  /** In lower case. Two people in one browser never share. */
  readonly person: string
  readonly word: TabWord
}

/** The line between the tabs of one browser profile and origin; nobody hears themselves. */
export type TabLine = {
  post(message: TabMessage): void
  /** Answers how to stop. */
  onMessage(listener: (message: TabMessage) => void): () => void
}

/** The tabs of one person, as one of them sees the others. */
export type Tabs = {
  say(word: TabWord): void
  /** Answers how to stop. */
  onWord(listener: (word: TabWord) => void): () => void
  /** How many others there are; one that crashed may still be counted. */
  others(): number
  isAnyOtherVisible(): boolean
  /** Says good-bye. */
  leave(): void
}

/** Joins the tabs of that person and greets them. */
export function joinTabs(
  line: TabLine,
  me: { readonly tab: string; readonly person: string; readonly isVisible: () => boolean },
): Tabs {
  const others = new Map<string, { readonly isVisible: boolean }>()
  const listeners = new Set<(word: TabWord) => void>()
  const say = (word: TabWord, person = me.person): void =>
    line.post({ language: TAB_LANGUAGE, from: me.tab, person, word })

  const stop = line.onMessage(({ from, person, word }) => {
    if (person === ANYBODY && word.kind === 'whoIsThere') say({ kind: 'iAm', address: me.person }, ANYBODY)
    if (person !== me.person) return
    if (word.kind === 'bye') others.delete(from)
    if (word.kind === 'hello' || word.kind === 'here') others.set(from, word)
    if (word.kind === 'hello') say({ kind: 'here', isVisible: me.isVisible() })
    for (const listener of listeners) listener(word)
  })
  say({ kind: 'hello', isVisible: me.isVisible() })

  return {
    say,
    onWord: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    others: () => others.size,
    isAnyOtherVisible: () => Array.from(others.values()).some(({ isVisible }) => isVisible),
    leave: () => {
      say({ kind: 'bye' })
      stop()
      listeners.clear()
    },
  }
}
