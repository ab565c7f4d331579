import type { Address } from '../lib/address.ts'
import type { Clock } from '../lib/clock.ts'
import type { SharedTexts } from '../lib/kept-texts.ts'
import type { ParseXml } from '../lib/xml.ts'
import type { Photos } from '../data/photos.ts'
import type { FileRead } from '../session/custom-states.ts'
import type { KeptPage } from '../session/kept-page.ts'
import type { ScreenLight } from '../session/lit-screen.ts'
import type { Machine } from '../session/machine.ts'
import type { Notices } from '../session/notices.ts'
import type { Page } from '../session/page.ts'
import type { ReaderLanguages } from '../session/reader-languages.ts'
import type { Windows } from '../session/page-visit.ts'
import type { ClaimLine, Leadership } from '../session/tab-leader.ts'
import type { TabLine } from '../session/tabs.ts'
import type { ThisPage } from '../session/this-page.ts'
import type { Configuration } from '../ucwa/config.ts'
import type { UcwaClient } from '../ucwa/ucwa-client.ts'
import type { ModernGrant } from '../ucwa/modern.ts'
import type { Transports } from '../ucwa/transport.ts'

/** Everything outside: time, chance, storage, the network and the page. `main.tsx` hands in the browser's. */
export type World = {
  readonly configuration: Configuration
  readonly transports: Transports
  readonly clock: Clock
  /** From 0 up to, but not including, 1. */
  readonly random: () => number
  readonly page: Page
  /** Where the view is kept. */
  readonly address: Address
  /** Null: this browser keeps no copy of the page, as over plain http. */
  readonly keptPage: KeptPage | null
  readonly thisPage: ThisPage
  readonly kept: SharedTexts
  /** Resolves when the present turn of the event loop is over. */
  readonly nextTick: () => Promise<void>
  /** No other call, here or on any computer, has returned the same. */
  readonly uniqueId: () => string
  readonly pageOrigin: string
  /** Where people sign in on somebody else's page. */
  readonly windows: Windows
  readonly modern: ModernGrant | null
  readonly readerLanguages: ReaderLanguages
  /** Between the tabs of this browser. */
  readonly tabLine: TabLine & ClaimLine
  /** Null: this browser has no locks, and tabs elect a leader among themselves. */
  readonly locks: Leadership | null
  /** Null: this browser cannot tell whether anybody is at the machine. */
  readonly machine: Machine | null
  /** Null: this browser cannot keep its screen lit. */
  readonly screenLight: ScreenLight | null
  readonly notices: Notices
  /** Sends a DELETE though the page is going, and waits for no answer. */
  readonly sendLast: (request: { readonly url: string; readonly token: string }) => void
  readonly createPhotos: (
    of: Pick<UcwaClient, 'showsPhoto' | 'tokenFor' | 'transport'>,
  ) => Photos & { forget(): void }
  /** A file that the configuration names. Rejects only when aborted. */
  readonly readFile: (url: string, signal: AbortSignal) => Promise<FileRead>
  readonly parseXml: ParseXml
  /** What is ours to mend. */
  readonly report: (bug: unknown) => void
}
