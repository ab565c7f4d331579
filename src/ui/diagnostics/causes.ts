import type { SignInFailure } from '../../session/sign-in.ts'
import type { Facts } from './facts.ts'

/**
 * What a browser keeps to itself. A page learns that there was no answer it may see, and no more: not whether the name is
 * unknown, the connection refused, or the certificate bad. So the possible causes are listed, and the person opens the
 * host itself, where the browser does say.
 */
export type Hidden = {
  readonly kind:
    /** Nothing answers at all. */
    | 'silent'
    /** Something answers, but this page may not read what. */
    | 'unreadable'
    /** Something answers, but the server's page for the hidden frame does not come up. */
    | 'frame'
  /** To open by hand; http or https, nothing else. */
  readonly urls: readonly string[]
}

/** Null: nothing is hidden now; what is known says it all. */
export function hiddenIn(facts: Facts): Hidden | null {
  const hidden =
    facts.signIn.kind === 'failed' ? hiddenBy(facts.signIn.because, facts) : hiddenByOutage(facts)
  if (hidden === null) return null
  const urls = hidden.urls.filter((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
  return { ...hidden, urls }
}

function hiddenBy(failure: SignInFailure, facts: Facts): Hidden | null {
  if (failure.kind === 'serverNotFound') {
    return { kind: 'silent', urls: failure.asked.map((host) => urlOf(host, facts)) }
  }
  if (failure.kind === 'frameRefused') return { kind: 'frame', urls: [failure.url] }
  if (failure.kind === 'originNotAllowed') {
    return failure.told === '' ? { kind: 'unreadable', urls: [urlOf(failure.host, facts)] } : null
  }
  if (failure.kind === 'other' && failure.because.kind === 'unreachable') {
    return { kind: 'silent', urls: failure.host === null ? [] : [urlOf(failure.host, facts)] }
  }
  return null
}

function hiddenByOutage(facts: Facts): Hidden | null {
  const { connection, diagnostics } = facts
  if (facts.signIn.kind !== 'signedIn' || connection.kind !== 'reconnecting') return null
  if (connection.because.kind !== 'unreachable') return null
  const pool = diagnostics.discovered?.pool ?? null
  const { lastTrouble } = diagnostics
  if (pool !== null) return { kind: 'silent', urls: [pool] }
  return { kind: 'silent', urls: lastTrouble === null ? [] : [urlOf(lastTrouble.host, facts)] }
}

/** By https, as servers are; the one that the configuration names, as it names it. */
function urlOf(host: string, { configuration, diagnostics }: Facts): string {
  const configured = 'mistakes' in configuration ? null : configuration.autodiscover.url
  const asked = diagnostics.discovered?.steps.map(({ url }) => url) ?? []
  const known = [configured, ...asked].find(
    (url) => url !== null && URL.canParse(url) && new URL(url).host === host,
  )
  return known ?? `https://${host}/`
}
