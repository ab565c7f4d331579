import { type Settings } from '../server/sandbox-model.ts'
import { type Ask, type Reply } from './http.ts'
import { refusal } from './refusals.ts'

/**
 * Which web pages may ask. A page's origin comes as the browser's `Origin`, as `X-Ms-Origin` (the frame adds it), or as
 * both, and then both must be allowed. A caller that sends neither is no page and is not checked.
 */
export type CallerOrigin =
  | { readonly kind: 'none' }
  | { readonly kind: 'allowed' | 'refused'; readonly origin: string; readonly isCors: boolean }

/**
 * @param own Where the sandbox itself listens. A frame may ask the origin that it was loaded from, and no other: there is
 * one frame for each host.
 */
export function callerOrigin(ask: Ask, { allowedOrigins }: Settings, own: readonly string[]): CallerOrigin {
  const direct = ask.headers.get('origin')
  const framed = ask.headers.get('x-ms-origin')
  // A frame's own requests carry the origin that it was loaded from, which is the one asked.
  const isCors = direct !== null && direct !== ask.url.origin
  const origin = isCors ? direct : framed
  if (origin === null) return { kind: 'none' }
  const isAllowed = (one: string): boolean =>
    allowedOrigins === null ? isLoopback(one) : allowedOrigins.has(one.toLowerCase())
  const isOfOurs = isCors && own.some((one) => isSamePlace(one, direct))
  const isRefused = isOfOurs || !isAllowed(origin) || (framed !== null && !isAllowed(framed))
  return { kind: isRefused ? 'refused' : 'allowed', origin, isCors }
}

/** One loopback name is as good as another. */
function isSamePlace(one: string, other: string): boolean {
  if (one === other || !isLoopback(one) || !isLoopback(other)) return one === other
  return new URL(one).port === new URL(other).port
}

/** Whether an origin is on this machine: `localhost`, below it, 127.0.0.0/8 or ::1. */
export function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/**
 * Documented: 403, with the reason in `X-Ms-diagnostics` (`ConfiguringATopology.md`). Observed: its number, 28070.
 */
export const originRefused = (fqdn: string): Reply => ({
  ...refusal(403, null, 'Service does not allow a cross domain request from this origin.'),
  headers: [
    ['Content-Type', 'application/json; charset=utf-8'],
    [
      'X-Ms-diagnostics',
      `28070;source="${fqdn}";reason="Service does not allow a cross domain request from this origin."`,
    ],
  ],
})

/**
 * Observed on premises: a preflight is answered 400 with 28020 and no CORS header, for "UCWA 2.0 does not support
 * OPTIONS" (`HTTP.md`).
 */
export const preflightRefused = (fqdn: string): Reply => ({
  status: 400,
  headers: [['X-Ms-diagnostics', `28020;source="${fqdn}";reason="No valid security token."`]],
  body: null,
})

/** Assumed: as a pool behind a reverse proxy that adds CORS. Only for origins that are allowed. */
export function preflightReply(ask: Ask, origin: string): Reply {
  return {
    status: 204,
    headers: [
      ...corsHeaders(origin),
      ['Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE'],
      ['Access-Control-Allow-Headers', ask.headers.get('access-control-request-headers') ?? ''],
      ['Access-Control-Max-Age', '7200'],
      ...(ask.headers.get('access-control-request-private-network') === 'true'
        ? ([['Access-Control-Allow-Private-Network', 'true']] as const)
        : []),
    ],
    body: null,
  }
}

/** What lets a page of that origin read the answer and the headers that matter. */
export const corsHeaders = (origin: string): [string, string][] => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Credentials', 'true'],
  [
    'Access-Control-Expose-Headers',
    'WWW-Authenticate, ETag, Expires, Retry-After, X-Ms-diagnostics, X-MS-Server-Fqdn, X-MS-UcwaVersion, X-MS-Correlation-Id',
  ],
  ['Vary', 'Origin'],
]
