import type { Configuration } from './config.ts'

/** Which origins may get a request, a frame or a token. */
export type Trust = {
  /** Starts over, for a person of that sign-in domain; null where the sign-in name has none. */
  begin(domain: string | null): void
  /** The root, the user resource or the challenge names it. True when it is trusted from now on. */
  admit(url: string): boolean
  trusts(url: string): boolean
}

/**
 * Trusted is an https origin that the root, the user resource or the challenge named, below the sign-in domain or a
 * domain that the configuration trusts; and where the configuration itself starts. No other ever gets a request.
 * An origin on this machine, by http too, is trusted only where the configuration starts on this machine.
 */
export function createTrust({ autodiscover, trustedDomains }: Configuration): Trust {
  const startsHere = autodiscover.url !== null && isLoopback(new URL(autodiscover.url).hostname)
  const origins = new Set<string>()
  let domains: readonly string[] = []

  const mayBeTrusted = ({ origin, protocol, hostname }: URL): boolean => {
    if (autodiscover.url !== null && origin === new URL(autodiscover.url).origin) return true
    if (isLoopback(hostname)) return startsHere && (protocol === 'https:' || protocol === 'http:')
    return protocol === 'https:' && domains.some((domain) => isBelow(hostname, domain))
  }

  return {
    begin: (domain) => {
      origins.clear()
      domains = [domain, autodiscover.domain, ...trustedDomains].flatMap((one) =>
        one === null ? [] : [one.toLowerCase()],
      )
    },
    admit: (url) => {
      if (!URL.canParse(url) || !mayBeTrusted(new URL(url))) return false
      origins.add(new URL(url).origin)
      return true
    },
    trusts: (url) => URL.canParse(url) && origins.has(new URL(url).origin),
  }
}

const isBelow = (hostname: string, domain: string): boolean =>
  hostname === domain || hostname.endsWith(`.${domain}`)

/** This machine: the one place where http is as good as https. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
