import { unlessAborted } from '../lib/unless-aborted.ts'
import type { Application } from './application.ts'
import type { Batch } from './batch.ts'
import { parseContactLocation, type ContactLocation } from './contact-location.ts'
import { parseContactNote, type ContactNote } from './contact-note.ts'
import { parseContactPresence, type ContactPresence } from './contact-presence.ts'
import { contactsIn, parseContact, type Contact } from './contact.ts'
import type { CurrentApplication } from './current-application.ts'
import { failureOf, isOfTheSession, notOffered } from './errors.ts'
import { groupsIn, groupsLinkedIn, parseGroup, type Group } from './groups.ts'
import { embeddedIn, findLink, linkTo, type Href, type Resource, type SipUri } from './hal.ts'
import type { Http } from './http.ts'
import type { LinkIndex } from './link-index.ts'
import { NO_LOCATION, parseLocation, setLocation, type Location } from './location.ts'
import { parseMe, type Me } from './me.ts'
import { NO_NOTE, parseNote, setNote, type Note } from './note.ts'
import { createPeopleUcwa, type PeopleUcwa } from './people-ucwa.ts'
import { parsePresence, setPresence, type Presence } from './presence.ts'
import { resourceIn, type Reply } from './reply.ts'
import type { PreferredAvailability } from './availability.ts'

/**
 * The signed-in person's UCWA, by what one wants to know rather than by where it is.
 * Reads of the same tick travel together in one batch. Every promise rejects with a `UcwaError`, or with the
 * signal's reason once that is aborted. It outlives the application: hrefs are looked up anew at each call.
 */
export type Ucwa = PeopleUcwa & {
  me(signal: AbortSignal): Promise<Me>
  /** Null while only watching; so are the next two. */
  presence(signal: AbortSignal): Promise<Presence | null>
  note(signal: AbortSignal): Promise<Note | null>
  location(signal: AbortSignal): Promise<Location | null>
  myGroups(signal: AbortSignal): Promise<readonly Group[]>
  groupContacts(groupId: string, signal: AbortSignal): Promise<readonly Contact[]>
  /** Null where the server links to none: an address that leads to nobody, say. The next two: also where there is nothing said. */
  contactPresence(of: SipUri, signal: AbortSignal): Promise<ContactPresence | null>
  contactNote(of: SipUri, signal: AbortSignal): Promise<ContactNote | null>
  contactLocation(of: SipUri, signal: AbortSignal): Promise<ContactLocation | null>

  /** Null resets to automatic. 204 means heard, not done: an event on `presence` follows. */
  setPresence(wanted: PreferredAvailability | null): Promise<void>
  /** Null clears it. Heard, not done, as above. */
  setNote(message: string | null): Promise<void>
  /** Null resets it. Heard, not done, as above. */
  setLocation(location: string | null): Promise<void>
}

export type UcwaDeps = {
  readonly http: Http
  readonly batch: Batch
  readonly index: LinkIndex
  readonly application: CurrentApplication
  /** Of the present life: ends what has no signal of its own. */
  readonly ended: () => AbortSignal
}

export function createUcwaReads({ http, batch, index, application, ended }: UcwaDeps): Ucwa {
  const learned = (reply: Reply): Resource => {
    const resource = resourceIn(reply)
    index.learn(resource)
    return resource
  }

  const readAt = async (href: Href, signal: AbortSignal, minResourceVersion?: number): Promise<Resource> =>
    learned(await batch.read(href, signal, minResourceVersion))

  /**
   * Null for what is empty. The documentation leaves open how an empty note or location is answered: an empty message,
   * 204 or 404. A lost application is none of these.
   */
  const readOrNull = async (href: Href, signal: AbortSignal): Promise<Resource | null> => {
    try {
      const reply = await batch.read(href, signal)
      return reply.body === '' ? null : learned(reply)
    } catch (error) {
      const failure = failureOf(error)
      const isEmpty = failure?.kind === 'refused' && failure.status === 404 && !isOfTheSession(failure)
      if (isEmpty) return null
      throw error
    }
  }

  /**
   * Reads what fills the index, once for all who miss something in it at the same time; but a reading for an application
   * that has been lost is given up for the first one of the next: it would find nothing, and fail whoever waits for it.
   */
  const shared = (rel: string) => {
    let underWay: {
      readonly of: Href
      readonly stop: AbortController
      readonly reading: Promise<unknown>
    } | null = null
    const begin = ({ href, people }: Application) => {
      underWay?.stop.abort()
      const stop = new AbortController()
      const reading = readAt(linkTo(people, rel), AbortSignal.any([ended(), stop.signal])).finally(() => {
        if (underWay?.stop === stop) underWay = null
      })
      return { of: href, stop, reading }
    }
    return async (of: Application, signal: AbortSignal): Promise<void> => {
      if (underWay?.of !== of.href) underWay = begin(of)
      await unlessAborted(underWay.reading, signal)
    }
  }
  const learnGroups = shared('myGroups')
  const learnContacts = shared('myContacts')

  /**
   * A contact may be known from before this application, its hrefs not yet. Null where the server knows them and links to
   * no such thing; of whom it does not know, nothing can be asked.
   */
  const hrefIfThere = async (of: SipUri, rel: string, signal: AbortSignal): Promise<Href | null> => {
    const current = await application.wait(signal)
    if (!index.knows(of)) await learnContacts(current, signal)
    if (!index.knows(of)) throw notOffered(rel)
    return index.hrefOf(of, rel)
  }

  const contactHref = async (of: SipUri, rel: string, signal: AbortSignal): Promise<Href> => {
    const href = await hrefIfThere(of, rel, signal)
    if (href === null) throw notOffered(rel)
    return href
  }

  const groupContactsHref = async (groupId: string, signal: AbortSignal): Promise<Href> => {
    const current = await application.wait(signal)
    if (!index.knows(groupId)) await learnGroups(current, signal)
    const href = index.hrefOf(groupId, 'groupContacts') ?? index.hrefOf(groupId, 'expandDistributionGroup')
    if (href === null) throw notOffered('groupContacts')
    return href
  }

  let meUnderWay: Promise<unknown> | null = null
  const readMe = async (signal: AbortSignal): Promise<Me> => {
    const before = await application.wait(signal)
    const me = await readAt(linkTo(before.me, 'self'), signal)
    const parsed = parseMe(me)
    const now = application.get()
    if (now?.href === before.href) application.set({ ...now, me }) // its links say what is allowed now
    return parsed
  }

  /** Null while only watching: without the link, even in what is just being read of `me`. */
  const mine = async (rel: string, signal: AbortSignal): Promise<Href | null> => {
    const { me } = await application.wait(signal)
    const href = findLink(me, rel)?.href ?? null
    if (href !== null || meUnderWay === null) return href
    await meUnderWay.catch(() => null) // whoever asked for it is told
    signal.throwIfAborted()
    return findLink((await application.wait(signal)).me, rel)?.href ?? null
  }

  return {
    ...createPeopleUcwa({
      http,
      index,
      ended,
      readAt,
      contactHref,
      learnContacts: async (signal) => learnContacts(await application.wait(signal), signal),
      people: async (signal) => (await application.wait(signal)).people,
      me: async (signal) => (await application.wait(signal)).me,
    }),
    me: (signal) => {
      const reading = readMe(signal)
      const underWay = reading.finally(() => {
        if (meUnderWay === underWay) meUnderWay = null
      })
      meUnderWay = underWay
      return underWay
    },
    presence: async (signal) => {
      const href = await mine('presence', signal)
      const presence = href === null ? null : await unlessWatching(readAt(href, signal))
      return presence === null ? null : parsePresence(presence)
    },
    note: async (signal) => {
      const href = await mine('note', signal)
      if (href === null) return null
      return unlessWatching(
        readOrNull(href, signal).then((note) => (note === null ? NO_NOTE : parseNote(note))),
      )
    },
    location: async (signal) => {
      const href = await mine('location', signal)
      if (href === null) return null
      const read = readOrNull(href, signal)
      return unlessWatching(read.then((found) => (found === null ? NO_LOCATION : parseLocation(found))))
    },
    myGroups: async (signal) => {
      const { people } = await application.wait(signal)
      const myGroups = await readAt(linkTo(people, 'myGroups'), signal)
      const linked = groupsLinkedIn(myGroups).map(async ({ kind, link }) =>
        parseGroup(await readAt(linkTo(link, 'self'), signal), kind),
      )
      return [...groupsIn(myGroups), ...(await Promise.all(linked))]
    },
    groupContacts: async (groupId, signal) => {
      const collection = await readAt(await groupContactsHref(groupId, signal), signal)
      if (embeddedIn(collection, 'contact').length > 0) return contactsIn(collection)
      const linked = collection.links.get('contact') ?? []
      return Promise.all(linked.map(async ({ href }) => parseContact(await readAt(href, signal))))
    },
    contactPresence: async (of, signal) => {
      const href = await hrefIfThere(of, 'contactPresence', signal)
      return href === null ? null : parseContactPresence(await readAt(href, signal))
    },
    contactNote: async (of, signal) => {
      const href = await hrefIfThere(of, 'contactNote', signal)
      const note = href === null ? null : await readOrNull(href, signal)
      return note === null ? null : parseContactNote(note)
    },
    contactLocation: async (of, signal) => {
      const href = await hrefIfThere(of, 'contactLocation', signal)
      const location = href === null ? null : await readOrNull(href, signal)
      return location === null ? null : parseContactLocation(location)
    },
    setPresence: async (wanted) => {
      const { me } = await application.wait(ended())
      await setPresence(http, me, wanted, ended())
    },
    setNote: async (message) => {
      const { me } = await application.wait(ended())
      await setNote(http, me, message, ended())
    },
    setLocation: async (location) => {
      const { me } = await application.wait(ended())
      await setLocation(http, me, location, ended())
    },
  }
}

/** The link may have outlived what it led to: 409 MakeMeAvailableRequired is only another way to say "watching". */
async function unlessWatching<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    const failure = failureOf(error)
    if (failure?.kind !== 'refused' || failure.reason.subcode !== 'MakeMeAvailableRequired') throw error
    return null
  }
}
