import type { Batch } from './batch.ts'
import type { CurrentApplication } from './current-application.ts'
import { addToContactList, removeFromContactList } from './distribution-group.ts'
import { failureOf, NO_REASON, UcwaError } from './errors.ts'
import {
  addToGroup,
  canChangeMembers,
  membershipsHref,
  membershipsIn,
  readMemberships,
  removeFromAllGroups,
  removeMembership,
  type GroupMembership,
} from './group-membership.ts'
import {
  canCreateGroup,
  createGroup,
  deleteGroup,
  groupsIn,
  renameGroup,
  type Group,
  type GroupKind,
} from './groups.ts'
import { hasLink, linkTo, type Href, type Linked, type Resource, type SipUri } from './hal.ts'
import type { Http } from './http.ts'
import type { LinkIndex } from './link-index.ts'
import { resourceIn, type Reply } from './reply.ts'
import { canSearch, parseSearch, searchHref, type SearchResult } from './search.ts'

/**
 * Finding people, and changing one's own list of them. Promises reject as those of `Ucwa` do, and hrefs are looked up
 * anew at each call. Of every change: heard, not done; events on groups and contacts follow.
 */
export type People = {
  /** Asks nobody. */
  offer(signal: AbortSignal): Promise<PeopleOffer>
  /** Of the directory. `limit`: 1 to 100. A longer query than the server takes is cut. */
  search(query: string, limit: number, signal: AbortSignal): Promise<SearchResult>
  /** The groups in a distribution group, which its people are not told with. Refused as opening it is. */
  groupsWithin(group: Group, signal: AbortSignal): Promise<readonly Group[]>

  createGroup(name: string): Promise<void>
  /** Refused with 412 when another client has changed it since it was called `from`. */
  renameGroup(groupId: string, from: string, name: string): Promise<void>
  /** Its people stay in the list. */
  deleteGroup(groupId: string): Promise<void>
  /** Null: wherever the server puts people by default. */
  addContact(who: SipUri, groupId: string | null): Promise<void>
  /** Refused with 404 when they are not in that group any more. */
  removeContact(who: SipUri, groupId: string): Promise<void>
  removeContactFromAll(who: SipUri): Promise<void>
  addDistributionGroup(group: Group): Promise<void>
  removeDistributionGroup(group: Group): Promise<void>
}

/** What the server offers to do with people and groups, as the links say now. */
export type PeopleOffer = {
  readonly canSearch: boolean
  readonly canCreateGroup: boolean
  readonly canChangeMembers: boolean
}

export type PeopleDeps = {
  readonly http: Http
  readonly batch: Batch
  readonly index: LinkIndex
  readonly application: CurrentApplication
  /** Of the present life. */
  readonly ended: () => AbortSignal
}

export function createPeople({ http, batch, index, application, ended }: PeopleDeps): People {
  const people = async (signal = ended()): Promise<Linked> => (await application.wait(signal)).people
  const learned = (reply: Reply): Resource => {
    const resource = resourceIn(reply)
    index.learn(resource)
    return resource
  }

  /** Contacts and groups may be known from before this application, their addresses not yet. */
  const learn = async (whose: SipUri | string, rel: 'myContacts' | 'myGroups'): Promise<void> => {
    const from = await people()
    if (!index.knows(whose)) learned(await batch.read(linkTo(from, rel), ended()))
  }

  const groupNow = async (groupId: string): Promise<Linked> => {
    await learn(groupId, 'myGroups')
    const href = index.hrefOf(groupId, 'self')
    if (href === null) throw gone()
    return { links: new Map([['self', [{ href, revision: 1 }]]]) }
  }

  const membershipsOf = async (
    who: SipUri,
    groupId: string | null,
  ): Promise<{ readonly all: Resource; readonly theirs: readonly GroupMembership[] }> => {
    await learn(who, 'myContacts')
    if (groupId !== null) await learn(groupId, 'myGroups')
    const href = membershipsHref(await people(), groupId)
    const all = resourceIn(await readMemberships(http, href, ended()))
    const isTheirs = ({ contact, group }: GroupMembership): boolean =>
      contact !== null &&
      index.ownerOf(contact) === who &&
      (groupId === null || (group !== null && index.ownerOf(group) === groupId))
    return { all, theirs: membershipsIn(all).filter(isTheirs) }
  }

  /**
   * Whoever leaves the last group of their own falls into the default one, so it is read again until nothing is left that
   * has not been asked to end. (204 is heard, not done: what is still shown then goes by itself.)
   */
  const leaveOneByOne = async (who: SipUri, first: readonly GroupMembership[]): Promise<void> => {
    const asked = new Set<Href>()
    let left = first
    while (left.length > 0) {
      for (const membership of left.toSorted(inOrderOfLeaving)) {
        asked.add(membership.href)
        await removeMembership(http, membership, ended()).catch(unlessGone)
      }
      left = (await membershipsOf(who, null)).theirs.filter(({ href }) => !asked.has(href))
    }
  }

  return {
    offer: async (signal) => {
      const from = await people(signal)
      return {
        canSearch: canSearch(from),
        canCreateGroup: canCreateGroup(from),
        canChangeMembers: canChangeMembers(from),
      }
    },
    search: async (query, limit, signal) => {
      const href = searchHref(await people(signal), query, limit)
      return parseSearch(learned(await batch.read(href, signal)))
    },

    groupsWithin: async (group, signal) =>
      groupsIn(learned(await batch.read(linkTo(group, 'expandDistributionGroup'), signal))),

    createGroup: async (name) => createGroup(http, await people(), name, ended()),
    renameGroup: async (groupId, from, name) =>
      renameGroup(http, await groupNow(groupId), from, name, ended()),
    deleteGroup: async (groupId) => deleteGroup(http, await groupNow(groupId), ended()),
    addContact: async (who, groupId) => addToGroup(http, await people(), who, groupId, ended()),
    removeContact: async (who, groupId) => {
      const [membership] = (await membershipsOf(who, groupId)).theirs
      if (membership === undefined) throw gone()
      await removeMembership(http, membership, ended())
    },
    removeContactFromAll: async (who) => {
      const { all, theirs } = await membershipsOf(who, null)
      if (hasLink(all, 'removeContactFromAllGroups')) return removeFromAllGroups(http, all, who, ended())
      if (theirs.length === 0) throw gone()
      await leaveOneByOne(who, theirs)
    },
    addDistributionGroup: (group) => addToContactList(http, group, ended()),
    removeDistributionGroup: (group) => removeFromContactList(http, group, ended()),
  }
}

/** The pinned group first: some servers refuse that, and then nothing has been done. The default one last. */
const inOrderOfLeaving = (one: GroupMembership, other: GroupMembership): number =>
  turnOf(one.kind) - turnOf(other.kind)
const turnOf = (kind: GroupKind | null): number =>
  kind === 'pinnedGroup' ? 0 : kind === 'defaultGroup' ? 2 : 1

/** Who is not in the group any more has left it. */
function unlessGone(error: unknown): void {
  const failure = failureOf(error)
  if (failure?.kind !== 'refused' || failure.status !== 404) throw error
}

/** Another client was sooner: what is to be changed is not there any more. As the server says it, without asking. */
const gone = (): UcwaError =>
  new UcwaError({ kind: 'refused', status: 404, reason: { ...NO_REASON, code: 'NotFound' } })
