import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { memo } from 'react'
import type { Ref } from 'react'
import type { Pending } from '../../data/roster.ts'
import type { Counts } from '../../data/tally.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import type { Role, Sign } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { countsIn } from './counts-in.ts'
import { availableIn } from './filter.ts'
import { useCounts } from './tally.ts'
import './group-header.css'

type GroupHeaderProps = {
  /** By which its people are counted. */
  groupId: string
  title: string
  /** Before the title, of a group of people who are of one state. */
  sign?: Sign | null
  isOnDemand: boolean
  /** How many people it has; null while they are being read. */
  size: number | null
  pending: Pending | null
  isFolded: boolean
  onFold: (groupId: string) => void
  /** Opens its menu; null: the server lets one do nothing with it. */
  onMore: ((rowKey: string, target: HTMLElement) => void) | null
  /** Null: it sticks to the top while its people pass below. */
  topPx: number | null
  rowIndex: number
  isTabStop: boolean
  rowKey: string
  ref?: Ref<HTMLDivElement>
}

export const GroupHeader = memo(function GroupHeader(props: GroupHeaderProps) {
  const { groupId, title, sign = null, size, pending, isFolded, onFold, onMore } = props
  const { topPx, rowIndex, isTabStop, rowKey, ref } = props
  const words = useWords()
  const counts = useCounts(groupId)
  const isStale = useDrawnStaleNow()
  const summary =
    pending === null
      ? summaryOf(words, props.isOnDemand, size, counts, isStale)
      : words.manage.pending(pending)
  const isCounted = counts !== null && counts.read > 0 && size !== null && pending === null && !isStale
  const short = isCounted ? countsIn(words, counts, words.wall.availableOf(availableIn(counts), size)) : null
  return (
    <div
      ref={ref}
      role="row"
      className={topPx === null ? 'group-header group-header-stuck' : 'group-header'}
      style={topPx === null ? undefined : { insetBlockStart: topPx }}
      aria-label={words.people.groupName(title, summary)}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowKey}
    >
      <div role="gridcell" className="group-header-cell">
        {/* For the pointer and for readers; the list hears the keys for all its rows. */}
        <button
          type="button"
          className="group-header-button"
          tabIndex={-1}
          aria-expanded={!isFolded}
          aria-label={words.people.groupName(title, summary)}
          onClick={() => onFold(groupId)}
        >
          <ChevronDownRegular
            className={isFolded ? 'group-header-chevron group-header-chevron-folded' : 'group-header-chevron'}
            fontSize={16}
            aria-hidden="true"
          />
          {sign !== null && <StateSign sign={sign} size={14} look={isStale ? 'stale' : 'live'} />}
          <bdi className="group-header-title">{title}</bdi>
          <span
            className={short === null ? 'group-header-summary' : 'group-header-summary group-header-long'}
          >
            {summary}
          </span>
          {short !== null && <span className="group-header-summary group-header-short">{short}</span>}
          {counts !== null && size !== null && pending === null && !isStale && <Mix counts={counts} />}
        </button>
        {onMore !== null && (
          <button
            type="button"
            className="group-header-more"
            tabIndex={isTabStop ? 0 : -1}
            aria-label={words.manage.moreFor(title)}
            title={words.manage.moreFor(title)}
            aria-haspopup="menu"
            onClick={(event) => onMore(rowKey, event.currentTarget)}
          >
            <MoreHorizontalRegular fontSize={20} aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  )
})

function summaryOf(
  words: Words,
  isOnDemand: boolean,
  size: number | null,
  counts: Counts | null,
  isStale: boolean,
): string {
  if (size === null) return isOnDemand ? words.manage.distributionGroup : ''
  if (isStale) return words.moments.number(size)
  if (counts === null || counts.read === 0) return words.people.count(size)
  return countsIn(words, counts, words.people.availableOf(availableIn(counts), size))
}

const STRIP = { inlineSize: 112, blockSize: 6, gap: 2, leastPart: 3 }

/**
 * The mix of states as a strip. Decorative: the words beside it and the rows below say it. Drawn, since parts that were
 * laid out would push one another about for as long as people are read.
 */
function Mix({ counts: { by, total, read } }: { counts: Counts }) {
  const counted: readonly (readonly [Role, number])[] = [
    ['available', by.Online + by.IdleOnline],
    ['busy', by.Busy + by.IdleBusy + by.DoNotDisturb],
    ['away', by.Away + by.BeRightBack],
    ['neutral', by.Offline + by.Unknown + (total - read)],
  ]
  const parts = counted.filter(([, count]) => count > 0)
  const room = STRIP.inlineSize - STRIP.gap * (parts.length - 1) - STRIP.leastPart * parts.length
  let start = 0
  return (
    <svg
      className="group-header-mix"
      viewBox={`0 0 ${STRIP.inlineSize} ${STRIP.blockSize}`}
      aria-hidden="true"
    >
      {parts.map(([role, count]) => {
        const size = STRIP.leastPart + (room * count) / Math.max(1, total)
        const x = start
        start += size + STRIP.gap
        return (
          <rect
            key={role}
            className={`group-header-${role}`}
            x={x}
            width={size}
            height={STRIP.blockSize}
            rx="3"
          />
        )
      })}
    </svg>
  )
}
