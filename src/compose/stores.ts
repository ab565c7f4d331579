import { nothingRecorded } from '../session/diagnostics.ts'
import { createDiagnosticsRecorder } from '../session/diagnostics-recorder.ts'
import { createChannelStore } from '../state/channel-store.ts'
import { createElsewhereStore } from '../state/elsewhere-store.ts'
import { createEndingsStore } from '../state/endings-store.ts'
import { createRecentNotesStore } from '../state/recent-notes-store.ts'
import { createDiagnosticsStore } from '../state/diagnostics-store.ts'
import { createKnownByStore } from '../state/known-by-store.ts'
import { createNowStore } from '../state/now-store.ts'
import { createOtherTabsStore } from '../state/other-tabs-store.ts'
import { createPreferencesStore, parsePreferences } from '../state/preferences-store.ts'
import { createPublicationStore } from '../state/publication-store.ts'
import { createSignInAgainStore } from '../state/sign-in-again-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import type { World } from './world.ts'

export type Stores = ReturnType<typeof createStores>

/** What is ours and not the server's, for as long as the page lives. */
export const createStores = ({
  configuration,
  clock,
  kept,
  machine,
}: Pick<World, 'configuration' | 'clock' | 'kept' | 'machine'>) => {
  const { theme } = configuration.defaults
  const preferencesStore = createPreferencesStore({ theme, ...parsePreferences(kept.read('preferences')) })
  preferencesStore.subscribe((preferences) => kept.write('preferences', JSON.stringify(preferences)))
  return {
    signInStore: createSignInStore(),
    signInAgainStore: createSignInAgainStore(),
    knownByStore: createKnownByStore(machine !== null),
    otherTabsStore: createOtherTabsStore(),
    channelStore: createChannelStore(),
    diagnosticsStore: createDiagnosticsStore(nothingRecorded(clock.now())),
    publicationStore: createPublicationStore(),
    elsewhereStore: createElsewhereStore(),
    endingsStore: createEndingsStore(),
    recentNotesStore: createRecentNotesStore(),
    nowStore: createNowStore(clock.now()),
    preferencesStore,
  }
}

/** Writes down what happened, for the diagnostics page. */
export const createRecorder = ({ clock }: Pick<World, 'clock'>, { diagnosticsStore }: Stores) =>
  createDiagnosticsRecorder(clock, (diagnostics) => diagnosticsStore.setState({ diagnostics }))
