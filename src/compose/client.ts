import { observedTransports } from '../session/observed-transports.ts'
import { POLL_GIVE_UP_MS, REQUEST_GIVE_UP_MS } from '../session/timing.ts'
import type { DiagnosticsRecorder } from '../session/diagnostics.ts'
import type { Tuning } from '../session/tuning.ts'
import { createUcwa } from '../ucwa/create-ucwa.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { SipUri } from '../ucwa/hal.ts'
import type { ChannelPlace } from '../ucwa/overheard.ts'
import type { Person } from './person.ts'
import type { Stores } from './stores.ts'
import type { World } from './world.ts'

export type ClientDeps = {
  readonly world: World
  readonly stores: Pick<Stores, 'languageStore'>
  readonly person: Person
  readonly recorder: DiagnosticsRecorder
  readonly tuning: Tuning
  /** An answer to something else than a poll says where the event channel goes on. */
  readonly onOverheard: (place: ChannelPlace) => void
  /** Somebody else has signed in where only one person's session is going on. */
  readonly onSomebodyElse: (whose: SipUri) => void
}

/** The protocol, with each of its requests told to the diagnostics. */
export function createClient(deps: ClientDeps): UcwaClient {
  const { world, person, recorder, tuning, onOverheard, onSomebodyElse } = deps
  const { clock } = world
  const client: UcwaClient = createUcwa({
    configuration: world.configuration,
    transports: observedTransports(world.transports, {
      recorder,
      relOf: (href) => client.relOf(href),
      nowMs: () => clock.now(),
    }),
    clock,
    nextTick: world.nextTick,
    uniqueId: world.uniqueId,
    pageOrigin: world.pageOrigin,
    kept: world.kept,
    modern: world.modern,
    onOverheard,
    onSomebodyElse,
    onDiscovered: (discovered) => recorder.discovered(discovered),
    identity: {
      userAgent: 'Presence Board',
      culture: () => deps.stores.languageStore.getState().culture,
      endpointId: () => person.keptId('endpoint'),
      // One event channel for all tabs, whichever of them polls it.
      instanceId: () => person.keptId('instance'),
    },
    giveUp: { requestMs: REQUEST_GIVE_UP_MS, pollMs: POLL_GIVE_UP_MS },
    eventParameters: () => tuning.parameters(),
  })
  return client
}
