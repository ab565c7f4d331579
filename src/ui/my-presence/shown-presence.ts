import { useQuery } from '@tanstack/react-query'
import { choiceShown, presenceQuery } from '../../data/presence.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { isUnsettled } from '../../session/publication.ts'
import { useDrawnStaleNow, useFreshness, useKnownAtMs } from '../freshness.ts'
import { OUT_OF_OFFICE, signOf, signOfChoice } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { usePublication } from './use-publication.ts'

/** One's own presence as the screen has it. */
type ShownPresence = {
  readonly sign: Sign | null
  readonly word: string
  readonly aside: string
  readonly look: 'live' | 'pending' | 'stale'
  /** Whether nothing can be published now, since the page is not live; a choice under way stays pending all the same. */
  readonly isStale: boolean
  /** What the server says, whatever is under way. Null: not known. */
  readonly settledWord: string | null
  readonly chosen: PreferredAvailability | null
}

/** The newest choice while its outcome is open, else the server's word; in the past while that may not hold. */
export function useShownPresence(): ShownPresence {
  const words = useWords()
  const query = presenceQuery(useServices().ucwa)
  const { data, dataUpdatedAt } = useQuery(query)
  const publication = usePublication('presence')
  const isStale = useDrawnStaleNow()
  const { isStale: isOld, asOfMs } = useFreshness(query.queryKey, dataUpdatedAt)
  const knownAtMs = useKnownAtMs()
  const todayMs = useTodayMs()

  const settled = data === undefined || data === null ? null : signOf(data.availability, data.activity)
  const settledWord = settled === null ? null : words.sign(settled)
  if (publication !== null && isUnsettled(publication)) {
    const { wanted } = publication.choice
    const sign = wanted === null ? (settled ?? 'unknown') : signOfChoice(wanted)
    const word = wanted === null ? words.me.automatic : chosenWord(words, wanted)
    return { sign, word, aside: words.me.saving, look: 'pending', isStale, settledWord, chosen: wanted }
  }
  if (data === undefined || data === null || settled === null) {
    return { sign: null, word: '', aside: '', look: 'live', isStale, settledWord, chosen: null }
  }
  const chosen = choiceShown(data)
  if (isOld) {
    const atMs = asOfMs ?? knownAtMs
    const aside = atMs === null ? '' : words.asOf(atMs, todayMs)
    return { sign: settled, word: words.wasSign(settled), aside, look: 'stale', isStale, settledWord, chosen }
  }
  const hasOwnWords = data.activity !== null && data.activity !== OUT_OF_OFFICE
  const activity = hasOwnWords ? words.activity(data.activity) : ''
  const aside = activity === settledWord ? '' : activity
  return { sign: settled, word: words.sign(settled), aside, look: 'live', isStale, settledWord, chosen }
}

/** On the button stands what others will see; "Appear away" is for the menu. */
const chosenWord = (words: Words, wanted: PreferredAvailability): string =>
  wanted === 'Offwork' ? words.choice(wanted) : words.sign(signOfChoice(wanted))

/** How a choice is called, a reset among them. */
export const wantedWord = (words: Words, wanted: PreferredAvailability | null): string =>
  wanted === null ? words.me.automatic : chosenWord(words, wanted)
