import { withoutSecrets } from '../../lib/without-secrets.ts'
import type { Words } from '../words/words.ts'
import type { DiagnosticsWords } from '../words/diagnostics-words.ts'
import type { Facts } from './facts.ts'

/** The one sentence that everything below it explains. */
export type Verdict = {
  readonly look: 'works' | 'waits' | 'fails'
  readonly title: string
  /** Empty: the title says it all. */
  readonly text: string
}

/** A mistake in the configuration comes first, since nothing else can be told with it; then how signing in stands. */
export function verdictOf(facts: Facts, words: Words, own: DiagnosticsWords): Verdict {
  const { configuration, signIn } = facts
  if ('mistakes' in configuration) {
    return { look: 'fails', title: words.configuration.title, text: configuration.mistakes.join(' ') }
  }
  switch (signIn.kind) {
    case 'signedOut':
      return { look: 'waits', title: own.verdict.signedOut, text: '' }
    case 'underWay':
      return { look: 'waits', title: own.verdict.underWay, text: words.signIn.steps[signIn.step] }
    case 'failed':
      return cleaned({ look: 'fails', ...own.signInFailed(signIn.because, words) })
    case 'signedIn':
      return cleaned(ofConnection(facts, words, own))
  }
}

function ofConnection(
  { connection, diagnostics, nowMs }: Facts,
  words: Words,
  own: DiagnosticsWords,
): Verdict {
  const since =
    diagnostics.signIn === null ? '' : own.verdict.signedInFor(nowMs - diagnostics.signIn.beganAtMs)
  const text = [since, own.interruptions(diagnostics.interruptions, nowMs)]
    .filter((part) => part !== '')
    .join(' ')
  switch (connection.kind) {
    case 'live':
      return { look: 'works', title: own.verdict.works, text }
    case 'connecting':
      return { look: 'waits', title: words.connection.connecting, text }
    case 'reconnecting':
      return {
        look: 'fails',
        title: own.verdict.notLive,
        text: `${words.failure(connection.because)} ${text}`,
      }
    case 'offline':
      return { look: 'fails', title: own.verdict.offline, text }
    case 'elsewhere':
      return { look: 'fails', title: words.band.elsewhere, text }
    case 'signedOut':
      return { look: 'fails', title: words.band.signedOut, text }
    case 'failed':
      return { look: 'fails', title: words.band.failed, text: words.failure(connection.because) }
  }
}

/** A server's own words are among it. */
const cleaned = (verdict: Verdict): Verdict => ({ ...verdict, text: withoutSecrets(verdict.text) })
