import { FluentProvider } from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, lazy, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Language } from '../state/languages.ts'
import type { Preferences } from '../state/preferences-store.ts'
import { BrandingProvider, useBranding } from './branding.ts'
import { DiagnosticsDoor } from './diagnostics/door.tsx'
import type { MistakeFacts } from './diagnostics/facts.ts'
import { CustomStateWords } from './custom-state-words.tsx'
import { NoteDraftKeeper } from './my-presence/note-draft.tsx'
import { NotReached, type NotReachedProps } from './installed/not-reached.tsx'
import { WritingTold } from './installed/writing-told.tsx'
import { PageHead } from './page-head.tsx'
import { Announcer } from './parts/announcer.tsx'
import { ServicesProvider, useServices } from './services.ts'
import type { Services } from './services.ts'
import { CameBack } from './sign-in/came-back.tsx'
import { ConfigurationMistake } from './sign-in/configuration-mistake.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { StoppedBoundary } from './stopped-boundary.tsx'
import { createContrastTheme, createTheme } from './theme.ts'
import { WordsProvider } from './words/words-provider.tsx'
import { useWords } from './words/words.ts'
import './app.css'

const loadDashboard = () => import('./dashboard/dashboard.tsx')
const Dashboard = lazy(() => loadDashboard().then(({ Dashboard: component }) => ({ default: component })))

const Wallboard = lazy(() =>
  import('./wallboard/wallboard.tsx').then(({ Wallboard: component }) => ({ default: component })),
)

const LiveDiagnostics = lazy(() =>
  import('./diagnostics/live-diagnostics.tsx').then(({ LiveDiagnostics: component }) => ({
    default: component,
  })),
)
const MistakenDiagnostics = lazy(() =>
  import('./diagnostics/mistaken-diagnostics.tsx').then(({ MistakenDiagnostics: component }) => ({
    default: component,
  })),
)

/** The page, once there is something to serve it. */
export function App({ services }: { services: Services }) {
  return (
    <ServicesProvider value={services}>
      <QueryClientProvider client={services.cache}>
        <Preferred>
          <StoppedBoundary onStartAgain={services.startAgain}>
            <Announcer>
              <PageHead />
              <DiagnosticsDoor page={<LiveDiagnostics />}>
                <NoteDraftKeeper>
                  <WritingTold />
                  <CustomStateWords>
                    <Screen />
                  </CustomStateWords>
                </NoteDraftKeeper>
              </DiagnosticsDoor>
            </Announcer>
          </StoppedBoundary>
        </Preferred>
      </QueryClientProvider>
    </ServicesProvider>
  )
}

/** The page when `config.json` cannot be used: there is no server to speak to, only a mistake to put right. */
export function MistakenApp({ language, ...facts }: MistakeFacts & { language: Language }) {
  return (
    <Spoken language={language}>
      <Themed theme="system">
        <DiagnosticsDoor page={<MistakenDiagnostics {...facts} />}>
          <ConfigurationMistake mistakes={facts.mistakes} />
        </DiagnosticsDoor>
      </Themed>
    </Spoken>
  )
}

/** The page when it has been opened and its web server is out of reach: nobody is kept from last time. */
export function NotReachedApp({ language, ...props }: NotReachedProps & { language: Language }) {
  return (
    <Spoken language={language}>
      <Themed theme="system">
        <NotReached {...props} />
      </Themed>
    </Spoken>
  )
}

/** The page when it is the end of a sign-in at a provider, in a window that did not close itself. */
export function CameBackApp({ language }: { language: Language }) {
  return (
    <Spoken language={language}>
      <Themed theme="system">
        <CameBack />
      </Themed>
    </Spoken>
  )
}

function Screen() {
  const { signInStore, wallStore } = useServices()
  const { signIn } = useStore(signInStore)
  const wall = useStore(wallStore, (hung) => hung.wall)
  const [hasHung, setHasHung] = useState(false)
  // For one signed-in life: whoever signs in next has not come from it.
  const hangsOrHung = signIn.kind === 'signedIn' && (wall !== null || hasHung)
  if (hangsOrHung !== hasHung) setHasHung(hangsOrHung)
  switch (signIn.kind) {
    case 'signedOut':
    case 'underWay':
    case 'failed':
      return <SignInFirst />
    case 'signedIn':
      return (
        <Suspense fallback={null}>
          {wall !== null ? (
            <Wallboard wall={wall} />
          ) : (
            <Dashboard address={signIn.address} isBack={hasHung} />
          )}
        </Suspense>
      )
  }
}

/** While somebody types a password there is time to fetch the board. */
function SignInFirst() {
  useEffect(() => {
    loadDashboard().catch(() => null) // asked for again when it is needed, and missed only then
  }, [])
  return <SignIn />
}

function Preferred({ children }: { children: ReactNode }) {
  const { configuration, preferencesStore, languageStore } = useServices()
  const language = useStore(languageStore, (speech) => speech.language)
  const theme = useStore(preferencesStore, (preferences) => preferences.theme)
  return (
    <Spoken language={language}>
      <BrandingProvider value={configuration.branding}>
        <Themed theme={theme}>{children}</Themed>
      </BrandingProvider>
    </Spoken>
  )
}

/** Nothing is said before it can be said in the reader's language. */
function Spoken({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <WordsProvider language={language}>{children}</WordsProvider>
    </Suspense>
  )
}

function Themed({ theme, children }: { theme: Preferences['theme']; children: ReactNode }) {
  const { language, direction } = useWords()
  const { accent } = useBranding()
  const isContrast = theme === 'contrast'
  const colours = useMemo(
    () => (isContrast ? createContrastTheme(accent) : createTheme(accent)),
    [accent, isContrast],
  )
  return (
    <FluentProvider theme={colours} dir={direction} lang={language} className={`app app-${theme}`}>
      {children}
    </FluentProvider>
  )
}
