import { MenuDivider, MenuGroup, MenuGroupHeader } from '@fluentui/react-components'
import { useStore } from 'zustand'
import type { CustomChoice } from '../../session/custom-states.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { StateLine } from './state-line.tsx'
import type { StateLineActions } from './state-line.tsx'

type CustomStatesProps = StateLineActions & {
  /** Null: none of them is what holds. */
  chosen: CustomChoice | null
}

/** The company's own states in the menu, below the built-in ones; or that their file cannot be used. */
export function CustomStates({ chosen, ...actions }: CustomStatesProps) {
  const { configuration, customStatesStore } = useServices()
  const { choice, mine } = useWords()
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
            {file.choices.map(({ id, availability, text }) => (
              <StateLine
                key={id}
                {...actions}
                choice={{ wanted: availability, note: text }}
                name={text}
                hint={mine.custom.hint(choice(availability))}
                isChosen={id === chosen?.id}
                shortcut={null}
              >
                <bdi>{text}</bdi>
              </StateLine>
            ))}
          </MenuGroup>
        </>
      )
  }
}
