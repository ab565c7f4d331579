import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { useStore } from 'zustand'
import { isSameDistributionGroup } from '../../data/list-change.ts'
import { canAddToList } from '../../ucwa/distribution-group.ts'
import type { Filter } from '../../state/view.ts'
import type { Group } from '../../ucwa/groups.ts'
import { useListRights } from '../manage/use-list-rights.ts'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import type { Found } from './lines.ts'
import type { PlaceOfRow } from './place-of-row.ts'
import './found.css'

type SectionProps = { of: 'yourPeople' | 'directory'; filter: Filter | null; found: Found }

/** Heads what a search has found in one place, with how many; of those that a chip leaves, it says so. */
export function Section({ of, filter, found }: SectionProps) {
  const words = useWords()
  const title = words.manage[of]
  return (
    <span className="found-section">
      <span>{filter === null ? title : `${title} · ${words.people.chip[filter]}`}</span>
      <span className="found-count">{foundWords(words, found)}</span>
    </span>
  )
}

function foundWords({ manage, moments }: Words, found: Found): string {
  switch (found.kind) {
    case 'searching':
      return manage.searching
    case 'failed':
      return manage.directoryFailed
    case 'found':
      return found.hasMore ? manage.more(found.count) : moments.number(found.count)
  }
}

type FoundGroupRowProps = PlaceOfRow & { group: Group; isListed: boolean; heightPx: number }

/** A distribution group that the directory has, to be put on the list. */
export function FoundGroupRow(props: FoundGroupRowProps) {
  const { group, isListed, topPx, heightPx, rowIndex, rowKey, isTabStop } = props
  const { manage } = useWords()
  const { listChanges } = useServices()
  const { canChangeMembers, isStale } = useListRights()
  const isUnderWay = useStore(listChanges, ({ changes }) =>
    changes.some(
      ({ change, standing }) =>
        change.kind === 'addGroup' &&
        isSameDistributionGroup(change.group, group) &&
        standing.kind !== 'refused',
    ),
  )
  const standing = isUnderWay ? manage.pending('adding') : isListed ? manage.onYourList : ''
  return (
    <div
      role="row"
      className="found-group"
      style={{ insetBlockStart: topPx, blockSize: heightPx }}
      aria-label={[group.name, manage.distributionGroup, standing].filter((part) => part !== '').join(', ')}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowKey}
    >
      <div role="gridcell" className="found-group-cell">
        <span className="found-group-sign">
          <PeopleTeamRegular fontSize={20} aria-hidden="true" />
        </span>
        <span className="found-group-name">
          <bdi>{group.name}</bdi>
          <span className="found-count">{manage.distributionGroup}</span>
        </span>
        {standing !== '' && <span className="found-count">{standing}</span>}
        {standing === '' && canChangeMembers && canAddToList(group) && (
          <TextButton
            tabIndex={isTabStop ? 0 : -1}
            aria-disabled={isStale}
            title={isStale ? manage.whyNot : undefined}
            aria-label={manage.addToList(group.name)}
            onClick={isStale ? undefined : () => listChanges.make({ kind: 'addGroup', group })}
          >
            {manage.add}
          </TextButton>
        )}
      </div>
    </div>
  )
}
