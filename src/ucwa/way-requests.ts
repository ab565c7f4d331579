import { unlessAborted } from '../lib/unless-aborted.ts'
import type { TransportKind, TransportReason } from './discovered.ts'
import { failureOf, type UcwaFailure } from './errors.ts'
import { failureIn, isGood, resourceIn, type Reply } from './reply.ts'
import { MOST_RENEWALS, type Renewal } from './token.ts'
import {
  hostOf,
  notTrusted,
  stopped,
  Stopped,
  type DiscoveryDeps,
  type Found,
  type WayInFailure,
} from './way-in.ts'

/** Reads a resource, meeting the challenge where there is one. */
export async function askAsUser(deps: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Found> {
  deps.onStep('signingIn', hostOf(url))
  let reply = await askEitherWay(deps, url, signal)
  for (let renewals = 0; reply.status === 401 && renewals < MOST_RENEWALS; renewals += 1) {
    await meetChallenge(deps, reply, signal)
    reply = await ask(deps, 'user', url, signal)
  }
  return found(deps, reply)
}

/** As the host that led here is asked; where this page cannot read the answer so, by the other transport. */
async function askEitherWay(deps: DiscoveryDeps, url: string, signal: AbortSignal): Promise<Reply> {
  const { wire, transports, configuration, foundBefore, record } = deps
  const known = wire.kind(url) ?? 'cors'
  const first = await orFailure(ask(deps, 'user', url, signal))
  if (!('kind' in first)) {
    if (foundBefore.transport(hostOf(url)) !== known)
      know(deps, url, known, configuration.transport === 'auto' ? 'asBefore' : 'configured')
    return first
  }
  const isSilent = first.kind === 'unreachable' && (await transports.answers(url, signal))
  if (!isSilent) throw new Stopped({ kind: 'other', host: hostOf(url), because: first })
  const refused = unreadable(deps, url)
  if (configuration.transport !== 'auto') throw stopped(deps, refused, 'user', url)
  const other = known === 'cors' ? 'xframe' : 'cors'
  wire.use(url, other)
  const second = await orFailure(ask(deps, 'user', url, signal))
  if ('kind' in second) {
    wire.use(url, known)
    record.step('user', url, 'notReadable', null)
    throw new Stopped(refused)
  }
  know(deps, url, other, other === 'cors' ? 'rootReadable' : 'rootUnreadable')
  return second
}

export async function meetChallenge(
  { tokens }: DiscoveryDeps,
  refused: Reply,
  signal: AbortSignal,
): Promise<void> {
  const { url } = refused
  const challenge = refused.headers.get('WWW-Authenticate')
  const renewing = tokens.renew(url, challenge, tokens.current(url))
  demandToken(await unlessAborted(renewing, signal), url)
}

export function found(deps: DiscoveryDeps, reply: Reply): Found {
  if (!isGood(reply)) throw new Stopped(refusal(deps, reply))
  return { resource: resourceIn(reply), url: reply.url }
}

function demandToken(renewal: Renewal, url: string): void {
  switch (renewal.kind) {
    case 'renewed':
      return
    case 'wrongPassword':
    case 'passwordNeeded':
    case 'windowsUnasked':
    case 'windowsRefused':
    case 'noGrant':
      throw new Stopped(renewal)
    case 'notTrusted':
      throw new Stopped(notTrusted(renewal.origin, url))
    case 'failed':
      throw new Stopped({ kind: 'other', host: hostOf(url), because: renewal.failure })
  }
}

export const ask = (
  { exchange, tokens, wire, record }: DiscoveryDeps,
  asked: 'root' | 'user' | 'applications',
  url: string,
  signal: AbortSignal,
): Promise<Reply> => {
  const token = tokens.current(url)
  const authorization = token === null ? {} : { Authorization: `Bearer ${token}` }
  const headers = { Accept: 'application/json', ...authorization }
  return record.noted(
    asked,
    url,
    wire.kind(url),
    exchange({ method: 'GET', url, headers, body: null }, signal),
  )
}

export function know(
  { record, foundBefore }: DiscoveryDeps,
  url: string,
  kind: TransportKind,
  because: TransportReason,
): void {
  record.by(hostOf(url), kind, because)
  foundBefore.keepTransport(hostOf(url), kind)
}

/** Something answers there, only not to us. */
export const unreadable = ({ wire, transports, pageOrigin }: DiscoveryDeps, url: string): WayInFailure =>
  wire.kind(url) === 'cors'
    ? { kind: 'originNotAllowed', origin: pageOrigin, host: hostOf(url), told: '' }
    : { kind: 'frameRefused', url: transports.xframe.frameFor(url) }

/**
 * Observed: a page whose origin is not on the list gets 403 with `X-Ms-diagnostics: 28070;…reason="Service does not
 * allow a cross domain request from this origin."`, already from the root ("Configuring a topology").
 */
export function refusal({ nowMs, pageOrigin }: DiscoveryDeps, reply: Reply): WayInFailure {
  const because = failureIn(reply, nowMs())
  const host = hostOf(reply.url)
  const told = because.kind === 'refused' && because.status === 403 ? because.reason.diagnostics : null
  const isOrigin = told !== null && (/^\s*28070\b/.test(told) || /cross[- ]domain/i.test(told))
  return isOrigin
    ? { kind: 'originNotAllowed', origin: pageOrigin, host, told }
    : { kind: 'other', host, because }
}

export async function orFailure<T>(work: Promise<T>): Promise<T | UcwaFailure> {
  try {
    return await work
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return failure
  }
}
