import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuSplitGroup } from '@fluentui/react-components'
import { useStore } from 'zustand'
import { useDrawnStaleNow } from '../freshness.ts'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { StateChoice } from './availability-menu.tsx'
import { isEndedByServer } from './choices.ts'
import { UntilMenu } from './until-menu.tsx'

type CustomStatesProps = {
  /** Where the menus of times stand. */
  mountNode: HTMLElement | null
  onChoose: (chosen: StateChoice, atMs: number | null) => void
  onChooseTime: (chosen: StateChoice) => void
}

/** The company's own states in the menu, below the built-in ones; or that their file cannot be used. */
export function CustomStates({ mountNode, onChoose, onChooseTime }: CustomStatesProps) {
  const { configuration, customStatesStore } = useServices()
  const { choice, me, mine } = useWords()
  const isStale = useDrawnStaleNow()
  const file = useStore(customStatesStore, (states) => states.file)
  switch (file.kind) {
    case 'none':
    case 'reading':
      return null
    case 'mistaken':
      return <p className="menu-hint">{mine.custom.mistaken}</p>
    case 'unread':
    case 'notTrusted':
      return <p className="menu-hint">{mine.custom.unreachable}</p>
    case 'read':
      return (
        <>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{mine.custom.heading(configuration.company)}</MenuGroupHeader>
            {file.choices.map(({ id, availability, text }) => {
              const chosen: StateChoice = { wanted: availability, note: text }
              return (
                <MenuSplitGroup key={id} className="menu-split">
                  <MenuItem
                    className="menu-line"
                    disabled={isStale}
                    title={isStale ? me.whyNot : undefined}
                    icon={<StateSign sign={signOfChoice(availability)} size={16} />}
                    subText={mine.custom.hint(choice(availability))}
                    onClick={() => onChoose(chosen, null)}
                  >
                    <bdi>{text}</bdi>
                  </MenuItem>
                  <UntilMenu
                    mountNode={mountNode}
                    state={text}
                    isEndedByServer={isEndedByServer(availability)}
                    onChoose={(atMs) => onChoose(chosen, atMs)}
                    onChooseTime={() => onChooseTime(chosen)}
                  />
                </MenuSplitGroup>
              )
            })}
          </MenuGroup>
        </>
      )
  }
}
