import {
  createContactsAndGroupsSubscription,
  type ContactsAndGroupsSubscription,
} from '../events/contacts-and-groups-subscription.ts'
import { createEventQueue, type EventQueue, type UcwaEvent } from '../events/event-queue.ts'
import { createSubscriptions, type Subscriptions } from '../events/subscriptions.ts'
import { presenceSubscriptionResource } from '../represent/represent-subscriptions.ts'
import {
  type EndpointId,
  type Modality,
  type Person,
  type SandboxClock,
  type Uri,
} from '../world/world-model.ts'
import { createHrefs, type Hrefs } from './hrefs.ts'
import { newApplicationId } from './ids.ts'
import { createPhotoTickets, type PhotoTickets } from './photo-tickets.ts'

/** What a client says of itself. One set of these names one application of a user (`MultiTabSupport.md`). */
export type Registration = {
  readonly userAgent: string
  readonly endpointId: string
  readonly culture: string
  readonly type: string | null
}

/** What the user offers through the application since makeMeAvailable: it is an endpoint of theirs. */
export type MadeAvailable = {
  readonly endpoint: EndpointId
  readonly modalities: readonly Modality[]
  readonly messageFormats: readonly string[]
  /** Sandbox milliseconds: since makeMeAvailable, or the last reportMyActivity. */
  readonly usedAtMs: number
}

/** One UCWA application: a user's own, with an event channel for each instance (browser tab) of it. */
export type Application = {
  readonly id: string
  readonly user: Person
  readonly registration: Registration
  readonly hrefs: Hrefs
  /** By instanceId; '' for a client that names none. */
  readonly channels: Map<string, EventQueue>
  readonly subscriptions: Subscriptions
  readonly contactsAndGroups: ContactsAndGroupsSubscription
  readonly photoTickets: PhotoTickets
  /** Null: a lurker. */
  madeAvailable: MadeAvailable | null
  /** On every instance's channel. */
  raise(event: Raised): void
  /** The transient state was given up for want of a listener: subscriptions are gone, and every channel will say so. */
  interrupt(): void
}

/** An event as the rest of the sandbox puts it; sender and target by their short names. */
export type Raised = Omit<UcwaEvent, 'sender' | 'in' | 'embedded'> & {
  readonly sender: 'me' | 'people' | 'communication'
  readonly in?: UcwaEvent['in']
  readonly embedded?: UcwaEvent['embedded']
}

export type WatchListener = {
  watched(application: Application, uri: Uri): void
  unwatched(application: Application, uri: Uri): void
}

export function createApplication(
  user: Person,
  registration: Registration,
  clock: SandboxClock,
  listener: WatchListener,
  isGoodToken: (token: string) => boolean,
): Application {
  const id = newApplicationId()
  const hrefs = createHrefs(id)
  const channels = new Map<string, EventQueue>()

  const raise = ({ sender, ...event }: Raised): void => {
    const whole: UcwaEvent = {
      in: null,
      embedded: null,
      ...event,
      sender: { rel: sender, href: hrefs[sender] },
    }
    for (const channel of channels.values()) channel.raise(whole)
  }

  /** Source: UCWA reference, "subscribedContacts", "presenceSubscription", "contactPresence": medium, from people. */
  const subscriptions = createSubscriptions(clock, {
    watched: (uri) => {
      listener.watched(application, uri)
      raise({
        sender: 'people',
        link: { rel: 'contact', href: hrefs.contact(uri) },
        in: { rel: 'subscribedContacts', href: hrefs.subscribedContacts },
        type: 'added',
        priority: 'medium',
      })
    },
    unwatched: (uri) => {
      listener.unwatched(application, uri)
      raise({
        sender: 'people',
        link: { rel: 'contact', href: hrefs.contact(uri) },
        in: { rel: 'subscribedContacts', href: hrefs.subscribedContacts },
        type: 'deleted',
        priority: 'medium',
      })
    },
    added: ({ id: of }) =>
      raise({ sender: 'people', link: subscriptionLink(of), type: 'added', priority: 'medium' }),
    joined: (uris) => {
      for (const uri of uris) {
        raise({
          sender: 'people',
          link: { rel: 'contactPresence', href: hrefs.contactPresence(uri) },
          in: { rel: 'contact', href: hrefs.contact(uri) },
          type: 'updated',
          priority: 'medium',
        })
      }
    },
    // Documented with the resource inside: `ExtendAPresenceSubscription.md`, step 1.
    aboutToExpire: (subscription) =>
      raise({
        sender: 'people',
        link: subscriptionLink(subscription.id),
        type: 'updated',
        priority: 'medium',
        embedded: () => presenceSubscriptionResource(hrefs, subscription),
      }),
    deleted: ({ id: of }) =>
      raise({ sender: 'people', link: subscriptionLink(of), type: 'deleted', priority: 'medium' }),
  })
  const subscriptionLink = (of: string) => ({
    rel: 'presenceSubscription',
    href: hrefs.presenceSubscription(of),
  })

  const contactsAndGroups = createContactsAndGroupsSubscription(clock, () =>
    raise({
      sender: 'people',
      link: { rel: 'myContactsAndGroupsSubscription', href: hrefs.myContactsAndGroupsSubscription },
      type: 'updated',
      priority: 'medium',
    }),
  )

  const application: Application = {
    id,
    user,
    registration,
    hrefs,
    channels,
    subscriptions,
    contactsAndGroups,
    photoTickets: createPhotoTickets(isGoodToken),
    madeAvailable: null,
    raise,
    interrupt: () => {
      for (const uri of subscriptions.watchedUris()) listener.unwatched(application, uri)
      subscriptions.clear()
      contactsAndGroups.stop()
      for (const channel of channels.values()) channel.interrupt()
    },
  }
  return application
}

/**
 * The instance that a request for the application itself is about; null: there is none of that name. Assumed: a request
 * that names none is about the one instance that was made without a name, or that is the only one.
 */
export function instanceNamed({ channels }: Application, instanceId: string): string | null {
  if (channels.has(instanceId)) return instanceId
  const [only = null, ...others] = channels.keys()
  return instanceId === '' && others.length === 0 ? only : null
}

/** The channel of that instance; made when it is new. */
export function channelOf(application: Application, instanceId: string, clock: SandboxClock): EventQueue {
  const existing = application.channels.get(instanceId)
  if (existing !== undefined) return existing
  const channel = createEventQueue(clock)
  application.channels.set(instanceId, channel)
  return channel
}
