import { unlessAborted } from '../lib/unless-aborted.ts'
import {
  createApplication,
  makeMeAvailable,
  parseApplication,
  reportMyActivity,
  type Application,
  type Identity,
} from './application.ts'
import { createBatch } from './batch.ts'
import type { Configuration } from './config.ts'
import { startOrRefresh } from './contacts-and-groups-subscription.ts'
import { createCurrentApplication } from './current-application.ts'
import { findWayIn, personOf } from './discovery.ts'
import type { WayIn } from './way-in.ts'
import { failureOf, UcwaError, type UcwaFailure } from './errors.ts'
import { createFoundBefore } from './found-before.ts'
import {
  hasLink,
  linkTo,
  type Href,
  type Link,
  type Linked,
  toSipUri,
  type Resource,
  type SipUri,
} from './hal.ts'
import { createExchange, createHttp } from './http.ts'
import { demandTrusted, demandTrustedLinks } from './led-astray.ts'
import { createLinkIndex } from './link-index.ts'
import { createPeople } from './people.ts'
import { showsPhoto } from './photo.ts'
import { addTo, extend, readMembers, removeMember, subscribe, unsubscribe } from './presence-subscription.ts'
import { resourceIn, type Reply } from './reply.ts'
import { placeIn } from './overheard.ts'
import { createPolling } from './polling.ts'
import { createTokens, type Proof } from './token.ts'
import type { TransportRequest } from './transport.ts'
import { createTrust } from './trust.ts'
import { createUcwaReads } from './ucwa.ts'
import { withoutLastActive } from './without-last-active.ts'
import { createWayRecord } from './way-record.ts'
import { whyBarred } from './why-barred.ts'
import { createWire } from './wire.ts'
import type { Appearance, UcwaClient, UcwaWorld, WayInRequest } from './ucwa-client.ts'

/**
 * Builds the protocol for one page. A person may sign in, end, and another sign in after.
 * Longer than other files: what one sign-in shares is joined here, and each of the parts has a file of its own.
 */
export function createUcwa(world: UcwaWorld): UcwaClient {
  const { configuration, transports, clock, giveUp, identity, eventParameters } = world
  let life = new AbortController()
  let address = ''
  let applications: Link | null = null
  let isFoundBefore = false
  /** Whose the first application of this sign-in was. */
  let person: SipUri | null = null
  /** Found once for each application, and never used for another: where hearing of contacts and groups is started. */
  let listSubscription: { readonly of: Href; readonly found: Linked } | null = null

  const trust = createTrust(configuration)
  const wire = createWire(transports)
  const exchange = createExchange(wire, trust, clock, giveUp.requestMs)
  const foundBefore = createFoundBefore(world.kept)
  const record = createWayRecord(() => clock.now(), world.onDiscovered)
  const askForToken = (request: TransportRequest): Promise<Reply> => {
    const asking = exchange(request, life.signal)
    return record.isUnderWay() ? record.noted('token', request.url, wire.kind(request.url), asking) : asking
  }
  const tokens = createTokens(askForToken, trust, clock, {
    configuration: configuration.signIn,
    modern: world.modern,
    onMet: (met) => record.met(met),
  })
  const heed = (reply: Reply): void => {
    const place = placeIn(reply)
    if (place !== null) world.onOverheard(place)
  }
  const http = createHttp(exchange, tokens, clock, heed)
  const index = createLinkIndex(trust.trusts)
  const current = createCurrentApplication()
  const batch = createBatch({
    http,
    clock,
    nextTick: world.nextTick,
    uniqueId: world.uniqueId,
    batchHref: () => current.demand().batch,
    heed,
    ended: current.over,
  })
  const trusted = (reply: Reply): Resource => demandTrusted(resourceIn(reply), trust.trusts)
  const reads = { http, batch, index, application: current, ended: () => life.signal }
  const ucwa = createUcwaReads(reads)

  const forget = (): void => {
    life.abort(new UcwaError({ kind: 'signedOut' }))
    tokens.forget()
    index.clear()
    current.end()
    applications = null
    person = null
    listSubscription = null
    transports.xframe.close()
  }

  const find = async (isAfresh: boolean, onStep: WayInRequest['onStep'], signal: AbortSignal) => {
    const way = await findWayIn(
      {
        configuration,
        transports,
        wire,
        exchange,
        tokens,
        trust,
        foundBefore,
        record,
        nowMs: () => clock.now(),
        pageOrigin: world.pageOrigin,
        onStep,
      },
      { address, isAfresh },
      signal,
    )
    if (way.kind === 'found') {
      applications = way.applications
      isFoundBefore = way.isFoundBefore
    }
    return way
  }

  /** The person is there to be asked, for as long as this takes. */
  const findWithPerson = async (request: WayInRequest, signal: AbortSignal): Promise<WayIn> => {
    const own = life
    tokens.ask((page) => unlessAborted(request.onPage(page), signal))
    try {
      const way = await find(false, request.onStep, signal)
      return way.kind === 'found' ? { kind: 'found', host: new URL(way.applications.href).host } : way
    } finally {
      if (life === own) tokens.ask(null)
    }
  }

  const proofOf = ({ password, picked }: WayInRequest): Proof => {
    const didWindowsWork = world.kept.read(windowsKey(address, configuration)) === 'worked'
    return { username: address, password, picked, didWindowsWork }
  }

  const signIn: UcwaClient['signIn'] = async (request, signal) => {
    forget()
    const own = new AbortController()
    life = own
    /** Once it has ended, what is there is of whoever has signed in since. */
    const forgetOwn = (): void => {
      if (life === own) forget()
    }
    current.begin()
    address = request.address.trim().replace(/^sip:/i, '')
    tokens.begin(proofOf(request))
    tokens.take(request.passed)
    const way = await findWithPerson(request, signal).catch((error: unknown) => {
      forgetOwn()
      throw error
    })
    if (way.kind !== 'found') forgetOwn()
    else rememberWindows()
    return way
  }

  const signInAgain: UcwaClient['signInAgain'] = async (request, signal) => {
    tokens.again(proofOf(request))
    return findWithPerson(request, signal)
  }

  const rememberWindows = (): void =>
    world.kept.write(windowsKey(address, configuration), tokens.used() === 'windows' ? 'worked' : '')

  const locate = async (signal: AbortSignal): Promise<boolean> => {
    const before = applications?.href
    const way = await find(true, () => undefined, signal)
    if (way.kind !== 'found') throw new UcwaError(whyBarred(way))
    return way.applications.href !== before
  }

  /** What was found before and is refused now was found too long ago: autodiscover knows better. */
  const created = async (of: Identity, signal: AbortSignal): Promise<Resource> => {
    if (applications === null) throw new UcwaError({ kind: 'signedOut' })
    try {
      return await createApplication(http, applications, of, signal)
    } catch (error) {
      const failure = failureOf(error)
      if (failure === null || !isReasonToDrop(failure)) throw error
      foundBefore.dropWay(personOf(address, configuration))
      if (!isFoundBefore || (await find(true, () => undefined, signal)).kind !== 'found') throw error
      return createApplication(http, applications, of, signal)
    }
  }

  const open = async (appearance: Appearance, signal: AbortSignal): Promise<Href> => {
    current.lose()
    const { userAgent, culture, endpointId, instanceId } = identity
    const resource = await created(
      { userAgent, culture: culture(), endpointId: endpointId(), instanceId: instanceId() },
      signal,
    )
    const opened = parseApplication(demandTrusted(resource, trust.trusts))
    await demandSamePerson(opened, signal)
    const application = await shown(opened, appearance, signal)
    listSubscription = null
    index.clear()
    index.learn(resource)
    current.set(application)
    polling.begin()
    return application.events
  }

  const demandSamePerson = async (opened: Application, signal: AbortSignal): Promise<void> => {
    const whose = ownerOf(opened)
    if (whose === null || person === null || whose === person) {
      person ??= whose
      return
    }
    await endApplication(opened, signal) // it goes by the ids of whom it is not
    world.onSomebodyElse(whose)
    throw new UcwaError({ kind: 'signedOut' })
  }

  /** Documented: `presence`, `note` and `location` appear among the links of `me` only then ("Me dashboard"). */
  const shown = async (
    application: Application,
    appearance: Appearance,
    signal: AbortSignal,
  ): Promise<Application> => {
    if (appearance.kind === 'watching') return application
    if (!(await makeMeAvailable(http, application.me, appearance.as, signal))) return application
    const me = trusted(await http.get(linkTo(application.me, 'self'), signal))
    return { ...application, me }
  }

  const check = async (signal: AbortSignal): Promise<void> => {
    const before = current.demand()
    try {
      const resource = trusted(await http.get(before.href, signal))
      if (!resource.embedded.has('me') || !resource.embedded.has('people')) return
      const { batch: to, me, people } = parseApplication(resource)
      if (current.get()?.href === before.href) current.set({ ...before, batch: to, me, people })
    } catch (error) {
      const failure = failureOf(error)
      const isGone = failure?.kind === 'refused' && failure.status === 404
      if (!isGone && failure?.kind !== 'applicationGone') throw error
      current.lose()
      throw new UcwaError({ kind: 'applicationGone' })
    }
  }

  const polling = createPolling({
    http: createHttp(exchange, tokens, clock), // unheeded: what these answers say of the channel is read in full
    index,
    parameters: eventParameters,
    giveUpMs: giveUp.pollMs,
    check,
  })

  return {
    ucwa: configuration.features.lastActive ? ucwa : withoutLastActive(ucwa),
    people: createPeople(reads),
    ownerOf: (href) => index.ownerOf(href),
    relOf: (href) => index.relOf(href),
    signIn,
    signInAgain,
    passTokens: tokens.pass,
    takeTokens: tokens.take,
    grant: () => tokens.used(),
    locate,
    open,
    showMe: async (as, signal) => {
      const before = await current.wait(signal)
      const after = await shown(before, { kind: 'shown', as }, signal)
      if (current.get()?.href === before.href) current.set(after)
    },
    close: async (signal) => {
      const before = current.get()
      const living = life.signal
      current.lose()
      if (before === null || (await endApplication(before, signal)) || living.aborted) return
      if (current.get() === null) current.set(before) // its poll goes on as well; if it has ended, that is told soon
    },
    lastRequest: () => {
      const application = current.get()
      const token = application === null ? null : tokens.current(application.href)
      return application === null || token === null ? null : { url: application.href, token }
    },
    applicationHref: () => current.get()?.href ?? null,
    whose: () => {
      const application = current.get()
      return application === null ? null : ownerOf(application)
    },
    check,
    poll: polling.poll,
    goOn: polling.goOn,
    subscribe: async (to, durationMinutes, signal) => {
      const { people } = await current.wait(signal)
      const subscription = await subscribe(http, people, to, durationMinutes, signal)
      demandTrustedLinks(subscription.links, trust.trusts)
      return subscription
    },
    extend: (subscription, durationMinutes, signal) => extend(http, subscription, durationMinutes, signal),
    addTo: (subscription, uris, signal) => addTo(http, subscription, uris, signal),
    removeFrom: async (subscription, uris, signal) => {
      const named = (await readMembers(batch, subscription, signal)).map((membership) => ({
        membership,
        who: index.ownerOf(membership.contact),
      }))
      const leaving = named.filter(({ who }) => who !== null && uris.has(toSipUri(who)))
      await Promise.all(leaving.map(({ membership }) => removeMember(batch, membership, signal)))
    },
    unsubscribe: async (subscription, signal) => {
      try {
        await unsubscribe(http, subscription, signal)
      } catch (error) {
        const failure = failureOf(error)
        if (failure?.kind !== 'refused' || failure.status !== 404) throw error // 404: it has lapsed, which will do
      }
    },
    followContactsAndGroups: async (durationMinutes, signal) => {
      const { href: of, people } = await current.wait(signal)
      if (listSubscription?.of !== of) {
        const found = trusted(await batch.read(linkTo(people, 'myContactsAndGroupsSubscription'), signal))
        listSubscription = { of, found }
      }
      await startOrRefresh(http, listSubscription.found, durationMinutes, signal)
    },
    canReportMyActivity: () => {
      const application = current.get()
      return application !== null && hasLink(application.me, 'reportMyActivity')
    },
    reportMyActivity: async (signal) => {
      const { me } = await current.wait(signal)
      await reportMyActivity(http, me, signal)
    },
    tokenFor: (href) => (trust.trusts(href) ? tokens.current(href) : null),
    showsPhoto: (href, signal) => showsPhoto(http, href, signal),
    transport: () => wire.kind(),
    end: async (signal) => {
      const application = current.get()
      if (application !== null) await endApplication(application, signal)
      if (applications !== null) foundBefore.dropWay(personOf(address, configuration)) // documented: until sign-out
      forget()
    },
  }

  /** False where the server may not have heard of it; it ends what is not polled by its own rule ("Me dashboard"). */
  async function endApplication({ href }: Application, signal: AbortSignal): Promise<boolean> {
    try {
      await http.send({ method: 'DELETE', href }, signal)
      return true
    } catch (error) {
      const failure = failureOf(error)
      return failure?.kind === 'refused' || failure?.kind === 'applicationGone'
    }
  }
}

/** Null where the server does not say. */
function ownerOf({ me }: Application): SipUri | null {
  const uri = me.properties['uri']
  return typeof uri === 'string' && uri !== '' ? toSipUri(uri) : null
}

/** Documented: 403, 502, and a connection that fails ("Root URL"). Assumed: 404 too, when the person's pool has moved. */
const isReasonToDrop = (failure: UcwaFailure): boolean =>
  failure.kind === 'unreachable' ||
  (failure.kind === 'serverFailed' && failure.status === 502) ||
  (failure.kind === 'refused' && (failure.status === 403 || failure.status === 404))

/** Whether integrated sign-in works is a matter of the domain, not of the person. */
const windowsKey = (address: string, { autodiscover }: Configuration): string =>
  `windows:${address.split('@')[1]?.toLowerCase() ?? autodiscover.url ?? autodiscover.domain ?? ''}`
