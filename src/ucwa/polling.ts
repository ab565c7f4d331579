import { failureOf } from './errors.ts'
import { parseEventPackage, withEventParameters, type EventPackage, type EventParameters } from './events.ts'
import type { Href } from './hal.ts'
import type { Http } from './http.ts'
import type { LinkIndex } from './link-index.ts'
import { createOverheard, type ChannelPlace } from './overheard.ts'
import { jsonIn } from './reply.ts'

/** P-GETs, one after another, and what the server has been told about them. */
export type Polling = {
  /** One P-GET. A 404 is believed, as `applicationGone`, only when `check` says the same. */
  poll(next: Href, signal: AbortSignal): Promise<EventPackage>
  /** The poll under way, or the next one, goes on there, with a gap. */
  goOn(at: ChannelPlace): void
  /** Another application, which nothing has been told yet. */
  begin(): void
}

export type PollingDeps = {
  readonly http: Pick<Http, 'send'>
  readonly index: Pick<LinkIndex, 'learn'>
  /** As they are to be now. A change is told to the server with the next P-GET. */
  readonly parameters: () => EventParameters
  readonly giveUpMs: number
  /** Rejects `applicationGone` when it is. */
  readonly check: (signal: AbortSignal) => Promise<void>
}

export function createPolling({ http, index, parameters, giveUpMs, check }: PollingDeps): Polling {
  const overheard = createOverheard()
  let told: EventParameters = UNTOLD

  const ask = async (next: Href, signal: AbortSignal): Promise<EventPackage> => {
    const wanted = parameters()
    const href = withEventParameters(next, changed(told, wanted))
    const reply = await http.send({ method: 'GET', href, giveUpMs }, signal).catch(async (error: unknown) => {
      const failure = failureOf(error)
      const mayBeGone =
        failure?.kind === 'applicationGone' || (failure?.kind === 'refused' && failure.status === 404)
      if (mayBeGone) await check(signal)
      throw error
    })
    const { embedded, isResumed, ...heard } = parseEventPackage(jsonIn(reply), reply.url)
    told = isResumed ? UNTOLD : wanted
    for (const resource of embedded) index.learn(resource)
    return heard
  }

  return {
    poll: (next, signal) =>
      overheard.unlessLed(
        (unlessLed) => ask(next, unlessLed),
        signal,
        ({ isResumed }) => {
          if (isResumed) told = UNTOLD
        },
      ),
    goOn: overheard.go,
    begin: () => {
      overheard.forget()
      told = UNTOLD
    },
  }
}

const UNTOLD: EventParameters = { lowSeconds: null, mediumSeconds: null, timeoutSeconds: null }

/** What the server does not know yet; it remembers the rest. Source: "Event channel details", "Requesting events". */
function changed(told: EventParameters, wanted: EventParameters): EventParameters {
  const news = (name: keyof EventParameters): number | null =>
    wanted[name] === told[name] ? null : wanted[name]
  return {
    lowSeconds: news('lowSeconds'),
    mediumSeconds: news('mediumSeconds'),
    timeoutSeconds: news('timeoutSeconds'),
  }
}
