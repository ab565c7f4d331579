/**
 * What a world is, seen from the protocol: people, what each lets each other see, and who must hear of a change.
 *
 * Everything UCWA-shaped (links, HAL, events, subscriptions, tokens) is on the other side of this interface, and
 * nothing of it may be named here. A world knows presence as the server's aggregation does: see `presence-model.ts`.
 * Times are sandbox milliseconds since 1970, as told by `SandboxClock.now()`.
 */

export type Availability =
  | 'Online'
  | 'IdleOnline'
  | 'Busy'
  | 'IdleBusy'
  | 'DoNotDisturb'
  | 'BeRightBack'
  | 'Away'
  | 'Offline'

/** What a person may choose. Source: UCWA reference, "PreferredAvailability". */
export type PreferredAvailability = 'Online' | 'Busy' | 'DoNotDisturb' | 'BeRightBack' | 'Away' | 'Offwork'

/** Source: UCWA reference, "PrivacyRelationshipLevel". */
export type PrivacyLevel = 'External' | 'Colleagues' | 'Workgroup' | 'FriendsAndFamily' | 'Blocked'
/** "Relationship level cannot be determined" (the same page): of an address that leads to nobody. */
export type StatedLevel = PrivacyLevel | 'Unknown'

/** Source: UCWA reference, "ContactDeviceType". */
export type DeviceType = 'Unknown' | 'PC' | 'Mobile' | 'DeskPhone' | 'Web'

/** A SIP URI in the directory's own spelling. Compared without case: every method here accepts any case. */
export type Uri = string

export type Person = {
  readonly uri: Uri
  readonly name: string
  readonly title: string | null
  readonly department: string | null
  readonly company: string | null
  readonly office: string | null
  readonly emailAddresses: readonly string[]
  readonly workPhoneNumber: string | null
  readonly mobilePhoneNumber: string | null
  readonly homePhoneNumber: string | null
  readonly otherPhoneNumber: string | null
  /** Source: UCWA reference, "SourceNetwork". */
  readonly sourceNetwork: 'SameEnterprise' | 'Federated' | 'PublicCloud'
  /** Null: this person cannot sign in here. */
  readonly credentials: { readonly username: string; readonly password: string } | null
  readonly hasPhoto: boolean
  /** False: an address on somebody's list that leads to nobody; there is no presence, note or location to ask for. */
  readonly isKnown: boolean
}

export type PresenceView = {
  readonly availability: Availability
  /** A well-known token, or a text in some language; null when there is none. */
  readonly activity: string | null
  readonly deviceType: DeviceType
  /** Null where the viewer's level does not show it. */
  readonly lastActive: number | null
}
/**
 * A text that somebody has written themselves: one for everybody, or one for each culture (`en-US`, `nb-NO`).
 * Source: `MeDashboard.md`, "presence": "A custom presence includes culture information".
 */
export type OwnText = string | Readonly<Record<string, string>>

/** Source: UCWA reference, "ModalityType". */
export type Modality =
  | 'Audio'
  | 'Video'
  | 'PhoneAudio'
  | 'ApplicationSharing'
  | 'Messaging'
  | 'DataCollaboration'
  | 'PanoramicVideo'

export type NoteView = { readonly message: string; readonly type: 'Personal' | 'OutOfOffice' }

/** Source: UCWA reference, "phone", `type`. */
export type PhoneType = 'Work' | 'Mobile' | 'Home' | 'Other'
export type Phone = {
  readonly type: PhoneType
  /** Null: none. */
  readonly number: string | null
  /** Others see it, as far as their level goes. */
  readonly isShared: boolean
  /** Set by the administrator: the person can change neither it nor who sees it. */
  readonly isOfDirectory: boolean
}

/**
 * Pinned, default and personal groups hold the list's contacts, and so does `delegatesGroup`, of those who act for its
 * owner. The others are of people who need not be on the list: `delegatorsGroup` those for whom the owner acts,
 * `myOrganizationGroup` the owner's own department, and a `distributionGroup` whoever the directory says.
 */
export type GroupKind =
  | 'pinnedGroup'
  | 'defaultGroup'
  | 'group'
  | 'distributionGroup'
  | 'delegatesGroup'
  | 'delegatorsGroup'
  | 'myOrganizationGroup'
export type Group = { readonly id: string; readonly name: string; readonly kind: GroupKind }

/** A mail-enabled group of the directory. */
export type DistributionGroup = Group & { readonly kind: 'distributionGroup'; readonly uri: Uri }

/** Assumed: of more contacts than these a server says nothing ("TooManyContacts"); 100 is the default told of. */
const MOST_EXPANDED = 100

/** Whether a distribution group has too many people for anybody to be shown them. */
export const isTooLarge = (world: World, { id }: DistributionGroup): boolean =>
  world.expanded(id).people.length > MOST_EXPANDED

/**
 * `levels`: the privacy levels whose view of the subject has changed. `self`: the subject's own view has.
 * `viewer`: given when the subject has moved one person to another level, and that person's view alone has changed.
 */
export type WorldChange =
  | {
      readonly kind: 'presence' | 'note' | 'location' | 'modalities'
      readonly subject: Uri
      readonly levels: ReadonlySet<StatedLevel>
      readonly self: boolean
      readonly viewer?: Uri
    }
  | { readonly kind: 'privacyRelationship'; readonly owner: Uri; readonly contact: Uri }
  | { readonly kind: 'contactAdded' | 'contactRemoved'; readonly owner: Uri; readonly contact: Uri }
  | {
      readonly kind: 'groupAdded' | 'groupUpdated' | 'groupRemoved'
      readonly owner: Uri
      readonly group: Group
    }
  | {
      readonly kind: 'memberAdded' | 'memberRemoved'
      readonly owner: Uri
      readonly group: Group
      readonly contact: Uri
    }

export type EndpointId = string

export type EndpointTold = {
  readonly machine?: 'active' | 'idle' | 'away'
  readonly call?: 'on-the-phone' | 'in-a-conference' | null
  readonly isPresenting?: boolean
}

export type World = {
  /** The SIP domain, in lower case. */
  readonly domain: string
  /** What all that is left to chance here follows from. */
  readonly seed: string
  /** Those who can sign in and are offered on a sign-in page: at least five, each on the others' contact lists. */
  readonly users: readonly Person[]
  /** Everybody of this domain, and the federated people that somebody knows. */
  readonly directory: readonly Person[]
  /** `directory`, and some thousands more whom nobody knows, by name: what a search goes over. */
  everybody(): readonly Person[]
  /** Of the directory, whoever has them on a list. */
  distributionGroups(): readonly DistributionGroup[]
  /** Who, and which groups, are in a distribution group themselves. @throws RangeError when there is none of that id. */
  expanded(groupId: string): {
    readonly people: readonly Person[]
    readonly groups: readonly DistributionGroup[]
  }
  /** Null: neither in the directory nor on anybody's list. */
  person(uri: Uri): Person | null
  /** Null when the pair is not right. `username` is the UPN (lenea@contoso.com) or DOMAIN\user, in any case. */
  authenticate(username: string, password: string): Person | null

  contacts(owner: Uri): readonly Person[]
  /** Pinned first, then personal ones by name, then those of other kinds, default last. */
  groups(owner: Uri): readonly Group[]
  members(owner: Uri, groupId: string): readonly Person[]
  /** The level that `owner` grants `contact`; by hand, that is known of anybody. */
  privacyRelationship(owner: Uri, contact: Uri): StatedLevel
  /** Whom `owner` has moved to another level by hand, on their list or not. */
  grantedByHand(owner: Uri): readonly Person[]

  /**
   * What `viewer` sees of `subject`, after aggregation over endpoints and `subject`'s privacy levels; texts of their own
   * in the viewer's culture, where there is one of it.
   */
  presence(subject: Uri, viewer: Uri, culture?: string | null): PresenceView
  /** Null: none, or none that the viewer's level shows. */
  note(subject: Uri, viewer: Uri): NoteView | null
  location(subject: Uri, viewer: Uri): string | null
  /** In which ways the viewer may reach them now. */
  modalities(subject: Uri, viewer: Uri): readonly Modality[]
  /** Which of `Person`'s fields the viewer's level shows; the rest must not be sent. */
  visiblePerson(subject: Uri, viewer: Uri): Person

  /** A device begins to take part in the person's presence (a UCWA application after makeMeAvailable, say). */
  addEndpoint(
    of: Uri,
    endpoint: {
      readonly deviceType: DeviceType
      readonly inactiveTimeoutMs: number
      readonly id?: EndpointId
      /** What it takes; without it, what its kind does. */
      readonly modalities?: readonly Modality[]
    },
  ): EndpointId
  removeEndpoint(of: Uri, endpoint: EndpointId): void
  /** The person has just used this endpoint: it is active again. */
  reportActivity(of: Uri, endpoint: EndpointId): void

  /**
   * What the device itself says. A machine that tells its state stays in it until it tells another.
   * @throws RangeError for an endpoint that there is none of.
   */
  setEndpoint(of: Uri, endpoint: EndpointId, told: EndpointTold): void
  /** A busy appointment in the calendar, from now until `endAtMs` (infinite: until it is ended); null: none. */
  setMeeting(of: Uri, endAtMs: number | null): void

  /** The person's own choice; null resets to automatic. `activity` is a custom text that goes with it. */
  setPresence(of: Uri, choice: PreferredAvailability | null, activity?: OwnText | null): void
  /** An empty text clears it. */
  setNote(of: Uri, message: string): void
  /** As Exchange would; null or an empty text clears it. */
  setOutOfOffice(of: Uri, message: string | null): void
  /** An empty text clears it. Told at that endpoint; without one, at the most active. */
  setLocation(of: Uri, location: string, endpoint?: EndpointId | null): void
  /** Null: the automatic level again. */
  setPrivacyRelationship(owner: Uri, contact: Uri, level: PrivacyLevel | null): void

  /** One of each type, whether or not there is a number. */
  phones(of: Uri): readonly Phone[]
  /**
   * Their owner is not told: "Changes to other resources such as photo, phones ... are not communicated"
   * (`MeDashboard.md`); others are, where it decides whether they may telephone.
   */
  setPhone(of: Uri, phone: Pick<Phone, 'type'> & Partial<Pick<Phone, 'number' | 'isShared'>>): void

  /** The contact may be a stranger: any address will do. @throws RangeError for what is no address. */
  addContact(owner: Uri, contact: Uri, groupId?: string): void
  removeContact(owner: Uri, contact: Uri): void
  addGroup(owner: Uri, name: string): Group
  renameGroup(owner: Uri, groupId: string, name: string): void
  removeGroup(owner: Uri, groupId: string): void
  addMember(owner: Uri, groupId: string, contact: Uri): void
  removeMember(owner: Uri, groupId: string, contact: Uri): void
  /** To the owner's delegates, whose group comes into being with the first and stays. */
  addDelegate(owner: Uri, delegate: Uri): void
  /** Onto the owner's list, and off it. @throws RangeError when there is none of that id. */
  addDistributionGroup(owner: Uri, groupId: string): void
  removeDistributionGroup(owner: Uri, groupId: string): void
  /** As an administrator of the directory would: seen by everybody who has it on the list. */
  changeDistributionGroup(
    groupId: string,
    change: { readonly name?: string; readonly add?: Uri; readonly remove?: Uri },
  ): void

  /** A JPEG of about `size` pixels a side; null when the person has none. */
  photo(of: Uri, size: number): Promise<Uint8Array<ArrayBuffer> | null>

  /** Told of each change after it has happened, in order. Returns the way to stop. */
  onChange(listener: (change: WorldChange) => void): () => void
  /** Back to the state after start. */
  reset(): void
  /** Ends everything that happens by itself. */
  stop(): void
}

export type SandboxClock = {
  /** Sandbox milliseconds since 1970. */
  now(): number
  /** Calls back once after that many sandbox milliseconds, also when the clock is turned forward past it. */
  after(sandboxMs: number, callback: () => void): { cancel(): void }
  /** Jumps ahead; everything due on the way happens in its order, at its own time. */
  advance(sandboxMs: number): void
  /** How many times faster than real time it runs. */
  readonly scale: number
}
