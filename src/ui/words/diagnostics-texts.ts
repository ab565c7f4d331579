import type { ChannelRecord, Happening } from '../../session/diagnostics.ts'
import type { SignInFailure } from '../../session/sign-in.ts'
import type { Lack } from '../../session/this-page.ts'
import type { Discovered, TransportReason, WayStep } from '../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Grant } from '../../ucwa/grants.ts'
import type { Hidden } from '../diagnostics/causes.ts'
import type { enCustomStates } from './en/custom-states.ts'

type Say<Given extends readonly unknown[]> = (...given: Given) => string

/**
 * What a language says on the diagnostics page. What is to be said when is here alone, in `createDiagnosticsWords`; so the
 * functions of a language put what they are given into its grammar, and decide nothing. `at` is a moment, `length` a
 * length of time, `why` a failure, each said already; `when` is such a moment in a sentence.
 */
export type DiagnosticsTexts = {
  /** By which moments are written. */
  readonly locale: string
  /** "at 10:42:09", "on 18 Nov at 10:42:09"; the day is null today. */
  readonly when: Say<[day: string | null, clock: string]>
  /** Whole numbers. */
  readonly lengths: {
    readonly milliseconds: Say<[count: number]>
    readonly seconds: Say<[count: number]>
    readonly minutes: Say<[count: number]>
    readonly hours: Say<[hours: number, minutes: number]>
  }
  /** "503 ServiceUnavailable", "no answer" */
  readonly failures: Readonly<Record<Exclude<UcwaFailure['kind'], 'serverFailed' | 'refused'>, string>> & {
    readonly said: Say<[what: string, server: string | null]>
  }

  readonly title: string
  readonly back: string
  readonly leftOut: string
  readonly copy: string
  readonly copied: string
  readonly asText: string
  readonly verdict: {
    readonly works: string
    readonly signedOut: string
    readonly underWay: string
    readonly notLive: string
    readonly offline: string
    readonly signedInFor: Say<[length: string]>
  }
  readonly signInFailed: {
    readonly noAnswer: Say<[asked: readonly string[]]>
    readonly missing: Say<[origin: string, host: string]>
    /** After the sentence before. */
    readonly says: Say<[told: string]>
    readonly wrongPassword: string
  }
  readonly interruptions: {
    /** After the sentence before. */
    readonly because: Say<[why: string]>
    readonly one: Say<[length: string, when: string, because: string]>
    readonly several: Say<[count: number, length: string, when: string, because: string]>
  }
  readonly causes: {
    readonly title: string
    readonly lead: string
    readonly of: Readonly<Record<Hidden['kind'], readonly string[]>>
    readonly open: string
    readonly opensNewTab: string
  }
  readonly discovery: {
    readonly title: string
    readonly none: string
    readonly domain: string
    readonly from: string
    readonly starts: Readonly<Record<Discovered['from'], string>>
    readonly asked: Readonly<Record<WayStep['asked'], string>>
    readonly answers: Readonly<Record<Exclude<WayStep['answer'], number>, string>>
    /** After the host; after all the rest. */
    readonly by: Say<[transport: string]>
    readonly detail: Say<[detail: string]>
    readonly step: Say<[host: string, by: string, answer: string, detail: string]>
    readonly pool: string
    readonly transport: string
    readonly reasons: Readonly<Record<TransportReason, string>>
    readonly why: Say<[host: string, transport: string, reason: string]>
    readonly outcome: Readonly<Record<'underWay' | 'found' | 'failed', string>>
  }
  readonly signIn: {
    readonly title: string
    readonly way: string
    readonly grants: Readonly<Record<Grant, string>>
    readonly offered: string
    readonly token: string
    readonly got: Say<[when: string]>
    readonly renewed: Say<[when: string, times: number]>
    readonly ends: string
    readonly renewedBefore: Say<[at: string]>
    readonly none: string
  }
  readonly application: {
    readonly title: string
    readonly none: string
    readonly created: string
    readonly createdOnce: Say<[at: string]>
    readonly createdAnew: Say<[at: string, times: number]>
    readonly culture: string
    readonly visible: string
    readonly isShown: string
    readonly onlyWatches: string
    readonly watched: string
    readonly people: Say<[count: number]>
    readonly server: string
    readonly version: string
  }
  readonly customStates: typeof enCustomStates
  readonly page: {
    readonly title: string
    readonly version: string
    readonly browser: string
    readonly origin: string
    readonly configured: string
    readonly config: {
      readonly url: Say<[url: string]>
      readonly domain: Say<[domain: string]>
      readonly byAddress: string
      readonly transport: Say<[transport: string]>
      readonly trusted: Say<[domains: readonly string[]]>
    }
    readonly tabs: string
    readonly thisLeads: string
    readonly anotherLeads: string
    readonly tabsOf: Say<[tabs: number, whoLeads: string]>
    readonly lacking: string
    readonly lacks: Readonly<Record<Lack, string>>
    readonly complete: string
  }
  readonly channel: {
    readonly title: string
    readonly states: Readonly<Record<Exclude<ChannelRecord['state'], null> | 'none', string>>
    readonly lastAnswer: string
    readonly answered: Say<[at: string, events: number]>
    readonly noAnswer: string
    readonly due: string
    readonly waiting: string
    /** Whole seconds. */
    readonly waited: Say<[passed: number, all: number]>
  }
  readonly trouble: {
    readonly title: string
    readonly none: string
    readonly solved: string
    readonly open: string
    readonly when: string
    readonly solvedAfter: Say<[at: string, length: string]>
    readonly what: string
    readonly noStatus: string
    readonly subcode: Say<[subcode: string | null]>
    readonly asked: string
    readonly said: string
    readonly diagnostics: string
    readonly server: string
    readonly correlation: string
  }
  readonly requests: {
    readonly title: string
    readonly aside: Say<[inChart: number, chartMinutes: number, batches: number]>
    readonly chart: Say<[most: number]>
    readonly unit: string
    readonly byRel: string
    readonly count: Say<[rel: string, count: number]>
  }
  readonly happened: {
    readonly title: string
    readonly none: string
    readonly word: Readonly<Record<Happening['kind'], string>>
    readonly signInBegan: string
    /** Why signing in failed, without names of hosts and domains, which stand elsewhere on the page. */
    readonly failedFor: Readonly<Record<Exclude<SignInFailure['kind'], 'other'>, string>>
    readonly signedOut: string
    readonly got: string
    readonly renewed: string
    readonly opened: Say<[length: string]>
    readonly live: string
    readonly events: Say<[count: number]>
    /** After the events. */
    readonly missed: string
    readonly liveAgain: Say<[length: string]>
    readonly elsewhere: string
    readonly lockedOut: string
  }
}
