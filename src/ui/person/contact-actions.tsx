import { CallRegular } from '@fluentui/react-icons/svg/call'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import type { ReactNode } from 'react'
import type { Contact } from '../../ucwa/contact.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import type { ShortcutId } from '../keys/shortcuts.ts'
import { useWords } from '../words/words.ts'
import { callHref, chatHref, mailHref } from './numbers.ts'
import { ACTION_PARTS } from './parts.ts'

/** What reaches somebody, by whatever the person's machine has for it. */
export function ContactActions({ contact }: { contact: Contact }) {
  const { person } = useWords()
  const [email] = contact.emailAddresses
  return (
    <div className="person-actions" role="group" aria-label={person.actions}>
      <Action
        shortcut="chat"
        href={chatHref(contact.uri)}
        icon={<ChatRegular fontSize={20} aria-hidden="true" />}
      >
        {person.chat}
      </Action>
      <Action
        shortcut="call"
        href={callHref(contact)}
        icon={<CallRegular fontSize={20} aria-hidden="true" />}
      >
        {person.call}
      </Action>
      {email !== undefined && (
        <Action
          shortcut="mail"
          href={mailHref(email)}
          icon={<MailRegular fontSize={20} aria-hidden="true" />}
        >
          {person.mail}
        </Action>
      )}
      {ACTION_PARTS.map((Part, at) => (
        <Part key={at} contact={contact} />
      ))}
    </div>
  )
}

type ActionProps = { shortcut: ShortcutId; href: string; icon: ReactNode; children: string }

function Action({ shortcut, href, icon, children }: ActionProps) {
  const hint = useKeyHints()
  return (
    <a className="person-action" href={href} {...hint(shortcut, children)}>
      {icon}
      {children}
    </a>
  )
}
