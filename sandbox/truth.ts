import type {
  Availability,
  DeviceType,
  GroupKind,
  NoteView,
  PrivacyLevel,
  Uri,
  World,
} from './world-model.ts'

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
  readonly groups: readonly {
    readonly name: string
    readonly rel: GroupKind
    readonly members: readonly Uri[]
  }[]
}

type ContactTruth = {
  readonly name: string
  readonly availability: Availability
  readonly activity: string | null
  readonly note: NoteView | null
  readonly location: string | null
  readonly lastActive: number | null
  readonly deviceType: DeviceType
  /** What the viewer grants the contact. */
  readonly privacyRelationship: PrivacyLevel
}

/**
 * After privacy levels and aggregation over endpoints. Before makeMeAvailable a client knows of its own person no more
 * than the name.
 * @throws RangeError when nobody here is the viewer.
 */
export function truth(
  world: World,
  viewer: Uri,
  { madeAvailable }: { readonly madeAvailable: boolean },
): Truth {
  const own = world.presence(viewer, viewer)
  const published = {
    availability: own.availability,
    activity: own.activity,
    note: world.note(viewer, viewer),
    location: world.location(viewer, viewer),
  }
  const contacts = world.contacts(viewer).map(({ uri }) => [uri, contactTruth(world, uri, viewer)] as const)
  return {
    me: { name: world.visiblePerson(viewer, viewer).name, ...(madeAvailable ? published : {}) },
    contacts: Object.fromEntries(contacts),
    groups: world.groups(viewer).map(({ id, name, kind }) => ({
      name,
      rel: kind,
      members: world.members(viewer, id).map(({ uri }) => uri),
    })),
  }
}

function contactTruth(world: World, contact: Uri, viewer: Uri): ContactTruth {
  const { availability, activity, lastActive, deviceType } = world.presence(contact, viewer)
  return {
    name: world.visiblePerson(contact, viewer).name,
    availability,
    activity,
    note: world.note(contact, viewer),
    location: world.location(contact, viewer),
    lastActive,
    deviceType,
    privacyRelationship: world.privacyRelationship(viewer, contact),
  }
}
