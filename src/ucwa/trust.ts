import type { Configuration } from './config.ts'

/** Which origins may get a request, a frame or a token. */
export type Trust = {
  /**
   * For a person of that sign-in domain; null where the sign-in name has none. Starts over where it is another, so that
   * a search for a pool that has moved leaves what is under way its trust.
   */
  begin(domain: string | null): void
  /** The root, the user resource or the challenge names it. True when it is trusted from now on. */
  admit(url: string): boolean
  /** As `admit`, for the first hop of discovery: it may be plain http, and leads on to https before anything is told. */
  admitStart(url: string): boolean
  trusts(url: string): boolean
}

/**
 * Trusted is an https origin that the root, the user resource or the challenge named, below the sign-in domain or a
 * domain that the configuration trusts; and what the configuration itself names. No other ever gets a request.
 * An origin on this machine, by http too, is trusted only where the configuration starts on this machine.
 */
export function createTrust({ autodiscover, signIn, trustedDomains }: Configuration): Trust {
  const startsHere = autodiscover.url !== null && isLoopback(new URL(autodiscover.url).hostname)
  const named = [autodiscover.url, signIn.modern?.authority ?? null].flatMap((url) =>
    url === null ? [] : [new URL(url).origin],
  )
  const origins = new Set<string>()
  let domains: readonly string[] = []

  const mayBeTrusted = ({ origin, protocol, hostname }: URL): boolean => {
    if (named.includes(origin)) return true
    if (isLoopback(hostname)) return startsHere && (protocol === 'https:' || protocol === 'http:')
    return protocol === 'https:' && domains.some((domain) => isBelow(hostname, domain))
  }

  return {
    begin: (domain) => {
      const before = domains.join(' ')
      domains = [domain, autodiscover.domain, ...trustedDomains].flatMap((one) =>
        one === null ? [] : [one.toLowerCase()],
      )
      if (domains.join(' ') !== before) origins.clear()
    },
    admit: (url) => {
      if (!URL.canParse(url) || !mayBeTrusted(new URL(url))) return false
      origins.add(new URL(url).origin)
      return true
    },
    admitStart: (url) => {
      const { origin, protocol, hostname } = new URL(url)
      const isStart = protocol === 'http:' && domains.some((domain) => isBelow(hostname, domain))
      if (!isStart && !mayBeTrusted(new URL(url))) return false
      origins.add(origin)
      return true
    },
    trusts: (url) => URL.canParse(url) && origins.has(new URL(url).origin),
  }
}

/** Whether a host is of that domain; both in lower case. */
export const isBelow = (hostname: string, domain: string): boolean =>
  hostname === domain || hostname.endsWith(`.${domain}`)

/**
 * Whether a host is Microsoft's own cloud, for whoever is homed there.
 * Source: Microsoft 365 endpoints, "Skype for Business Online"; and those of the government and China clouds.
 */
export const isOnline = (hostname: string): boolean =>
  ['lync.com', 'skypeforbusiness.us', 'lync.cn', 'skype.com', 'teams.microsoft.com'].some((domain) =>
    isBelow(hostname.toLowerCase(), domain),
  )

/** This machine: the one place where http is as good as https. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
