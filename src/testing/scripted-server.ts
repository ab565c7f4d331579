import { expect } from 'vitest'
import { unreachable } from '../ucwa/errors.ts'
import {
  parseHeaderLines,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../ucwa/transport.ts'

/** What one line of the script answers. */
export type Answer = {
  readonly status?: number
  /** Sent as JSON, unless a content type says otherwise. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Where redirects of the browser's own ended. */
  readonly from?: string
}

type AnswerTo = (request: TransportRequest) => Answer | 'unreachable' | Promise<Answer>
export type Line = Answer | 'unreachable' | 'silent' | AnswerTo

/**
 * A transport that plays a script, line by line, in order: `expects('GET', url, answer)`. A request that is not the
 * next line fails the test at once, as does a line that is left at the end (`expectAllPlayed`).
 */
export type ScriptedServer = Transport & {
  expects(method: TransportRequest['method'], url: string, line?: Line): ScriptedServer
  /** The requests so far, in order. */
  readonly requests: readonly TransportRequest[]
  /** How many are held: asked by `silent` lines, and not aborted. */
  held(): number
  expectAllPlayed(): void
}

export function createScriptedServer(): ScriptedServer {
  const script: { readonly method: string; readonly url: string; readonly line: Line }[] = []
  const requests: TransportRequest[] = []
  let held = 0

  const server: ScriptedServer = {
    requests,
    held: () => held,
    expects: (method, url, line = {}) => {
      script.push({ method, url, line })
      return server
    },
    expectAllPlayed: () => {
      expect(
        script.map(({ method, url }) => `${method} ${url}`),
        'lines of the script that nobody asked for',
      ).toEqual([])
    },
    send: async (request, signal) => {
      requests.push(request)
      const next = script.shift()
      const wanted = next === undefined ? 'nothing more' : `${next.method} ${next.url}`
      expect(`${request.method} ${request.url}`, 'a request that is not the next line of the script').toBe(
        wanted,
      )
      const line = next?.line ?? {}
      if (line !== 'silent') return replyOf(typeof line === 'function' ? await line(request) : line)
      held += 1
      return new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          held -= 1
          reject(signal.reason)
        })
      })
    },
  }
  return server
}

function replyOf(line: Answer | 'unreachable'): TransportReply {
  if (line === 'unreachable') throw unreachable('scripted')
  const { status = line.body === undefined ? 204 : 200, body, headers = {} } = line
  const isText = typeof body === 'string'
  const all = {
    ...(body === undefined ? {} : { 'Content-Type': isText ? 'text/html' : 'application/json' }),
    ...headers,
  }
  return {
    status,
    headers: parseHeaderLines(
      Object.entries(all)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n'),
    ),
    body: body === undefined ? '' : isText ? body : JSON.stringify(body),
    url: line.from ?? null,
  }
}

/** The hrefs that a batch asks for, in order: the pool's side of it, read without the client's own code. */
export const readsOf = (request: TransportRequest): readonly string[] =>
  [...(request.body ?? '').matchAll(/^GET (\S+) HTTP\/1\.1\r\nHost: (\S+)\r\n/gm)].map(
    ([, path, host]) => `https://${host}${path}`,
  )

/** A batch's answer, part by part in the order of the reads. */
export const batchAnswer = (answers: readonly Answer[]): Answer => ({
  headers: { 'Content-Type': 'multipart/batching; boundary="answer"' },
  body: [...answers.map(partOf), '--answer--\r\n'].join(''),
})

function partOf({ status = 200, body, headers = {} }: Answer): string {
  const all = { 'Content-Type': 'application/json; charset=utf-8', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const head = `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`
  return `--answer\r\nContent-Type: application/http; msgtype=response\r\n\r\n${head}${text}\r\n`
}
