import { CallRegular } from '@fluentui/react-icons/svg/call'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add'
import type { ReactElement } from 'react'
import type { Contact } from '../../ucwa/contact.ts'
import { callHref, chatHref, mailHref } from '../person/numbers.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { WatchRowAction } from '../watching/watch-row-action.tsx'
import { useWords } from '../words/words.ts'
import { useListRights } from './use-list-rights.ts'
import { useManaging } from './use-managing.ts'
import '../parts/icon-button.css'
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
  return (
    <span className="row-actions">
      <Reach contact={contact} tabIndex={tabIndex} />
      {isListed && <WatchRowAction contact={contact} tabIndex={tabIndex} />}
      {!isListed && !canChangeMembers ? null : isListed ? (
        <button
          type="button"
          className="icon-button row-action row-action-touch"
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
          className="icon-button row-action row-action-always"
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

/** By whatever the person's machine has for it. Without an address there is nothing to press. */
function Reach({ contact, tabIndex }: { contact: Contact; tabIndex: 0 | -1 }) {
  const { person, view } = useWords()
  const hint = useKeyHints()
  const [email] = contact.emailAddresses
  const ways: readonly (readonly [ShortcutId, string, string, ReactElement])[] = [
    ['chat', person.chat, chatHref(contact.uri), <ChatRegular key="chat" fontSize={20} aria-hidden="true" />],
    ['call', person.call, callHref(contact), <CallRegular key="call" fontSize={20} aria-hidden="true" />],
    ...(email === undefined
      ? []
      : [
          [
            'mail',
            person.mail,
            mailHref(email),
            <MailRegular key="mail" fontSize={20} aria-hidden="true" />,
          ] as const,
        ]),
  ]
  return ways.map(([shortcut, word, href, icon]) => (
    <a
      key={word}
      className="icon-button row-action row-action-hovered"
      href={href}
      tabIndex={tabIndex}
      aria-label={view.reach(word, contact.name)}
      {...hint(shortcut, word)}
      onClick={(event) => event.stopPropagation()} // the row's own press opens the person
    >
      {icon}
    </a>
  ))
}
