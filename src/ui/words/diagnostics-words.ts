import type { ChannelRecord, Happening, Interruption, TabRole } from '../../session/diagnostics.ts'
import type { SignInFailure } from '../../session/sign-in.ts'
import type { Lack } from '../../session/this-page.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from '../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { Grant } from '../../ucwa/grants.ts'
import type { Hidden } from '../diagnostics/causes.ts'
import type { DiagnosticsTexts } from './diagnostics-texts.ts'
import { createMoments, dated } from './moments.ts'
import type { Words } from './words.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }

export type DiagnosticsWords = ReturnType<typeof createDiagnosticsWords>

/** The words of the diagnostics page out of one language's texts; loaded with that page alone. */
export function createDiagnosticsWords(texts: DiagnosticsTexts) {
  const { locale, when, failures } = texts
  const { title, back, leftOut, copy, copied, asText, customStates, trouble, requests } = texts

  const moments = createMoments(locale)
  // Two digits for the hour have to be asked for: Spanish and Japanese write 9:05:00 otherwise.
  const seconds = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const moment = (atMs: number, nowMs: number): string =>
    dated(moments.day(atMs, nowMs), seconds.format(atMs))
  const atTheMoment = (atMs: number, nowMs: number): string =>
    when(moments.day(atMs, nowMs), seconds.format(atMs))

  const duration = (ms: number): string => lengthIn(texts.lengths, ms)
  const brief = (because: UcwaFailure): string => {
    if (because.kind !== 'serverFailed' && because.kind !== 'refused') return failures[because.kind]
    const { code, subcode, server } = because.reason
    const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
    return failures.said(what, server)
  }

  const { starts, answers, by, detail: withDetail, step, reasons, why, ...discovery } = texts.discovery
  const { grants, got, renewed, renewedBefore, ...signIn } = texts.signIn
  const { createdOnce, createdAnew, isShown, onlyWatches, ...application } = texts.application
  const { thisLeads, anotherLeads, tabsOf, lacks, ...page } = texts.page
  const { states, answered, waited, ...channel } = texts.channel
  const { title: happenedTitle, none, word, failedFor, ...happened } = texts.happened

  return {
    title,
    back,
    leftOut,
    copy,
    copied,
    asText,
    duration,
    /** With its day unless that is today, since the page may be open for weeks: "10:42:09", "18 Nov 10:42:09" */
    moment,

    verdict: {
      ...texts.verdict,
      signedInFor: (ms: number): string => texts.verdict.signedInFor(duration(ms)),
    },
    /** How signing in failed, for an administrator. */
    signInFailed: (failure: SignInFailure, words: Words): { title: string; text: string } =>
      signInFailedIn(texts.signInFailed, failure, words),
    interruptions(all: readonly Interruption[], nowMs: number): string {
      const last = all.at(-1)
      if (last === undefined) return ''
      const { fromMs, toMs, because } = last
      const told = because === null ? '' : texts.interruptions.because(brief(because))
      const length = duration((toMs ?? nowMs) - fromMs)
      const began = when(moments.day(fromMs, nowMs), moments.clock(fromMs))
      return all.length === 1
        ? texts.interruptions.one(length, began, told)
        : texts.interruptions.several(all.length, length, began, told)
    },

    causes: { ...texts.causes, of: (kind: Hidden['kind']): readonly string[] => texts.causes.of[kind] },
    discovery: {
      ...discovery,
      starts: (from: Discovered['from']): string => starts[from],
      step: ({ url, transport, answer, detail }: WayStep): string =>
        step(
          new URL(url).host,
          transport === null ? '' : by(TRANSPORTS[transport]),
          typeof answer === 'number' ? String(answer) : answers[answer],
          detail === null ? '' : withDetail(detail),
        ),
      why: (host: string, kind: TransportKind, because: TransportReason): string =>
        why(host, TRANSPORTS[kind], reasons[because]),
    },
    signIn: {
      ...signIn,
      grant: (grant: Grant): string => grants[grant],
      got(atMs: number, renewals: number, nowMs: number): string {
        const at = atTheMoment(atMs, nowMs)
        return renewals === 0 ? got(at) : renewed(at, renewals)
      },
      renewedBefore: (expiresAtMs: number, nowMs: number): string =>
        renewedBefore(moment(expiresAtMs, nowMs)),
    },
    application: {
      ...application,
      createdAt(atMs: number, times: number, nowMs: number): string {
        const at = moment(atMs, nowMs)
        return times === 1 ? createdOnce(at) : createdAnew(at, times)
      },
      isVisible: (onlyWatch: boolean): string => (onlyWatch ? onlyWatches : isShown),
    },
    customStates,
    page: {
      ...page,
      tabsOf: ({ tabs, isLeader }: TabRole): string => tabsOf(tabs, isLeader ? thisLeads : anotherLeads),
      lack: (lack: Lack): string => lacks[lack],
    },
    channel: {
      ...channel,
      state: ({ state }: ChannelRecord): string => states[state ?? 'none'],
      answered: (atMs: number, events: number, nowMs: number): string =>
        answered(moment(atMs, nowMs), events),
      waited: (passedMs: number, allMs: number): string =>
        waited(Math.floor(passedMs / SECOND_MS), Math.round(allMs / SECOND_MS)),
    },
    trouble: {
      ...trouble,
      solvedAfter: (atMs: number, ms: number, nowMs: number): string =>
        trouble.solvedAfter(moment(atMs, nowMs), duration(ms)),
    },
    requests,
    happened: {
      title: happenedTitle,
      none,
      word,
      text(happening: Happening): string {
        switch (happening.kind) {
          case 'signInBegan':
          case 'signedOut':
          case 'live':
          case 'elsewhere':
          case 'lockedOut':
            return happened[happening.kind]
          case 'signInFailed':
            return typeof happening.because === 'string'
              ? failedFor[happening.because]
              : brief(happening.because)
          case 'token':
            return happening.isRenewal ? happened.renewed : happened.got
          case 'opened':
            return happened.opened(duration(happening.opened.tookMs))
          case 'events':
            return `${happened.events(happening.events)}${happening.gap ? happened.missed : ''}`
          case 'interrupted':
            return happening.because === null ? '' : brief(happening.because)
          case 'liveAgain':
            return happened.liveAgain(duration(happening.afterMs))
          case 'ended':
            return brief(happening.because)
        }
      },
    },
  }
}

/** To the second below two minutes, to the minute below an hour. */
function lengthIn(say: DiagnosticsTexts['lengths'], ms: number): string {
  if (ms < SECOND_MS) return say.milliseconds(Math.round(ms))
  if (ms < 2 * MINUTE_MS) return say.seconds(Math.round(ms / SECOND_MS))
  if (ms < HOUR_MS) return say.minutes(Math.round(ms / MINUTE_MS))
  return say.hours(Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS))
}

/** What the sign-in screen says, but for what an administrator wants to know besides. */
function signInFailedIn(
  say: DiagnosticsTexts['signInFailed'],
  failure: SignInFailure,
  { signIn, failure: words }: Words,
): { title: string; text: string } {
  switch (failure.kind) {
    case 'serverNotFound':
      return { title: signIn.notFound(failure.domain), text: say.noAnswer(failure.asked) }
    case 'originNotAllowed': {
      const said = failure.told === '' ? '' : say.says(failure.told)
      return {
        title: signIn.unknownPage.title,
        text: `${say.missing(failure.origin, failure.host)}${said}`,
      }
    }
    case 'frameRefused':
      return { title: signIn.frameRefused, text: failure.url }
    case 'notTrusted':
      return { title: signIn.notTrusted(failure.origin), text: signIn.notTrustedHint(failure.namedBy) }
    case 'noGrant':
      return { title: signIn.noGrant, text: signIn.noGrantOffered(failure.offered) }
    case 'homedOnline':
      return { title: signIn.homedOnline, text: signIn.homedOnlineHint(failure.host) }
    case 'windowsRefused':
      return { title: signIn.windowsRefused, text: signIn.windowsRefusedHint }
    case 'windowsUnasked':
      return { title: signIn.windowsUnasked, text: '' }
    case 'passwordNeeded':
      return { title: signIn.passwordNeeded, text: '' }
    case 'wrongPassword':
      return { title: say.wrongPassword, text: '' }
    case 'badAddress':
      return { title: signIn.badAddress, text: '' }
    case 'other':
      return { title: signIn.other[failure.step], text: words(failure.because) }
  }
}
