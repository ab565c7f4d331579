import { createBell, sleepUnlessRung } from '../lib/bell.ts'
import type { Clock } from '../lib/clock.ts'
import { waitAfterMs } from '../lib/patience.ts'
import { ConfigurationError, parseConfiguration, type Configuration } from '../ucwa/config.ts'
import type { Page } from './page.ts'

/** Beside the page. */
export const CONFIGURATION_FILE = 'config.json'

/** Why the web server that the page comes from has not answered with the configuration yet. */
export type NotReached =
  | { readonly kind: 'offline' }
  /** No answer: no way to the company's network, a server that is down. The browser does not tell which. */
  | { readonly kind: 'noAnswer' }
  /** 5xx, 408 or 429: it may pass. */
  | { readonly kind: 'serverFailed'; readonly status: number }

type Answer = { readonly status: number; readonly text: string }

type ReadingWorld = {
  /** Asks the web server for the file. Rejects where there is no answer, or not in time. */
  readonly ask: () => Promise<Answer>
  readonly clock: Clock
  readonly page: Page
  /** Told after each try that failed in passing; `tryNow` ends the wait for the next. */
  readonly onNotReached: (why: NotReached, tryNow: () => void) => void
}

/**
 * What the administrator has decided, from the file beside the page. Kept by nobody, so a page that the browser has opened
 * out of its own copy waits here for the web server, for as long as that takes.
 * Throws `ConfigurationError`; rejects with the signal's reason once that is aborted.
 */
export async function readConfiguration(
  { ask, clock, page, onNotReached }: ReadingWorld,
  signal: AbortSignal,
): Promise<Configuration> {
  const sinceMs = clock.now()
  const changes = createBell()
  const stop = page.onChange(changes.ring)
  try {
    for (let failures = 1; ; failures += 1) {
      const answer = await ask().catch(() => null) // the browser has said in its console all that it tells
      if (answer !== null && !mayPass(answer.status)) return configurationIn(answer)
      onNotReached(whyOf(answer, page), changes.ring)
      await sleepUnlessRung(clock, waitAfterMs(failures, clock.now() - sinceMs), [changes], signal)
    }
  } finally {
    stop()
  }
}

const mayPass = (status: number): boolean => status >= 500 || status === 408 || status === 429

function whyOf(answer: Answer | null, page: Page): NotReached {
  if (answer !== null) return { kind: 'serverFailed', status: answer.status }
  return page.isOnline() ? { kind: 'noAnswer' } : { kind: 'offline' }
}

function configurationIn({ status, text }: Answer): Configuration {
  if (status !== 200) throw new ConfigurationError(`${CONFIGURATION_FILE} cannot be read: status ${status}.`)
  return parseConfiguration(jsonIn(text))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ConfigurationError(`${CONFIGURATION_FILE} is not JSON: ${withoutExcerpt(String(error))}.`)
  }
}

/** Browsers quote what stands round the mistake, which may be a password. */
const withoutExcerpt = (said: string): string => said.replace(/(?:\.{3})?".*"(?:\.{3})?/s, '…')
