/** Header names compare without case: what a frame hands on is not always written as documented. */
export type ReplyHeaders = {
  get(name: string): string | null
}

export type TransportRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Absolute. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** True: cookies go with it, and the browser's own Windows sign-in. Through a frame they always do. */
  readonly withCredentials?: boolean
}

export type TransportReply = {
  /** As sent by the server; never 0. */
  readonly status: number
  readonly headers: ReplyHeaders
  readonly body: string
  /** Where the reply came from, after redirects; null where the transport cannot tell. */
  readonly url: string | null
}

/**
 * One way over to another origin: text out, text in. Rejects with a `UcwaError` of kind `unreachable` when there is
 * no reply to speak of, and with the signal's reason once that is aborted. Knows nothing of tokens or of UCWA.
 */
export type Transport = {
  send(request: TransportRequest, signal: AbortSignal): Promise<TransportReply>
}

/** The cross-domain frame, one for each origin. Source: UCWA general reference, "Cross-domain IFRAME". */
export type FrameTransport = Transport & {
  /**
   * From now on, requests to that URL's origin go through a frame with this page. Without it, the frame of an origin
   * is looked for at `/xframe`, as on the discovery hosts.
   */
  knowFrame(frameUrl: string): void
  /** Which page a request to that URL goes through. */
  frameFor(url: string): string
  /** Takes all frames away. What is under way rejects as `unreachable`. */
  close(): void
}

export type Transports = {
  /** Plain requests, which the server has to allow by CORS headers. */
  readonly cors: Transport
  readonly xframe: FrameTransport
  /** Whether anything at all answers there, though this page may not read what. Never rejects but for an abort. */
  answers(url: string, signal: AbortSignal): Promise<boolean>
}

/** Reads the CRLF lines of `getAllResponseHeaders()`. A repeated header is joined with a comma, as browsers do. */
export function parseHeaderLines(lines: string): ReplyHeaders {
  const headers = new Map<string, string>()
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = line.slice(colon + 1).trim()
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return { get: (name) => headers.get(name.toLowerCase()) ?? null }
}
