import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useCallback, useRef, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { isOpenGroup } from '../../data/list-change.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { ContactRow } from '../contact/contact-row.tsx'
import { TintsProvider } from '../contact/tint.tsx'
import { createTints } from '../contact/tints.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { useListRights } from '../manage/use-list-rights.ts'
import { useManaging } from '../manage/use-managing.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import { GroupHeader } from './group-header.tsx'
import type { Density } from '../../state/view.ts'
import { groupTitle } from './group-title.ts'
import { alikeTitle } from './alike-title.ts'
import { groupHeadedBy, isOnDemand } from './lines.ts'
import type { Line } from './lines.ts'
import { FoundGroupRow, Section } from './found.tsx'
import type { PlaceOfRow } from './place-of-row.ts'
import { usePersonShortcuts } from '../keys/use-person-shortcuts.ts'
import { useHold } from './use-hold.ts'
import { useLineMenus } from './use-line-menus.ts'
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
  density: Density
  /** How many would stand elsewhere, were the list not held. */
  waiting: number
  /** Whether somebody is about to point at a row, or stands on one. */
  onHold: (isHeld: boolean) => void
  onSortAgain: () => void
  /** Folds, unfolds, or (null) does whichever is not so. */
  onFold: (groupId: string, fold: boolean | null) => void
  onTryAgain: (groupId: string) => void
}

/** Groups and people as one list, of which only what is seen (and the row with the tab stop) is in the page. */
export function PeopleList({
  lines,
  density,
  waiting,
  onHold,
  onSortAgain,
  onFold,
  onTryAgain,
}: PeopleListProps) {
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
  const focused = lines[focus.index]
  usePersonShortcuts(focused?.kind === 'contact' ? focused : null, scroller, scroller)
  const fold = useCallback((groupId: string) => onFold(groupId, null), [onFold])
  const { openMenu, onContextMenu, canManage } = useLineMenus(lines)
  const manage = useManaging()
  const rights = useListRights()
  const held = useHold(onHold)
  const isStale = useDrawnStaleNow()

  const draw = (line: Line, index: number, topPx: number): ReactElement => {
    const place = { rowKey: line.key, rowIndex: index + 1, isTabStop: line.key === focus.key }
    switch (line.kind) {
      case 'group':
        return (
          <GroupHeader
            key={line.key}
            {...place}
            groupId={line.of.group.id}
            title={groupTitle(line.of.group, words)}
            isOnDemand={isOnDemand(line.of)}
            size={line.of.members?.length ?? null}
            pending={line.of.pending}
            isFolded={line.isFolded}
            onFold={fold}
            onMore={canManage(line) ? openMenu : null}
            topPx={index === stuck.current ? null : topPx}
          />
        )
      case 'alike':
        return (
          <GroupHeader
            key={line.key}
            {...place}
            groupId={line.id}
            {...alikeTitle(line, words, isStale)}
            isOnDemand={false}
            size={line.size}
            pending={null}
            isFolded={line.isFolded}
            onFold={fold}
            onMore={null}
            topPx={index === stuck.current ? null : topPx}
          />
        )
      case 'contact':
        return (
          <ContactRow
            key={line.key}
            {...place}
            contact={line.contact}
            pending={line.pending}
            isListed={line.isListed}
            onMore={openMenu}
            topPx={topPx}
            heightPx={wantedRowPx}
          />
        )
      case 'reading':
        return <ReadingRow key={line.key} topPx={topPx} heightPx={wantedRowPx} />
      case 'empty':
        return (
          <PlainRow key={line.key} {...place} topPx={topPx}>
            {words.people.emptyGroup}{' '}
            {rights.canChangeMembers && isOpenGroup(line.group) && (
              <TextButton onClick={() => manage({ kind: 'addPeople', group: line.group })}>
                {words.manage.addPeople}
              </TextButton>
            )}
          </PlainRow>
        )
      case 'failed':
        return (
          <PlainRow key={line.key} {...place} topPx={topPx}>
            <NotRead because={line.because} onTryAgain={() => onTryAgain(line.groupId)} />
          </PlainRow>
        )
      case 'section':
        return (
          <PlainRow key={line.key} {...place} topPx={topPx} isHeading>
            <Section of={line.of} found={line.found} />
          </PlainRow>
        )
      case 'foundGroup':
        return (
          <FoundGroupRow
            key={line.key}
            {...place}
            group={line.group}
            isListed={line.isListed}
            topPx={topPx}
            heightPx={wantedRowPx}
          />
        )
    }
  }

  return (
    <TintsProvider value={tints}>
      {waiting > 0 && (
        <div className="people-list-waiting">
          <button type="button" className="people-list-sort" onClick={onSortAgain}>
            {words.view.sortAgain(waiting)}
          </button>
        </div>
      )}
      <div className={`people-list people-list-${density}`} ref={scroller} {...held}>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its rows always has the tab stop */}
        <div
          className="people-list-rows"
          role="grid"
          aria-label={words.people.list}
          aria-rowcount={lines.length}
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={focus.onKeyDown}
          onContextMenu={onContextMenu}
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

type PlainRowProps = PlaceOfRow & { children: ReactNode; isHeading?: boolean }

function PlainRow({ children, topPx, rowIndex, rowKey, isTabStop, isHeading = false }: PlainRowProps) {
  return (
    <div
      role="row"
      className={isHeading ? 'people-list-heading' : 'people-list-plain'}
      style={{ insetBlockStart: topPx }}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowKey}
    >
      <div role="gridcell">{children}</div>
    </div>
  )
}

/** Why a group's people are not there; told as what it is where trying again would change nothing. */
function NotRead({ because, onTryAgain }: { because: UcwaFailure | null; onTryAgain: () => void }) {
  const { people, manage } = useWords()
  if (because?.kind === 'refused' && because.reason.subcode === 'TooManyContacts') return manage.tooBig
  if (because?.kind === 'refused' && because.status === 403) return manage.mayNotOpen
  return (
    <>
      {people.groupFailed} <TextButton onClick={onTryAgain}>{people.tryAgain}</TextButton>
    </>
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
  for (let above = index; above > 0; above -= 1) if (groupHeadedBy(lines[above]) !== null) return above
  return 0
}

const heightOf = (line: Line | undefined, rowPx: number): number =>
  line === undefined || line.kind === 'contact' || line.kind === 'reading' || line.kind === 'foundGroup'
    ? rowPx
    : HEADER_PX

const gapAfter = (lines: readonly Line[], index: number): number =>
  isHeader(lines[index + 1]) && !isHeader(lines[index]) ? GROUP_GAP_PX : 0

const isHeader = (line: Line | undefined): boolean => groupHeadedBy(line) !== null || line?.kind === 'section'
