import type { Configuration } from '../ucwa/config.ts'

/** Which ways to sign in the screen offers, before any server has said what it takes. */
export type WaysIn = {
  /** A button for the sign-in of this computer. */
  readonly windows: boolean
  /** Over plain http a password would go through the network for anybody to read, so there is no field for it. */
  readonly password: 'offered' | 'notConfigured' | 'plainHttp'
  /** The organisation's own page, or its provider's: nothing is typed here. */
  readonly page: boolean
  /** Without an address the configuration has to say where the server is. */
  readonly needsAddress: boolean
}

/** `pageOrigin` as a browser writes it; `isLoopback` says whether a host name is this machine. */
export function waysInOf(
  { signIn, autodiscover }: Configuration,
  pageOrigin: string,
  isLoopback: (hostname: string) => boolean,
): WaysIn {
  const { grants, modern } = signIn
  const { protocol, hostname } = new URL(pageOrigin)
  const isPlain = protocol === 'http:' && !isLoopback(hostname)
  return {
    windows: grants.includes('windows'),
    password: !grants.includes('password') ? 'notConfigured' : isPlain ? 'plainHttp' : 'offered',
    page: grants.includes('passive') || (grants.includes('modern') && modern !== null),
    needsAddress: autodiscover.url === null && autodiscover.domain === null,
  }
}
