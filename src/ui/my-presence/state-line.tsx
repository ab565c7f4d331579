import { MenuItem, MenuSplitGroup } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PreferredAvailability } from '../../ucwa/availability.ts'
import { useDrawnStaleNow } from '../freshness.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { canEndByItself } from '../../ucwa/presence.ts'
import { signOfChoice } from '../parts/sign.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { useWords } from '../words/words.ts'
import { UntilMenu } from './until-menu.tsx'

/** What is to be published by one click. */
export type StateChoice = {
  /** Null resets to automatic. */
  readonly wanted: PreferredAvailability | null
  /** One of the company's own states is published with its text for a note; null: the note is left alone. */
  readonly note: string | null
}

/** What every line that sets a state has in common. */
export type StateLineActions = {
  /** Where the menus of times stand. */
  mountNode: HTMLElement | null
  /** `atMs`: until then; null: until something else is chosen. */
  onChoose: (choice: StateChoice, atMs: number | null) => void
  onChooseTime: (choice: StateChoice) => void
}

type StateLineProps = StateLineActions & {
  choice: StateChoice & { readonly wanted: PreferredAvailability }
  /** How the state is called. */
  name: string
  /** The same to be looked at, where it has to be set apart. */
  children?: ReactNode
  /** What others will see, where it is not what one chooses. */
  hint: string | null
  isChosen: boolean
  /** Which keys choose it; null: none. */
  shortcut: ShortcutId | null
}

/** A state in the menu and, in its second half, until when. */
export function StateLine(props: StateLineProps) {
  const { choice, name, children = name, hint, isChosen, shortcut } = props
  const { mountNode, onChoose, onChooseTime } = props
  const { me } = useWords()
  const isStale = useDrawnStaleNow()
  return (
    <MenuSplitGroup className={isChosen ? 'menu-split menu-split-chosen' : 'menu-split'}>
      <MenuItem
        role="menuitemradio"
        aria-checked={isChosen}
        className={isChosen ? 'menu-line menu-line-chosen' : 'menu-line'}
        disabled={isStale}
        title={isStale ? me.whyNot : undefined}
        icon={<StateSign sign={signOfChoice(choice.wanted)} size={16} />}
        subText={hint}
        secondaryContent={shortcut === null ? null : <KeyCaps of={shortcut} after="s" />}
        onClick={() => onChoose(choice, null)}
      >
        {children}
      </MenuItem>
      <UntilMenu
        mountNode={mountNode}
        state={name}
        isEndedByServer={canEndByItself(choice.wanted)}
        onChoose={(atMs) => onChoose(choice, atMs)}
        onChooseTime={() => onChooseTime(choice)}
      />
    </MenuSplitGroup>
  )
}
