import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useStore } from 'zustand'
import type { Contact } from '../../ucwa/contact.ts'
import type { Wall } from '../../state/wall.ts'
import { useProductName } from '../branding.ts'
import { ConnectionWord } from '../dashboard/connection-word.tsx'
import { useAvailabilities } from '../dashboard/tally.ts'
import { useRoster } from '../dashboard/use-roster.ts'
import { whyNotRead } from '../dashboard/why-not-read.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { countTold, counted } from './counted.ts'
import { SHEET_PX, columnsIn, pageAt, pagesOf, shiftAt } from './layout.ts'
import { useWallNotice } from './use-wall-notice.ts'
import { useWallGroups } from './wall-groups.ts'
import type { WallGroup } from './wall-groups.ts'
import { WallTile } from './wall-tile.tsx'
import './wallboard.css'

/** For a screen on a wall: everybody at once, large, with nothing to press. Escape leaves it. */
export function Wallboard({ wall }: { wall: Wall }) {
  const { wallStore } = useServices()
  const words = useWords()
  const isStale = useDrawnStaleNow()
  const notice = useWallNotice()
  const screen = useRef<HTMLElement>(null)
  const size = useSize(screen)
  useEffect(() => {
    const page = screen.current?.ownerDocument
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') wallStore.leave()
    }
    page?.addEventListener('keydown', onKey)
    return () => page?.removeEventListener('keydown', onKey)
  }, [wallStore])
  const scale = size === null ? 1 : size.heightPx / SHEET_PX
  return (
    <main
      ref={screen}
      className={`wall wall-${wall.theme} ${isStale ? 'wall-stale' : ''}`}
      aria-label={words.wall.region}
    >
      {size !== null && (
        <Shifted>
          <div
            className="wall-sheet"
            style={{ inlineSize: size.widthPx / scale, blockSize: SHEET_PX, scale: String(scale) }}
          >
            <People wall={wall} columns={columnsIn(size.widthPx / scale)} isStale={isStale} />
            {notice !== null && (
              <div className="wall-notice" role="status">
                <p className="wall-notice-what">{notice.what}</p>
                {notice.next !== '' && <p className="wall-notice-then">{notice.next}</p>}
              </div>
            )}
          </div>
        </Shifted>
      )}
    </main>
  )
}

function useSize(
  of: RefObject<HTMLElement | null>,
): { readonly widthPx: number; readonly heightPx: number } | null {
  const [size, setSize] = useState<{ readonly widthPx: number; readonly heightPx: number } | null>(null)
  useLayoutEffect(() => {
    const element = of.current
    if (element === null) return undefined
    const measure = (): void =>
      setSize({ widthPx: element.clientWidth, heightPx: Math.max(1, element.clientHeight) })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return size
}

/** A component of its own, so that a minute that passes draws nothing else again. */
function Shifted({ children }: { children: ReactNode }) {
  const at = useStore(useServices().nowStore, ({ nowMs }) => {
    const { x, y } = shiftAt(nowMs)
    return `${x}px ${y}px`
  })
  return (
    <div className="wall-shifted" style={{ translate: at }}>
      {children}
    </div>
  )
}

function People({ wall, columns, isStale }: { wall: Wall; columns: number; isStale: boolean }) {
  const words = useWords()
  const product = useProductName()
  const opened = useMemo(() => new Set(wall.groups), [wall.groups])
  const { groups: listed, failed, lastFailure } = useRoster(opened)
  const groups = useWallGroups(listed, failed, wall)
  const pages = useMemo(() => (groups === null ? [] : pagesOf(groups, columns)), [groups, columns])
  const at = useStore(useServices().nowStore, ({ nowMs }) => pageAt(nowMs, pages.length))
  const page = pages[at] ?? []
  const availabilityOf = useAvailabilities(true)
  const everybody = useMemo(
    () => [
      ...new Map(
        (groups ?? []).flatMap(({ members }) => members.map((one) => [one.uri, one] as const)),
      ).values(),
    ],
    [groups],
  )
  const inAll = counted(everybody, availabilityOf)
  // Of a part, or of nothing, no number is told of the whole.
  const isWhole = groups?.every(({ group }) => group.standing.kind === 'read') === true
  const isReading = groups?.every(({ group }) => group.standing.kind === 'reading') === true
  return (
    <>
      <header className="wall-head">
        <h1 className="wall-title">
          <bdi>{wall.title === '' ? product : wall.title}</bdi>
        </h1>
        {!isStale && isWhole && everybody.length > 0 && (
          <p className="wall-count">
            {inAll.read > 0 && <StateSign sign="available" size={36} />}
            {countTold(words, inAll, words.people.availableOf)}
          </p>
        )}
        <Clock />
      </header>
      {groups === null && lastFailure !== null ? (
        <p className="wall-nobody">{words.people.failed}</p>
      ) : groups?.length === 0 ? (
        <p className="wall-nobody">{words.wall.nobody}</p>
      ) : groups === null || isReading ? (
        <p className="wall-nobody">{words.wall.reading}</p>
      ) : (
        <div
          key={at}
          className="wall-columns"
          style={{
            gridTemplateColumns: `repeat(${Math.min(columns, Math.max(page.length, pages.length > 1 ? columns : 2))}, minmax(0, 1fr))`,
          }}
        >
          {page.map(({ group, members, isFirst }) => (
            <section
              key={`${group.id} ${members[0]?.uri}`}
              className="wall-column"
              aria-label={isFirst ? group.title : undefined}
            >
              <div className="wall-group">
                {isFirst && (
                  <>
                    <h2 className="wall-group-title">
                      <bdi>{group.title}</bdi>
                    </h2>
                    {!isStale && group.standing.kind === 'read' && (
                      <p className="wall-group-count">
                        {countTold(
                          words,
                          counted(membersOf(groups, group), availabilityOf),
                          words.wall.availableOf,
                        )}
                      </p>
                    )}
                  </>
                )}
              </div>
              {/* A group that goes on in a further column is one region, and two lists. */}
              {group.standing.kind === 'read' ? (
                <ul className="wall-tiles" aria-label={group.title}>
                  {members.map((contact) => (
                    <WallTile key={contact.uri} contact={contact} hasNotes={wall.hasNotes} />
                  ))}
                </ul>
              ) : (
                <p className="wall-group-told">
                  {group.standing.kind === 'reading'
                    ? words.wall.reading
                    : whyNotRead(words, group.standing.because).told}
                </p>
              )}
            </section>
          ))}
        </div>
      )}
      <footer className="wall-foot">
        <ConnectionWord />
        {pages.length > 1 && <p>{words.wall.page(at + 1, pages.length)}</p>}
        <p className="wall-foot-end">{wall.hasNotes ? '' : words.wall.notesHidden}</p>
      </footer>
    </>
  )
}

const membersOf = (
  groups: readonly { readonly group: WallGroup; readonly members: readonly Contact[] }[],
  group: WallGroup,
): readonly Contact[] => groups.find((one) => one.group === group)?.members ?? []

function Clock() {
  const { moments } = useWords()
  const time = useStore(useServices().nowStore, ({ nowMs }) => moments.clock(nowMs))
  return <p className="wall-clock">{time}</p>
}
