import { type Application, type Raised } from '../server/application.ts'
import { type Realm } from '../server/realm.ts'
import { type Group, type GroupKind, type Uri, type WorldChange } from '../world/world-model.ts'

/**
 * Who hears what when the world has changed: the only place where a change becomes events. The work of a change grows
 * with the applications that hear of it, never with the number of people or of applications.
 */
export function hear(realm: Realm, change: WorldChange): void {
  switch (change.kind) {
    case 'presence':
    case 'note':
    case 'location':
    case 'modalities': {
      const { kind, subject } = change
      for (const application of realm.watchersOf(subject)) {
        if (concerns(realm, change, application.user.uri)) {
          application.raise(contactEvent(application, kind, subject))
        }
      }
      if (!change.self || kind === 'modalities') return // one's own are no resource of one's own
      for (const application of realm.applicationsOf(subject)) {
        // A lurker's application has no presence, note or location of its own (UCWA reference, "me").
        if (application.madeAvailable !== null) application.raise(ownEvent(application, kind))
      }
      return
    }
    case 'privacyRelationship': {
      const { owner, contact } = change
      for (const application of realm.applicationsOf(owner)) {
        if (application.subscriptions.watches(contact)) {
          application.raise(contactEvent(application, 'privacyRelationship', contact))
        }
      }
      return
    }
    case 'contactAdded':
    case 'contactRemoved': {
      const type = change.kind === 'contactAdded' ? 'added' : 'deleted'
      for (const application of listeners(realm, change.owner)) {
        application.raise({
          sender: 'people',
          link: { rel: 'contact', href: application.hrefs.contact(change.contact) },
          in: { rel: 'myContacts', href: application.hrefs.myContacts },
          type,
          priority: 'high',
        })
      }
      return
    }
    case 'memberAdded':
    case 'memberRemoved': {
      const type = change.kind === 'memberAdded' ? 'added' : 'deleted'
      for (const application of listeners(realm, change.owner)) {
        application.raise({
          sender: 'people',
          link: { rel: 'contact', href: application.hrefs.contact(change.contact) },
          in: groupLink(application, change.group),
          type,
          priority: MEMBER_PRIORITIES[change.group.kind],
        })
      }
      return
    }
    case 'groupAdded':
    case 'groupRemoved': {
      const type = change.kind === 'groupAdded' ? 'added' : 'deleted'
      for (const application of listeners(realm, change.owner)) {
        application.raise({
          sender: 'people',
          link: groupLink(application, change.group),
          in: { rel: 'myGroups', href: application.hrefs.myGroups },
          type,
          priority: GROUP_PRIORITIES[change.group.kind],
        })
      }
      return
    }
    case 'groupUpdated':
      for (const application of listeners(realm, change.owner)) {
        application.raise({
          sender: 'people',
          link: groupLink(application, change.group),
          type: 'updated',
          priority: 'high',
        })
      }
      return
  }
}

/** Source: UCWA reference, "myGroups2", Events. */
const GROUP_PRIORITIES: { readonly [kind in GroupKind]: 'high' | 'low' } = {
  group: 'high',
  distributionGroup: 'high',
  delegatesGroup: 'high',
  delegatorsGroup: 'high',
  defaultGroup: 'low',
  pinnedGroup: 'low',
  myOrganizationGroup: 'low',
}

/** Source: Events of each group's page. Those of distribution and organization groups name none for their contacts. */
const MEMBER_PRIORITIES: { readonly [kind in GroupKind]: 'high' | 'low' } = {
  group: 'high',
  defaultGroup: 'high',
  pinnedGroup: 'high',
  distributionGroup: 'high',
  delegatesGroup: 'low',
  delegatorsGroup: 'low',
  myOrganizationGroup: 'low',
}

type StateChange = Extract<WorldChange, { kind: 'presence' | 'note' | 'location' | 'modalities' }>

/** Whether what that viewer sees has changed. */
function concerns({ world }: Realm, change: StateChange, viewer: Uri): boolean {
  if (change.viewer !== undefined) return isSameUri(change.viewer, viewer)
  if (isSameUri(change.subject, viewer)) return change.self
  return change.levels.has(world.privacyRelationship(change.subject, viewer))
}

/** List events come only while myContactsAndGroupsSubscription is connected (its page, "Resource description"). */
function* listeners(realm: Realm, owner: Uri): Generator<Application> {
  for (const application of realm.applicationsOf(owner)) {
    if (application.contactsAndGroups.state === 'Connected') yield application
  }
}

/** World's word → the rel on the wire, which is also the name of its href. */
const CONTACT_RELS = {
  presence: 'contactPresence',
  note: 'contactNote',
  location: 'contactLocation',
  modalities: 'contactSupportedModalities',
  privacyRelationship: 'contactPrivacyRelationship',
} as const

/** Documented: a link, no body; medium priority; from people; in the contact (the four resources' pages, "Events"). */
function contactEvent(application: Application, kind: keyof typeof CONTACT_RELS, of: Uri): Raised {
  const { hrefs } = application
  const rel = CONTACT_RELS[kind]
  return {
    sender: 'people',
    link: { rel, href: hrefs[rel](of) },
    in: { rel: 'contact', href: hrefs.contact(of) },
    type: 'updated',
    priority: 'medium',
  }
}

/** Documented: `updated`, medium, from me (UCWA reference, "presence", "note", "location"). */
const ownEvent = (application: Application, kind: 'presence' | 'note' | 'location'): Raised => ({
  sender: 'me',
  link: { rel: kind, href: application.hrefs[kind] },
  type: 'updated',
  priority: 'medium',
})

const groupLink = ({ hrefs }: Application, group: Group) => ({ rel: group.kind, href: hrefs.group(group.id) })

const isSameUri = (one: Uri, other: Uri): boolean => one.toLowerCase() === other.toLowerCase()
