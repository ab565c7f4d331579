import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useCallback, useRef, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { ContactRow } from '../contact/contact-row.tsx'
import { TintsProvider } from '../contact/tint.tsx'
import { createTints } from '../contact/tints.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import { GroupHeader } from './group-header.tsx'
import type { Line } from './lines.ts'
import { useRowFocus } from './use-row-focus.ts'
import './people-list.css'

const HEADER_PX = 40
const ROW_PX = 56
/** Two lines and room for a finger. */
const PHONE_ROW_PX = 60
const GROUP_GAP_PX = 12
const PHONE_WIDTH_PX = 640
/** Rows drawn beyond what is seen, so that a quick turn of the wheel finds people there. (Our choice.) */
const OVERSCAN = 6

type PeopleListProps = {
  lines: readonly Line[]
  /** Folds, unfolds, or (null) does whichever is not so. */
  onFold: (groupId: string, fold: boolean | null) => void
  onTryAgain: (groupId: string) => void
}

/** Groups and people as one list, of which only what is seen (and the row with the tab stop) is in the page. */
export function PeopleList({ lines, onFold, onTryAgain }: PeopleListProps) {
  const words = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const stuck = useRef(0)
  const tabStop = useRef(0)
  const [tints] = useState(createTints)

  const rowPx = useRef(ROW_PX)
  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = headerAbove(lines, range.startIndex)
      return [...new Set([stuck.current, tabStop.current, ...defaultRangeExtractor(range)])]
        .filter((index) => index < range.count)
        .sort((a, b) => a - b)
    },
    [lines],
  )
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], rowPx.current) + gapAfter(lines, index),
    getItemKey: (index) => lines[index]?.key ?? index,
    rangeExtractor,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_PX, // what the header that sticks would hide
    initialRect: { width: 1280, height: 800 },
  })
  const widthPx = virtualizer.scrollRect?.width ?? PHONE_WIDTH_PX
  const wantedRowPx = widthPx < PHONE_WIDTH_PX ? PHONE_ROW_PX : ROW_PX
  if (rowPx.current !== wantedRowPx) {
    rowPx.current = wantedRowPx
    virtualizer.measure()
  }

  const focus = useRowFocus({
    lines,
    grid: scroller,
    onFold,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  })
  tabStop.current = focus.index
  const fold = useCallback((groupId: string) => onFold(groupId, null), [onFold])

  const draw = (line: Line, index: number, topPx: number): ReactElement => {
    const place = { rowKey: line.key, rowIndex: index + 1, isTabStop: line.key === focus.key }
    switch (line.kind) {
      case 'group':
        return (
          <GroupHeader
            key={line.key}
            {...place}
            group={line.of.group}
            size={line.of.members?.length ?? null}
            isFolded={line.isFolded}
            onFold={fold}
            topPx={index === stuck.current ? null : topPx}
          />
        )
      case 'contact':
        return (
          <ContactRow key={line.key} {...place} contact={line.contact} topPx={topPx} heightPx={wantedRowPx} />
        )
      case 'reading':
        return <ReadingRow key={line.key} topPx={topPx} heightPx={wantedRowPx} />
      case 'empty':
        return (
          <PlainRow key={line.key} {...place} topPx={topPx}>
            {words.people.emptyGroup}
          </PlainRow>
        )
      case 'failed':
        return (
          <PlainRow key={line.key} {...place} topPx={topPx}>
            {words.people.groupFailed}{' '}
            <TextButton onClick={() => onTryAgain(line.groupId)}>{words.people.tryAgain}</TextButton>
          </PlainRow>
        )
    }
  }

  return (
    <TintsProvider value={tints}>
      <div className="people-list" ref={scroller}>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its rows always has the tab stop */}
        <div
          className="people-list-rows"
          role="grid"
          aria-label={words.people.list}
          aria-rowcount={lines.length}
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={focus.onKeyDown}
          onFocus={focus.onFocus}
          onBlur={focus.onBlur}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            return line === undefined ? null : draw(line, index, start)
          })}
        </div>
      </div>
    </TintsProvider>
  )
}

type PlaceOfRow = { rowKey: string; rowIndex: number; isTabStop: boolean; topPx: number }

function PlainRow({ children, topPx, rowIndex, rowKey, isTabStop }: PlaceOfRow & { children: ReactNode }) {
  return (
    <div
      role="row"
      className="people-list-plain"
      style={{ insetBlockStart: topPx }}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowKey}
    >
      <div role="gridcell">{children}</div>
    </div>
  )
}

/** Somebody's place, kept while the group is read. */
function ReadingRow({ topPx, heightPx }: { topPx: number; heightPx: number }) {
  return (
    <div className="contact-row" style={{ insetBlockStart: topPx, blockSize: heightPx }} aria-hidden="true">
      <div className="contact-row-cell">
        <span className="people-list-nobody" />
        <span className="contact-row-who">
          <Skeleton widthPx={108} />
          <Skeleton widthPx={76} isSmall />
        </span>
        <span className="contact-row-state">
          <Skeleton widthPx={76} />
          <Skeleton widthPx={52} isSmall />
        </span>
      </div>
    </div>
  )
}

function headerAbove(lines: readonly Line[], index: number): number {
  for (let above = index; above > 0; above -= 1) if (lines[above]?.kind === 'group') return above
  return 0
}

const heightOf = (line: Line | undefined, rowPx: number): number =>
  line?.kind === 'group' || line?.kind === 'empty' || line?.kind === 'failed' ? HEADER_PX : rowPx

const gapAfter = (lines: readonly Line[], index: number): number =>
  lines[index + 1]?.kind === 'group' && lines[index]?.kind !== 'group' ? GROUP_GAP_PX : 0
