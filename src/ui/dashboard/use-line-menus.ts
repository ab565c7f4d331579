import { useCallback } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { useShortcut } from '../keys/use-shortcut.ts'
import { useListRights } from '../manage/use-list-rights.ts'
import { useManaging } from '../manage/use-managing.ts'
import type { Line } from './lines.ts'

/**
 * The menus of groups and people: by their buttons, by the secondary button of a mouse, by a long touch, by Shift+F10 and
 * by the menu key, all of which but the first the browser tells as one event.
 */
export function useLineMenus(lines: readonly Line[], grid: RefObject<HTMLElement | null>) {
  useShortcut('menu', () => false, grid) // the browser tells it
  const manage = useManaging()
  const rights = useListRights()

  const canManage = (line: Line): boolean =>
    line.kind === 'group' &&
    line.of.pending === null &&
    (rights.canCreateGroup || rights.canRemove(line.of.group))

  const openMenu = useCallback(
    (rowKey: string, target: HTMLElement): void => {
      const line = lines.find(({ key }) => key === rowKey)
      if (line?.kind === 'group')
        manage({ kind: 'groupMenu', target, group: line.of.group, size: line.of.members?.length ?? 0 })
      if (line?.kind === 'contact')
        manage({ kind: 'contactMenu', target, contact: line.contact, from: line.from })
    },
    [lines, manage],
  )

  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
    const line = lines.find(({ key }) => key === row?.dataset['row'])
    if (row === null || line === undefined) return
    if (line.kind !== 'contact' && !canManage(line)) return
    event.preventDefault()
    openMenu(line.key, row)
  }

  return { openMenu, onContextMenu, canManage }
}
