import { unreachable } from '../ucwa/errors.ts'
import type { Transport, TransportRequest } from '../ucwa/transport.ts'

/**
 * Requests by CORS. Nothing is taken from the HTTP cache: what an event has announced must be read anew.
 * No cookies, but where a grant stands on them: a bearer token is all that UCWA needs.
 */
export function createFetchTransport(send: typeof fetch): Transport {
  return {
    send: async (request, signal) => {
      const { method, url, headers, body, withCredentials = false } = request
      try {
        const response = await send(url, {
          method,
          headers,
          body,
          signal,
          redirect: redirectOf(request),
          credentials: withCredentials ? 'include' : 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
        })
        return {
          status: response.status,
          headers: response.headers,
          body: await response.text(),
          url: response.url === '' ? null : response.url,
        }
      } catch (error) {
        if (signal.aborted) throw signal.reason
        throw unreachable(error instanceof Error ? error.message : String(error))
      }
    },
  }
}

/** Neither a token nor a password follows a redirect to wherever it leads: only what carries neither may. */
const redirectOf = ({ method, headers }: TransportRequest): RequestRedirect =>
  method === 'GET' && headers['Authorization'] === undefined ? 'follow' : 'error'

/** Deletes what is there though the page is going: the browser sends it after the page is gone, and nobody hears the answer. */
export function sendLast(url: string, token: string): void {
  void fetch(url, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => null) // the server ends what is not polled by its own rule
}
