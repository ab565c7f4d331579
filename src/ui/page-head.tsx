import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { presenceQuery } from '../data/presence.ts'
import { signOf } from './parts/sign.ts'
import { useDrawnStaleNow, useFreshness } from './freshness.ts'
import { useProductName } from './branding.ts'
import { useServices } from './services.ts'
import { iconOf } from './tab-icon.ts'
import { useWords } from './words/words.ts'

/** The tab says how one is shown to others, in its title and its icon, and when that may no longer be so. */
export function PageHead() {
  const { signIn } = useStore(useServices().signInStore)
  const { tab } = useWords()
  const product = useProductName()
  if (signIn.kind !== 'signedIn') return <title>{tab.signIn(product)}</title>
  return <OwnHead isWatching={signIn.onlyWatch} />
}

function OwnHead({ isWatching }: { isWatching: boolean }) {
  const { tab, me, wall, sign: wordOf, wasSign } = useWords()
  const isWall = useStore(useServices().wallStore, (hung) => hung.wall !== null)
  const product = useProductName()
  const query = presenceQuery(useServices().ucwa)
  const { data, dataUpdatedAt } = useQuery(query)
  const presence = data ?? null
  const { isStale: isOld } = useFreshness(query.queryKey, dataUpdatedAt)
  const isStale = useDrawnStaleNow()
  const isEnded = useStore(useServices().channelStore, ({ connection }) => ENDED.has(connection.kind))
  const isNotLive = isStale || isEnded
  const sign = presence === null ? null : signOf(presence.availability, presence.activity)
  const state = isWall
    ? wall.title
    : sign === null
      ? isWatching
        ? me.onlyWatching
        : null
      : isOld
        ? wasSign(sign)
        : wordOf(sign)
  const title = isNotLive ? tab.notLive(product) : state === null ? product : tab.own(state, product)
  const unseen = useStore(useServices().alertsStore, (alerts) => alerts.unseen)
  return (
    <>
      <title>{unseen === 0 ? title : tab.unseen(unseen, title)}</title>
      {sign !== null && (
        <link rel="icon" type="image/svg+xml" href={iconOf(sign, isNotLive || isOld ? 'stale' : 'live')} />
      )}
    </>
  )
}

const ENDED: ReadonlySet<string> = new Set(['signedOut', 'failed', 'elsewhere'])
