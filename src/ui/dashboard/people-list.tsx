import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { isOpenGroup, isReadOnDemand } from '../../data/list-change.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import { ContactRow } from '../contact/contact-row.tsx'
import { CARD_GAP_PX, placeOfCard } from '../contact/place-of-card.ts'
import type { PlaceOfCard } from '../contact/place-of-card.ts'
import { TintsProvider } from '../contact/tint.tsx'
import { createTints } from '../contact/tints.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { useListRights } from '../manage/use-list-rights.ts'
import { useManaging } from '../manage/use-managing.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useOpenPerson } from '../person/door.tsx'
import { useWords } from '../words/words.ts'
import { GroupHeader } from './group-header.tsx'
import type { Density } from '../../state/view.ts'
import { groupTitle } from './group-title.ts'
import { alikeTitle } from './alike-title.ts'
import { groupHeadedBy } from './lines.ts'
import type { Line } from './lines.ts'
import { FoundGroupRow, Section } from './found.tsx'
import type { PlaceOfRow } from './place-of-row.ts'
import { usePersonShortcuts } from '../keys/use-person-shortcuts.ts'
import { columnsIn, lineBeside, shelfOf, shelvesOf } from './shelves.ts'
import { useHold } from './use-hold.ts'
import { useLineMenus } from './use-line-menus.ts'
import { useRowFocus } from './use-row-focus.ts'
import { whyNotRead } from './why-not-read.ts'
import './people-list.css'

const HEADER_PX = 40
/** How high somebody's row is, in CSS px. On a phone there is room for a finger. Source: design, sections 2 and 5. */
const ROW_PX: Readonly<Record<Density, readonly [wide: number, phone: number]>> = {
  list: [56, 60],
  compact: [34, 44],
  cards: [132, 132],
}
/** What stands at the sides of the list, and how wide it grows. */
const MARGINS_PX = 32
const PHONE_MARGINS_PX = 16
const CARDS_MOST_PX = 1368
const GROUP_GAP_PX = 12
const PHONE_WIDTH_PX = 640
/** Rows drawn beyond what is seen, so that a quick turn of the wheel finds people there. (Our choice.) */
const OVERSCAN = 6

/** The first person from above, or the group where only one is found. */
export type FirstPerson = {
  focus(): void
  /** The focus returns there when they are closed again. */
  open(returnTo: HTMLElement | null): void
}

type PeopleListProps = {
  lines: readonly Line[]
  /** What the person has chosen to see: another one begins at the top. */
  contents: string
  firstPerson: RefObject<FirstPerson | null>
  density: Density
  /** How many would stand elsewhere, were the list not held. */
  waiting: number
  /** What came last is that a few people have gone elsewhere. */
  isMove: boolean
  /** Whether somebody is about to point at a row, or stands on one. */
  onHold: (isHeld: boolean) => void
  onSortAgain: () => void
  /** Folds, unfolds, or (null) does whichever is not so. */
  onFold: (groupId: string, fold: boolean | null) => void
  onTryAgain: (groupId: string) => void
}

/**
 * Groups and people as one list, of which only what is seen (and the row with the tab stop) is in the page. Longer than most
 * files, so that all that decides where a row stands is read together.
 */
export function PeopleList({
  lines,
  contents,
  firstPerson,
  density,
  waiting,
  isMove,
  onHold,
  onSortAgain,
  onFold,
  onTryAgain,
}: PeopleListProps) {
  const words = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const { roomPx, isPhone } = useRoom(scroller)
  const columns = density === 'cards' ? columnsIn(roomPx) : 1
  const rowPx = ROW_PX[density][isPhone ? 1 : 0]
  const foundGroupPx = ROW_PX.list[isPhone ? 1 : 0]
  const shelves = useMemo(() => shelvesOf(lines, columns), [lines, columns])
  const stuck = useRef(0)
  const tabStop = useRef(0)
  const [tints] = useState(createTints)

  const rangeExtractor = useCallback(
    (range: Range) => {
      stuck.current = shelfOf(shelves, headerAbove(lines, shelves[range.startIndex]?.first ?? 0))
      return [...new Set([stuck.current, tabStop.current, ...defaultRangeExtractor(range)])]
        .filter((index) => index < range.count)
        .sort((a, b) => a - b)
    },
    [lines, shelves],
  )
  const virtualizer = useVirtualizer({
    count: shelves.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => {
      const { first, count } = shelves[at] ?? { first: 0, count: 1 }
      return heightOf(lines[first], rowPx, foundGroupPx) + gapAfter(lines, first + count - 1, density)
    },
    getItemKey: (at) => lines[shelves[at]?.first ?? 0]?.key ?? at,
    rangeExtractor,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_PX, // what the header that sticks would hide
    initialRect: { width: 1280, height: 800 },
  })
  const shape = `${density} ${isPhone} ${columns}`
  const measured = useRef(shape)
  if (measured.current !== shape) {
    measured.current = shape
    virtualizer.measure()
  }

  const isFollowed = useFollowed(lines, shape, isMove)
  const focus = useRowFocus({
    lines,
    grid: scroller,
    onFold,
    scrollTo: (index) => virtualizer.scrollToIndex(shelfOf(shelves, index)),
    lineBeside: (index, step) => lineBeside(shelves, index, step),
    hasColumns: columns > 1,
  })
  tabStop.current = shelfOf(shelves, focus.index)
  const begun = useRef(contents)
  useLayoutEffect(() => {
    if (begun.current === contents) return
    begun.current = contents
    focus.begin()
    scroller.current?.scrollTo({ top: 0 })
  })
  const openPerson = useOpenPerson()
  useImperativeHandle(firstPerson, () => {
    const at = lines.findIndex(({ kind }) => kind === 'contact' || kind === 'foundGroup')
    const line = lines[at]
    return {
      focus: () => (at < 0 ? undefined : focus.moveTo(at)),
      open: (returnTo) => (line?.kind === 'contact' ? openPerson(line.contact, returnTo) : undefined),
    }
  })
  const focused = lines[focus.index]
  usePersonShortcuts(focused?.kind === 'contact' ? focused : null, scroller, scroller)
  const fold = useCallback((groupId: string) => onFold(groupId, null), [onFold])
  const { openMenu, onContextMenu, canManage } = useLineMenus(lines, scroller)
  const manage = useManaging()
  const rights = useListRights()
  const held = useHold(onHold)
  const isStale = useDrawnStaleNow()

  const draw = (line: Line, index: number, topPx: number, column: number, isStuck: boolean): ReactElement => {
    const place = { rowKey: line.key, rowIndex: index + 1, isTabStop: line.key === focus.key }
    const card = { topPx, heightPx: rowPx, column, columns }
    switch (line.kind) {
      case 'group':
        return (
          <GroupHeader
            key={line.key}
            {...place}
            groupId={line.of.group.id}
            title={groupTitle(line.of.group, words)}
            isOnDemand={isReadOnDemand(line.of.group)}
            size={line.of.members?.length ?? null}
            pending={line.of.pending}
            isFolded={line.isFolded}
            onFold={fold}
            onMore={canManage(line) ? openMenu : null}
            topPx={isStuck ? null : topPx}
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
            topPx={isStuck ? null : topPx}
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
            {...card}
            density={density}
          />
        )
      case 'reading':
        return <ReadingRow key={line.key} {...card} density={density} />
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
            <Section of={line.of} filter={line.filter} found={line.found} />
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
            heightPx={foundGroupPx}
          />
        )
    }
  }

  return (
    <TintsProvider value={tints}>
      {/* The chip among what holds it: it may appear right under the pointer. */}
      <div className="people-list-held" {...held}>
        {waiting > 0 && (
          <div className="people-list-waiting">
            <button type="button" className="people-list-sort" onClick={onSortAgain}>
              {words.view.sortAgain(waiting)}
            </button>
          </div>
        )}
        <div
          className={`people-list people-list-${density} ${isFollowed ? 'people-list-moving' : ''}`}
          ref={scroller}
        >
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
            {virtualizer.getVirtualItems().flatMap(({ index: at, start }) => {
              const { first, count } = shelves[at] ?? { first: 0, count: 0 }
              return lines
                .slice(first, first + count)
                .map((line, column) => draw(line, first + column, start, column, at === stuck.current))
            })}
          </div>
        </div>
      </div>
    </TintsProvider>
  )
}

/**
 * How wide cards may stand, and whether this is a phone, which goes by the window: beside somebody's panel the list is as
 * narrow. Drawn before it is seen; the virtualizer looks again only where other rows come into sight.
 */
function useRoom(scroller: RefObject<HTMLElement | null>): {
  readonly roomPx: number
  readonly isPhone: boolean
} {
  const [widthPx, setWidthPx] = useState(1280)
  const [isPhone, setIsPhone] = useState(false)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => {
      setWidthPx(element.clientWidth)
      setIsPhone(element.ownerDocument.documentElement.clientWidth < PHONE_WIDTH_PX)
    }
    measure()
    const observer = new ResizeObserver(() => flushSync(measure))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  return { roomPx: Math.min(CARDS_MOST_PX, widthPx - (isPhone ? PHONE_MARGINS_PX : MARGINS_PX)), isPhone }
}

/** Whether the rows slide to where they stand now: only if the same ones stand there in another order, and nothing else has changed. */
function useFollowed(lines: readonly Line[], shape: string, isMove: boolean): boolean {
  const [last, setLast] = useState({ lines, shape, isFollowed: false })
  if (last.lines === lines && last.shape === shape) return last.isFollowed
  const isFollowed = isMove && last.shape === shape && areTheSame(last.lines, lines)
  setLast({ lines, shape, isFollowed })
  return isFollowed
}

function areTheSame(before: readonly Line[], after: readonly Line[]): boolean {
  if (before.length !== after.length) return false
  const keys = new Set(before.map(({ key }) => key))
  return after.every(({ key }) => keys.has(key))
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

/** Why a group's people are not there. */
function NotRead({ because, onTryAgain }: { because: UcwaFailure | null; onTryAgain: () => void }) {
  const words = useWords()
  const { told, isFinal } = whyNotRead(words, because)
  if (isFinal) return told
  return (
    <>
      {told} <TextButton onClick={onTryAgain}>{words.people.tryAgain}</TextButton>
    </>
  )
}

/** Somebody's place, kept while the group is read. */
function ReadingRow({ density, ...place }: PlaceOfCard & { density: Density }) {
  return (
    <div className="contact-row" style={placeOfCard(place)} aria-hidden="true">
      <div className="contact-row-cell">
        <span className="people-list-nobody" />
        <span className="contact-row-who">
          <Skeleton widthPx={108} />
          {density === 'list' && <Skeleton widthPx={76} isSmall />}
        </span>
        <span className="contact-row-state">
          <Skeleton widthPx={76} />
          {density !== 'compact' && <Skeleton widthPx={52} isSmall />}
        </span>
      </div>
    </div>
  )
}

function headerAbove(lines: readonly Line[], index: number): number {
  for (let above = index; above > 0; above -= 1) if (groupHeadedBy(lines[above]) !== null) return above
  return 0
}

function heightOf(line: Line | undefined, rowPx: number, foundGroupPx: number): number {
  if (line === undefined || line.kind === 'contact' || line.kind === 'reading') return rowPx
  return line.kind === 'foundGroup' ? foundGroupPx : HEADER_PX
}

/** Behind the last line of a shelf. */
const gapAfter = (lines: readonly Line[], index: number, density: Density): number => {
  if (isHeader(lines[index])) return 0
  if (density === 'cards') return CARD_GAP_PX
  return isHeader(lines[index + 1]) ? GROUP_GAP_PX : 0
}

const isHeader = (line: Line | undefined): boolean => groupHeadedBy(line) !== null || line?.kind === 'section'
