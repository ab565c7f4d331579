import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import * as v from 'valibot'

/**
 * HTTP Negotiate, the accepting side: who sends this token? The answer is somebody else's, who has the service's key: a
 * command that reads one token (base64) a line, and writes one verdict (JSON) a line in the same order.
 */
export type Negotiate = {
  verify(token: string): Promise<Verdict>
  stop(): Promise<void>
}

export type Verdict =
  | {
      readonly kind: 'accepted'
      /** Such as lenea@CONTOSO.COM. */
      readonly principal: string
      /** Goes back to the caller, who may want to know whom it has spoken to; null: none does. */
      readonly token: string | null
    }
  | { readonly kind: 'refused'; readonly why: string }

/** A server without Kerberos: it asks for Negotiate, and takes no token. */
export const withoutNegotiate: Negotiate = {
  verify: () => Promise.resolve({ kind: 'refused', why: 'there is no verifier' }),
  stop: () => Promise.resolve(),
}

const verdictLine = v.union([
  v.object({ principal: v.string(), token: v.nullable(v.string()) }),
  v.object({ error: v.string() }),
])

/**
 * Starts the command, by the shell. When it ends before it is stopped, every token is refused from then on.
 * @param command Its standard error is ours.
 */
export function createNegotiate(command: string): Negotiate {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const waiting: ((verdict: Verdict) => void)[] = []
  let hasEnded = false

  createInterface(child.stdout).on('line', (line) => waiting.shift()?.(verdictIn(line)))
  child.stdin.on('error', () => {}) // it has ended, which `close` tells
  child.once('close', () => {
    hasEnded = true
    for (const answer of waiting.splice(0)) answer({ kind: 'refused', why: 'the verifier has ended' })
  })

  return {
    verify: (token) =>
      new Promise((answer) => {
        if (hasEnded) return answer({ kind: 'refused', why: 'the verifier has ended' })
        if (!/^[\w+/=-]+$/.test(token)) return answer({ kind: 'refused', why: 'the token is not base64' })
        waiting.push(answer)
        child.stdin.write(`${token}\n`)
      }),
    stop: async () => {
      child.stdin.end()
      child.kill()
      await ended
    },
  }
}

function verdictIn(line: string): Verdict {
  let parsed: unknown = null
  try {
    parsed = JSON.parse(line)
  } catch {
    return { kind: 'refused', why: `the verifier wrote no JSON: ${line.slice(0, 80)}` }
  }
  const read = v.safeParse(verdictLine, parsed)
  if (!read.success) return { kind: 'refused', why: `the verifier wrote ${line.slice(0, 80)}` }
  const verdict = read.output
  return 'error' in verdict
    ? { kind: 'refused', why: verdict.error }
    : { kind: 'accepted', principal: verdict.principal, token: verdict.token }
}
