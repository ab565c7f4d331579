import { parseConfiguration } from '../ucwa/config.ts'
import { createUcwa } from '../ucwa/create-ucwa.ts'
import type { Appearance, UcwaClient, WayInRequest } from '../ucwa/ucwa-client.ts'
import type { Discovered } from '../ucwa/discovered.ts'
import type { EventParameters } from '../ucwa/events.ts'
import type { Transport } from '../ucwa/transport.ts'
import { POOL } from './examples.ts'
import { createHandTurnedClock } from './hand-turned-clock.ts'
import { createScriptedServer, type Answer } from './scripted-server.ts'

/** A company with one pool, as the walkthroughs of the documentation print it, and a client in front of it. */

const never = new AbortController().signal
export const SHOWN: Appearance = { kind: 'shown', as: null }
const UNTUNED: EventParameters = { lowSeconds: null, mediumSeconds: null, timeoutSeconds: null }
export const WATCHING: Appearance = { kind: 'watching' }
export const ROOT = 'https://lyncdiscover.contoso.com/'
export const INTERNAL = 'https://lyncdiscoverinternal.contoso.com/'
export const USER = `${POOL}/Autodiscover/AutodiscoverService.svc/root/oauth/user?originalDomain=contoso.com`
export const XFRAME = `${POOL}/Autodiscover/XFrame/XFrame.html`
export const TOKEN = `${POOL}/WebTicket/oauthtoken`
export const APPLICATIONS = `${POOL}/ucwa/oauth/v1/applications`
export const APP = '/ucwa/oauth/v1/applications/101'
export const at = (path: string) => `${POOL}${APP}${path}`

export const links = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([rel, href]) => [rel, { href }]))
export const foundRoot: Answer = { body: { _links: links({ user: USER, xframe: XFRAME }) } }
export const challenged: Answer = {
  status: 401,
  body: '<html>',
  headers: { 'WWW-Authenticate': `MsRtcOAuth href="${TOKEN}",grant_type="password"` },
}
export const granted: Answer = { body: { access_token: 'cwt', expires_in: 28_289 } }
export const foundUser: Answer = { body: { _links: links({ applications: APPLICATIONS, xframe: XFRAME }) } }

export const lurker = {
  uri: 'sip:LeneA@contoso.com',
  name: 'Lene',
  _links: links({ self: `${APP}/me`, makeMeAvailable: `${APP}/me/mma` }),
}
export const me = {
  ...lurker,
  _links: links({
    self: `${APP}/me`,
    presence: `${APP}/me/presence`,
    note: `${APP}/me/note`,
    reportMyActivity: `${APP}/me/rma`,
  }),
}
const people = {
  _links: links({
    self: `${APP}/people`,
    myGroups: `${APP}/people/groups`,
    myContacts: `${APP}/people/contacts`,
    presenceSubscriptions: `${APP}/people/presenceSubscriptions`,
    myContactsAndGroupsSubscription: `${APP}/people/cgs`,
  }),
}
export const application = (mine: object): Answer => ({
  status: 201,
  body: {
    _links: links({ self: APP, batch: `${APP}/batch`, events: `${APP}/events?ack=1&instanceId=tab` }),
    _embedded: { me: mine, people },
    rel: 'application',
  },
})

export const contact = (name: string) => ({
  rel: 'contact',
  uri: `sip:${name}@contoso.com`,
  _links: links({
    self: `${APP}/people/${name}`,
    contactPresence: `${APP}/people/${name}/presence`,
    contactNote: `${APP}/people/${name}/note`,
  }),
})

export function world(
  of: {
    configuration?: object
    answering?: readonly string[]
    eventParameters?: () => EventParameters
    pageOrigin?: string
    /** What the browser has kept from before. */
    kept?: Map<string, string>
  } = {},
) {
  const server = createScriptedServer()
  const framed = createScriptedServer()
  const frames: string[] = []
  const clock = createHandTurnedClock()
  const kept = of.kept ?? new Map<string, string>()
  let discovered: Discovered | null = null
  const somebodyElse: string[] = []
  const configuration = parseConfiguration(of.configuration ?? {})
  const client: UcwaClient = createUcwa({
    configuration,
    transports: {
      cors: server,
      xframe: withFrames(framed, frames),
      answers: (url) => Promise.resolve(of.answering?.includes(url) ?? false),
    },
    clock,
    nextTick: async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    },
    uniqueId: () => 'boundary',
    pageOrigin: of.pageOrigin ?? 'https://presence.contoso.com',
    kept: { read: (key) => kept.get(key) ?? null, write: (key, text) => void kept.set(key, text) },
    modern: null,
    onOverheard: (place) => client.goOn(place),
    onSomebodyElse: (whose) => somebodyElse.push(whose),
    onDiscovered: (one) => {
      discovered = one
    },
    identity: {
      userAgent: 'Presence Board',
      culture: () => 'en-US',
      endpointId: () => 'endpoint',
      instanceId: () => 'tab',
    },
    giveUp: { requestMs: 30_000, pollMs: 210_000 },
    eventParameters: of.eventParameters ?? (() => UNTUNED),
  })
  return { client, server, framed, frames, clock, kept, somebodyElse, discovered: () => discovered }
}

const withFrames = (transport: Transport, frames: string[]) => ({
  send: (...asked: Parameters<Transport['send']>) => transport.send(...asked),
  knowFrame: (url: string) => void frames.push(url),
  frameFor: (url: string) => `${new URL(url).origin}/xframe`,
  close: () => void frames.push('closed'),
})

export const signIn = (
  client: UcwaClient,
  of: Partial<Pick<WayInRequest, 'address' | 'password' | 'picked' | 'onPage'>> = {},
) => {
  const steps: string[] = []
  const way = client.signIn(
    {
      address: of.address ?? 'lenea@contoso.com',
      password: of.password ?? 'secret',
      picked: of.picked ?? null,
      passed: [],
      onPage: of.onPage ?? (() => Promise.reject(new Error('nobody is there to sign in on a page'))),
      onStep: (step, host) => steps.push(`${step} ${host}`),
    },
    never,
  )
  return way.then((found) => ({ way: found, steps }))
}

export type World = ReturnType<typeof world>
export const wayIn = ({ server }: World) =>
  server
    .expects('GET', INTERNAL, 'unreachable')
    .expects('GET', ROOT, foundRoot)
    .expects('GET', USER, challenged)
    .expects('POST', TOKEN, granted)
    .expects('GET', USER, foundUser)

/** Signed in and made available. */
export async function opened(eventParameters = () => UNTUNED) {
  const there = world({ eventParameters })
  wayIn(there)
    .expects('POST', APPLICATIONS, application(lurker))
    .expects('POST', at('/me/mma'))
    .expects('GET', at('/me'), { body: me })
  await signIn(there.client)
  const events = await there.client.open(SHOWN, never)
  there.server.expectAllPlayed()
  return { ...there, events }
}
