import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components'
import { AppsListDetailRegular } from '@fluentui/react-icons/svg/apps-list-detail'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { GridRegular } from '@fluentui/react-icons/svg/grid'
import { ListRegular } from '@fluentui/react-icons/svg/list'
import type { ReactElement } from 'react'
import { GROUPINGS, SORTINGS } from '../../state/view.ts'
import type { Density } from '../../state/view.ts'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useArrangedBy } from './use-view.ts'

const ICONS: readonly (readonly [Density, ReactElement])[] = [
  ['cards', <GridRegular key="cards" fontSize={20} />],
  ['list', <AppsListDetailRegular key="list" fontSize={20} />],
  ['compact', <ListRegular key="compact" fontSize={20} />],
]

type ViewMenuProps = { target: HTMLElement | null; onClose: (how: Closed) => void }

/** In a file of its own, since menus are heavy. It stays open, so that several can be chosen, and what they do is seen. */
export function ViewMenu({ target, onClose }: ViewMenuProps) {
  const { viewStore } = useServices()
  const { view } = useWords()
  const { density, grouping, sorting } = useArrangedBy()
  return (
    <ChoiceMenu target={target} onClose={onClose}>
      <MenuGroup>
        <MenuGroupHeader>{view.density}</MenuGroupHeader>
        {ICONS.map(([each, icon]) => (
          <Choice
            key={each}
            word={view.densities(each)}
            icon={icon ?? null}
            isChosen={each === density}
            onChoose={() => viewStore.change({ density: each })}
          />
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{view.grouping}</MenuGroupHeader>
        {GROUPINGS.map((each) => (
          <Choice
            key={each}
            word={view.groupings(each)}
            isChosen={each === grouping}
            onChoose={() => viewStore.change({ grouping: each })}
          />
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{view.sorting}</MenuGroupHeader>
        {SORTINGS.map((each) => (
          <Choice
            key={each}
            word={view.sortings(each)}
            hint={each === 'recent' ? view.recentHint : undefined}
            isChosen={each === sorting}
            onChoose={() => viewStore.change({ sorting: each })}
          />
        ))}
      </MenuGroup>
    </ChoiceMenu>
  )
}

type ChoiceProps = {
  word: string
  hint?: string | undefined
  icon?: ReactElement | undefined
  isChosen: boolean
  onChoose: () => void
}

function Choice({ word, hint, icon, isChosen, onChoose }: ChoiceProps) {
  return (
    <MenuItem
      role="menuitemradio"
      aria-checked={isChosen}
      className={isChosen ? 'menu-line menu-line-chosen' : 'menu-line'}
      icon={icon ?? null}
      secondaryContent={isChosen ? <CheckmarkRegular fontSize={16} aria-hidden="true" /> : null}
      subText={hint ?? null}
      persistOnClick
      onClick={onChoose}
    >
      {word}
    </MenuItem>
  )
}
