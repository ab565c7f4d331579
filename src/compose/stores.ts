import { nothingRecorded } from '../session/diagnostics.ts'
import { createDiagnosticsRecorder } from '../session/diagnostics-recorder.ts'
import { NO_ENDINGS } from '../session/endings.ts'
import { createAlertsStore } from '../state/alerts-store.ts'
import { createChannelStore } from '../state/channel-store.ts'
import { createCustomStatesStore } from '../state/custom-states-store.ts'
import { createElsewhereStore } from '../state/elsewhere-store.ts'
import { createEndingsStore } from '../state/endings-store.ts'
import { createRecentNotesStore } from '../state/recent-notes-store.ts'
import { createDiagnosticsStore } from '../state/diagnostics-store.ts'
import { createFavouritesStore } from '../state/favourites-store.ts'
import { createKnownByStore } from '../state/known-by-store.ts'
import { createLanguageStore, type Speech } from '../state/language-store.ts'
import { cultureFor, languageFor } from '../state/languages.ts'
import { createNewVersionStore } from '../state/new-version-store.ts'
import { createNowStore } from '../state/now-store.ts'
import { createOtherTabsStore } from '../state/other-tabs-store.ts'
import {
  createPreferencesStore,
  isSame,
  keptWith,
  parsePreferences,
  USUAL_PREFERENCES,
  type Preferences,
} from '../state/preferences-store.ts'
import { createPublicationStore } from '../state/publication-store.ts'
import { createSignInAgainStore } from '../state/sign-in-again-store.ts'
import { createSignInStore } from '../state/sign-in-store.ts'
import { createViewStore } from '../state/view-store.ts'
import { createWallStore } from '../state/wall-store.ts'
import { toSipUri } from '../ucwa/hal.ts'
import type { World } from './world.ts'

export type Stores = ReturnType<typeof createStores>

/** What is ours and not the server's, for as long as the page lives. */
export const createStores = ({
  address,
  configuration,
  clock,
  kept,
  machine,
  notices,
  readerLanguages,
}: Pick<
  World,
  'address' | 'configuration' | 'clock' | 'kept' | 'machine' | 'notices' | 'readerLanguages'
>) => {
  const { theme, density, language } = configuration.defaults
  const preferredAtFirst: Preferences = { ...USUAL_PREFERENCES, theme, density, language }
  const keptPreferences = () => parsePreferences(kept.read('preferences'), preferredAtFirst)
  const preferencesStore = createPreferencesStore(keptPreferences())
  preferencesStore.subscribe((now, before) => {
    if (now === preferredAtFirst) return kept.write('preferences', '{}') // reset: nothing is chosen any more
    const text = kept.read('preferences')
    if (isSame(now, parsePreferences(text, preferredAtFirst))) return // another tab has kept it
    kept.write('preferences', keptWith(text, before, now))
  })
  // Kept anew by it, which is what is kept already, so that two tabs do not go on telling one another.
  const favouritesStore = createFavouritesStore(kept, toSipUri)
  kept.onOthersWrite((key) => {
    if (key === 'preferences') preferencesStore.setState(keptPreferences())
    favouritesStore.keptElsewhere(key)
  })

  const speech = (): Speech => {
    const chosen = preferencesStore.getState().language
    const wanted = readerLanguages.now()
    return {
      language: chosen ?? languageFor(wanted),
      culture: cultureFor(chosen, wanted),
    }
  }
  const languageStore = createLanguageStore(speech())
  const speakAnew = (): void => languageStore.setState(speech())
  readerLanguages.onChange(speakAnew)
  preferencesStore.subscribe(speakAnew)

  return {
    languageStore,
    signInStore: createSignInStore(),
    signInAgainStore: createSignInAgainStore(),
    knownByStore: createKnownByStore(machine !== null),
    otherTabsStore: createOtherTabsStore(),
    channelStore: createChannelStore(),
    diagnosticsStore: createDiagnosticsStore(nothingRecorded(clock.now())),
    publicationStore: createPublicationStore(),
    favouritesStore,
    alertsStore: createAlertsStore(notices.permission()),
    customStatesStore: createCustomStatesStore(),
    elsewhereStore: createElsewhereStore(),
    endingsStore: createEndingsStore(NO_ENDINGS),
    recentNotesStore: createRecentNotesStore(),
    newVersionStore: createNewVersionStore(),
    wallStore: createWallStore(address, configuration.features.wallboard),
    nowStore: createNowStore(clock.now()),
    preferencesStore,
    viewStore: createViewStore(address, clock),
    preferredAtFirst,
  }
}

/** Writes down what happened, for the diagnostics page. */
export const createRecorder = ({ clock }: Pick<World, 'clock'>, { diagnosticsStore }: Stores) =>
  createDiagnosticsRecorder(clock, (diagnostics) => diagnosticsStore.setState({ diagnostics }))
