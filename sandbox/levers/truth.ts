import { isTooLarge } from '../world/world-model.ts'
import type {
  Availability,
  DeviceType,
  GroupKind,
  NoteView,
  Person,
  StatedLevel,
  Uri,
  World,
} from '../world/world-model.ts'

/** What a correct client of one viewer must show now. Times are milliseconds since 1970. */
export type Truth = {
  readonly me: {
    readonly name: string
    readonly availability?: Availability
    readonly activity?: string | null
    readonly note?: NoteView | null
    readonly location?: string | null
  }
  /** By URI, as the directory writes it. */
  readonly contacts: { readonly [uri: Uri]: ContactTruth }
  /** Likewise, of those who are in a group and not on the list: delegators, the organization, distribution groups. */
  readonly others: { readonly [uri: Uri]: ContactTruth }
  readonly groups: readonly {
    readonly name: string
    readonly rel: GroupKind
    readonly members: readonly Uri[]
  }[]
}

type ContactTruth = {
  readonly name: string
  /** Null: an address that leads to nobody, so that there is no presence to show. */
  readonly availability: Availability | null
  readonly activity: string | null
  readonly note: NoteView | null
  readonly location: string | null
  readonly lastActive: number | null
  readonly deviceType: DeviceType
  /** What the viewer grants the contact. */
  readonly privacyRelationship: StatedLevel
}

/**
 * After privacy levels and aggregation over endpoints, texts in the culture of the viewer's application. Before
 * makeMeAvailable a client knows of its own person no more than the name.
 * @throws RangeError when nobody here is the viewer.
 */
export function truth(
  world: World,
  viewer: Uri,
  { madeAvailable, culture = null }: { readonly madeAvailable: boolean; readonly culture?: string | null },
): Truth {
  const own = world.presence(viewer, viewer, culture)
  const published = {
    availability: own.availability,
    activity: own.activity,
    note: world.note(viewer, viewer),
    location: world.location(viewer, viewer),
  }
  const told = (people: readonly Person[]) =>
    Object.fromEntries(people.map((one) => [one.uri, contactTruth(world, one, viewer, culture)] as const))
  const contacts = world.contacts(viewer)
  const groups = world.groups(viewer).map((group) => [group, shownMembers(world, viewer, group.id)] as const)
  const listed = new Set(contacts.map(({ uri }) => uri))
  const others = groups.flatMap(([, members]) => members).filter(({ uri }) => !listed.has(uri))
  return {
    me: { name: world.visiblePerson(viewer, viewer).name, ...(madeAvailable ? published : {}) },
    contacts: told(contacts),
    others: told(others),
    groups: groups.map(([{ name, kind }, members]) => ({
      name,
      rel: kind,
      members: members.map(({ uri }) => uri),
    })),
  }
}

/** Of a distribution group those who are in it themselves, and nobody where there are too many to be shown. */
function shownMembers(world: World, viewer: Uri, groupId: string): readonly Person[] {
  const listed = world.distributionGroups().find(({ id }) => id === groupId)
  return listed !== undefined && isTooLarge(world, listed) ? [] : world.members(viewer, groupId)
}

function contactTruth(
  world: World,
  { uri: contact, isKnown }: Person,
  viewer: Uri,
  culture: string | null,
): ContactTruth {
  const privacyRelationship = world.privacyRelationship(viewer, contact)
  const { name } = world.visiblePerson(contact, viewer)
  if (!isKnown) return { ...NOTHING, name, privacyRelationship }
  const { availability, activity, lastActive, deviceType } = world.presence(contact, viewer, culture)
  return {
    name,
    availability,
    activity,
    note: world.note(contact, viewer),
    location: world.location(contact, viewer),
    lastActive,
    deviceType,
    privacyRelationship,
  }
}

const NOTHING = {
  availability: null,
  activity: null,
  note: null,
  location: null,
  lastActive: null,
  deviceType: 'Unknown',
} as const
