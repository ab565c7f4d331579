import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { useStore } from 'zustand'
import { useDrawnStaleNow } from '../freshness.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { endOfDayMs, LENGTHS_MINUTES } from './until-times.ts'

const MINUTE_MS = 60_000

type UntilMenuProps = {
  /** Within the page's landmarks, but beside the menu that it belongs to, which may have to scroll. */
  mountNode: HTMLElement | null
  /** How the state is called. */
  state: string
  /** Whether the server ends it by itself after a day. */
  isEndedByServer: boolean
  /** Null: until something else is chosen. */
  onChoose: (atMs: number | null) => void
  onChooseTime: () => void
}

/** The second half of a line of the menu: until when. */
export function UntilMenu({ mountNode, state, isEndedByServer, onChoose, onChooseTime }: UntilMenuProps) {
  const { me, mine, moments } = useWords()
  const isStale = useDrawnStaleNow()
  const off = { disabled: isStale, title: isStale ? me.whyNot : undefined }
  return (
    <Menu
      mountNode={mountNode}
      positioning={{ position: 'after', align: 'top', offset: 2, strategy: 'fixed' }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem {...off} className="menu-line menu-line-until" aria-label={mine.until.open(state)} />
      </MenuTrigger>
      <MenuPopover className="menu menu-until">
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{mine.until.of(state)}</MenuGroupHeader>
            <Times onChoose={onChoose} clock={moments.clock} off={off} />
            <MenuItem {...off} className="menu-line" onClick={onChooseTime}>
              {mine.until.chooseTime}
            </MenuItem>
          </MenuGroup>
          <MenuDivider />
          <MenuItem {...off} className="menu-line" onClick={() => onChoose(null)}>
            {mine.until.iChangeIt}
          </MenuItem>
          <p className="menu-hint">{isEndedByServer ? mine.until.hintBusy : mine.until.hint}</p>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

type TimesProps = {
  onChoose: (atMs: number) => void
  clock: (atMs: number) => string
  off: { readonly disabled: boolean; readonly title: string | undefined }
}

/** A component of its own, so that only an open menu follows the clock. */
function Times({ onChoose, clock, off }: TimesProps) {
  const { until } = useWords().mine
  const { nowStore, preferencesStore } = useServices()
  const nowMs = useStore(nowStore, (now) => now.nowMs)
  const endOfDay = useStore(preferencesStore, (preferences) => preferences.endOfDay)
  const endMs = endOfDayMs(nowMs, endOfDay)
  const lengths = LENGTHS_MINUTES.map((minutes) => ({
    text: minutes < 60 ? until.minutes(minutes) : until.hours(minutes / 60),
    atMs: nowMs + minutes * MINUTE_MS,
  }))
  const times = endMs === null ? lengths : [...lengths, { text: until.endOfDay, atMs: endMs }]
  return times.map(({ text, atMs }) => (
    <MenuItem
      {...off}
      key={text}
      className="menu-line"
      secondaryContent={clock(atMs)}
      onClick={() => onChoose(atMs)}
    >
      {text}
    </MenuItem>
  ))
}
