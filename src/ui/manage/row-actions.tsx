import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add'
import type { Contact } from '../../ucwa/contact.ts'
import { WatchRowAction } from '../watching/watch-row-action.tsx'
import { useWords } from '../words/words.ts'
import { useListRights } from './use-list-rights.ts'
import { useManaging } from './use-managing.ts'
import './row-actions.css'

type RowActionsProps = {
  contact: Contact
  isListed: boolean
  isTabStop: boolean
  onMore: (target: HTMLElement) => void
}

/** What can be done with somebody from their row: cells of it, reached by Tab from the row. */
export function RowActions({ contact, isListed, isTabStop, onMore }: RowActionsProps) {
  const { manage } = useWords()
  const open = useManaging()
  const { canChangeMembers, isStale } = useListRights()
  const tabIndex = isTabStop ? 0 : -1
  const label = isListed ? manage.moreFor(contact.name) : manage.addToList(contact.name)
  if (!isListed && !canChangeMembers) return null
  return (
    <span className={isListed ? 'row-actions' : 'row-actions row-actions-always'}>
      {isListed && <WatchRowAction contact={contact} tabIndex={tabIndex} />}
      {isListed ? (
        <button
          type="button"
          className="row-action"
          tabIndex={tabIndex}
          aria-label={label}
          title={label}
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation() // the row's own press opens the person
            onMore(event.currentTarget)
          }}
        >
          <MoreHorizontalRegular fontSize={20} aria-hidden="true" />
        </button>
      ) : (
        <button
          type="button"
          className="row-action"
          tabIndex={tabIndex}
          aria-label={label}
          title={isStale ? manage.whyNot : label}
          aria-disabled={isStale}
          aria-haspopup="dialog"
          onClick={(event) => {
            event.stopPropagation()
            if (!isStale) open({ kind: 'groups', contact })
          }}
        >
          <PersonAddRegular fontSize={20} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
