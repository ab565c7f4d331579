import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAddress } from './browser/address.ts'
import { browserClock, createNextTick, uniqueId } from './browser/clock.ts'
import { sendLast } from './browser/fetch-transport.ts'
import { createKeptPage } from './browser/kept-page.ts'
import { createLocks } from './browser/locks.ts'
import { createMachine } from './browser/machine.ts'
import { createNotices } from './browser/notices.ts'
import { createModernGrant } from './browser/modern-grant.ts'
import { createPage } from './browser/page.ts'
import { createReadFile } from './browser/read-file.ts'
import { createReaderLanguages } from './browser/reader-languages.ts'
import { createScreenLight } from './browser/screen-light.ts'
import { canShowIn, createPhotoSource } from './browser/photo-source.ts'
import { createKept, createOthersWrites } from './browser/storage.ts'
import { createTabLine } from './browser/tab-line.ts'
import { thisPageOf } from './browser/this-page.ts'
import { comesBack, createSignInWindows, redirectUriOf } from './browser/sign-in-windows.ts'
import { createTransports } from './browser/transports.ts'
import { createTrustedTexts } from './browser/trusted-texts.ts'
import { createParseXml } from './browser/xml.ts'
import { compose } from './compose/compose.ts'
import { invariant } from './lib/assert.ts'
import { nothingRecorded } from './session/diagnostics.ts'
import { CONFIGURATION_FILE, readConfiguration } from './session/read-configuration.ts'
import { ANSWERS_GIVE_UP_MS, FRAME_LOAD_GIVE_UP_MS, REQUEST_GIVE_UP_MS } from './session/timing.ts'
import type { Speech } from './state/language-store.ts'
import { languageFor } from './state/languages.ts'
import { App, CameBackApp, MistakenApp, NotReachedApp } from './ui/app.tsx'
import { ConfigurationError, type Configuration } from './ucwa/config.ts'

/** Apart from whatever else is served from the same origin. */
const KEPT_BELOW = 'presence-board:'

/** Of this build; put in its place by vite.config.ts. */
declare const VERSION: string
const trusted = createTrustedTexts(window)
const thisPage = thisPageOf(window, () => window.localStorage, VERSION)

/** Says why for as long as the configuration cannot be had in passing. */
const readOwnConfiguration = (): Promise<Configuration> =>
  readConfiguration(
    {
      ask: async () => {
        const signal = AbortSignal.timeout(REQUEST_GIVE_UP_MS)
        const response = await fetch(CONFIGURATION_FILE, { cache: 'no-cache', signal })
        return { status: response.status, text: await response.text() }
      },
      clock: browserClock,
      page: createPage(window),
      onNotReached: (why, tryNow) =>
        root.render(
          <StrictMode>
            <NotReachedApp language={languageFor(navigator.languages)} why={why} onTryNow={tryNow} />
          </StrictMode>,
        ),
    },
    page.signal,
  )

const report = (bug: unknown): void => console.error(bug)

/** This browser's world, handed to the product. */
function composeFor(configuration: Configuration) {
  return compose({
    configuration,
    transports: createTransports({
      page: window,
      clock: browserClock,
      uniqueId,
      frameLoadGiveUpMs: FRAME_LOAD_GIVE_UP_MS,
      answersGiveUpMs: ANSWERS_GIVE_UP_MS,
    }),
    clock: browserClock,
    random: Math.random,
    page: createPage(window),
    address: createAddress(window),
    // Not where Vite serves the sources: what changes with every keystroke is not to be kept.
    keptPage: import.meta.env.PROD ? createKeptPage(window, trusted.workerUrl) : null,
    thisPage,
    kept: {
      ...createKept(() => window.localStorage, KEPT_BELOW),
      onOthersWrite: createOthersWrites(window, KEPT_BELOW),
    },
    nextTick: createNextTick(),
    uniqueId,
    pageOrigin: window.location.origin,
    windows: createSignInWindows(window, browserClock),
    modern: createModernGrant(redirectUriOf(window.location), REQUEST_GIVE_UP_MS),
    readerLanguages: createReaderLanguages(window),
    tabLine: createTabLine(window),
    locks: createLocks(window),
    machine: createMachine(window),
    screenLight: createScreenLight(window),
    notices: createNotices(window, report),
    sendLast: ({ url, token }) => sendLast(url, token),
    createPhotos: (of) =>
      createPhotoSource({
        ...of,
        fetch: (input, init) => fetch(input, init),
        nowMs: browserClock.now,
        pageOrigin: window.location.origin,
        canShow: canShowIn(document),
        toObjectUrl: (content) => URL.createObjectURL(content),
        revokeObjectUrl: (url) => URL.revokeObjectURL(url),
      }),
    readFile: createReadFile((input, init) => fetch(input, init)),
    parseXml: createParseXml(() => new DOMParser(), trusted.xml),
    report,
  })
}

const place = document.getElementById('root')
invariant(place !== null, 'index.html has lost its <div id="root">.')
const root = createRoot(place)
const page = new AbortController()
// Under hot reload the old session ends first: two would poll one application, and each put the other out.
import.meta.hot?.dispose(() => {
  page.abort()
  root.unmount()
})

/** The page's own language, which is read aloud before anything is on it. */
const speak = ({ language }: Speech): void => {
  document.documentElement.lang = language
}

/** The board itself, for as long as this page lives. */
async function runBoard(): Promise<void> {
  const services = composeFor(await readOwnConfiguration())
  speak(services.languageStore.getState())
  services.languageStore.subscribe(speak)
  root.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  )
  await services.run(page.signal)
}

if (comesBack(window)) {
  root.render(
    <StrictMode>
      <CameBackApp language={languageFor(navigator.languages)} />
    </StrictMode>,
  )
} else {
  await runBoard().catch((mistake: unknown) => {
    if (page.signal.aborted) return
    if (!(mistake instanceof ConfigurationError)) throw mistake
    root.render(
      <StrictMode>
        <MistakenApp
          language={languageFor(navigator.languages)}
          mistakes={mistake.mistakes}
          thisPage={thisPage}
          diagnostics={nothingRecorded(browserClock.now())}
          nowMs={browserClock.now()}
        />
      </StrictMode>,
    )
  })
}
