import type { Configuration } from './config.ts'
import type { TransportKind, TransportReason } from './discovered.ts'
import { UcwaError, type UcwaFailure } from './errors.ts'
import { WrongOrigin } from './http.ts'
import { isGood, resourceIn } from './reply.ts'
import { isLoopback } from './trust.ts'
import {
  hostOf,
  notTrusted,
  stopped,
  Stopped,
  type DiscoveryDeps,
  type Found,
  type WayInFailure,
} from './way-in.ts'
import { ask, know, orFailure, refusal, unreadable } from './way-requests.ts'

/** Internal before external; https before http; and of the transports, CORS before the frame, unless one is known. */
export async function findRoot(deps: DiscoveryDeps, domain: string, signal: AbortSignal): Promise<Found> {
  const { configuration, transports, trust, wire, record, onStep } = deps
  const asked = configuration.autodiscover.domain ?? domain
  const starts = startsFor(configuration, asked, deps.pageOrigin)
  let answered: WayInFailure | null = null

  for (const start of starts) {
    if (!trust.admitStart(start)) throw stopped(deps, notTrusted(start, 'config.json'), 'root', start)
    onStep('finding', hostOf(start))
    for (const { kind, because } of transportsFor(deps, start)) {
      wire.use(start, kind)
      // A frame that shows the browser's error page is merely silent; this finds out at once.
      if (kind === 'xframe' && !(await transports.answers(start, signal))) {
        record.step('root', start, 'noAnswer', null)
        continue
      }
      let ledAway: WayInFailure | null = null
      const asking = askForRoot(deps, start, signal).catch((error: unknown) => {
        if (error instanceof WrongOrigin) ledAway = notTrusted(error.url, start)
        throw error
      })
      const root = await orFailure(asking)
      if (!('kind' in root)) {
        know(deps, start, kind, because)
        return root
      }
      if (root.kind === 'unreachable') continue
      // It was heard, so no other transport will do better; but another host may: a page that answers for every name
      // of a domain, or leads elsewhere, is no autodiscover service ("Root URL", step 3).
      if (!isNotFound(root)) answered = ledAway ?? { kind: 'other', host: hostOf(start), because: root }
      break
    }
  }
  if (answered !== null) throw new Stopped(answered)

  for (const start of starts) {
    if (await transports.answers(start, signal)) throw stopped(deps, unreadable(deps, start), 'root', start)
  }
  throw new Stopped({ kind: 'serverNotFound', domain: asked, asked: [...new Set(starts.map(hostOf))] })
}

/** An https page cannot call http, and an http page should rather not. Source: "Root URL", "Discovery", step 2. */
function startsFor({ autodiscover }: Configuration, domain: string, pageOrigin: string): readonly string[] {
  if (autodiscover.url !== null) return [autodiscover.url]
  const schemes = new URL(pageOrigin).protocol === 'http:' ? ['https', 'http'] : ['https']
  return ['lyncdiscoverinternal', 'lyncdiscover'].flatMap((name) =>
    schemes.map((scheme) => `${scheme}://${name}.${domain}/`),
  )
}

type Choice = { readonly kind: TransportKind; readonly because: TransportReason }

/** A frame cannot tell where a redirect has ended, so plain http, which always redirects, is not for it. */
function transportsFor({ configuration, foundBefore }: DiscoveryDeps, url: string): readonly Choice[] {
  if (configuration.transport !== 'auto') return [{ kind: configuration.transport, because: 'configured' }]
  const cors: Choice = { kind: 'cors', because: 'rootReadable' }
  const xframe: Choice = { kind: 'xframe', because: 'rootUnreadable' }
  if (isPlain(url)) return [cors]
  if (foundBefore.transport(hostOf(url)) !== 'xframe') return [cors, xframe]
  return [{ kind: 'xframe', because: 'remembered' }, cors]
}

const isPlain = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isLoopback(hostname)
}

const isNotFound = (failure: UcwaFailure): boolean => failure.kind === 'refused' && failure.status === 404

/** Stops the search where the server refuses this page: its other host keeps the same list. */
async function askForRoot(deps: DiscoveryDeps, start: string, signal: AbortSignal): Promise<Found> {
  const reply = await ask(deps, 'root', start, signal)
  // Documented: plain http always redirects to https ("Root URL", step 2); who answers himself is somebody else.
  if (isPlain(reply.url)) throw new WrongOrigin(reply.url)
  if (isGood(reply)) return { resource: resourceIn(reply), url: reply.url }
  const failure = refusal(deps, reply)
  if (failure.kind !== 'other') throw new Stopped(failure)
  throw new UcwaError(failure.because)
}
