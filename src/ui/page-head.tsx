import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { presenceQuery } from '../data/presence.ts'
import { DRAWINGS, signOf } from './parts/sign.ts'
import type { Sign } from './parts/sign.ts'
import { useDrawnStaleNow, useFreshness } from './freshness.ts'
import { useProductName } from './branding.ts'
import { useServices } from './services.ts'
import { signColour } from './theme.ts'
import { useWords } from './words/words.ts'

/** The tab says how one is shown to others, in its title and its icon, and when that may no longer be so. */
export function PageHead() {
  const { signIn } = useStore(useServices().signInStore)
  const { tab } = useWords()
  const product = useProductName()
  return signIn.kind === 'signedIn' ? <OwnHead /> : <title>{tab.signIn(product)}</title>
}

function OwnHead() {
  const { tab, sign: wordOf, wasSign } = useWords()
  const product = useProductName()
  const query = presenceQuery(useServices().ucwa)
  const { data, dataUpdatedAt } = useQuery(query)
  const presence = data ?? null
  const { isStale: isOld } = useFreshness(query.queryKey, dataUpdatedAt)
  const isStale = useDrawnStaleNow()
  const isEnded = useStore(useServices().channelStore, ({ connection }) => ENDED.has(connection.kind))
  if (isStale || isEnded) return <title>{tab.notLive(product)}</title>
  if (presence === null) return <title>{product}</title>
  const sign = signOf(presence.availability, presence.activity)
  if (isOld) return <title>{tab.own(wasSign(sign), product)}</title>
  return (
    <>
      <title>{tab.own(wordOf(sign), product)}</title>
      <link rel="icon" type="image/svg+xml" href={iconOf(sign)} />
    </>
  )
}

const ENDED: ReadonlySet<string> = new Set(['signedOut', 'failed', 'elsewhere'])

/** The sign as a picture of its own, since nothing outside the page knows the theme. */
export function iconOf(sign: Sign): string {
  const { role, base, glyph } = DRAWINGS[sign]
  const colour = signColour(role)
  const ground = '#fff'
  const body =
    base === 'disc'
      ? `<circle cx="8" cy="8" r="8" fill="${colour}"/>`
      : `<circle cx="8" cy="8" r="7.15" fill="${ground}" stroke="${colour}" stroke-width="1.7"${base === 'dashedRing' ? ' stroke-dasharray="2.5 2.03"' : ''}/>`
  const ink = base === 'disc' ? ground : colour
  const drawn =
    glyph === null
      ? ''
      : glyph.width === null
        ? `<path d="${glyph.path}" fill="${ink}"/>`
        : `<path d="${glyph.path}" fill="none" stroke="${ink}" stroke-width="${glyph.width}" stroke-linecap="round" stroke-linejoin="round"/>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${body}${drawn}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}
