import type { Application } from './application.ts'
import { UcwaError } from './errors.ts'
import type { Href } from './hal.ts'

/** The application there is now, if there is one. Reads wait from the loss of one until the opening of the next. */
export type CurrentApplication = {
  get(): Application | null
  /** Throws `applicationGone` while there is none. */
  demand(): Application
  /** Resolves with the one there is, or with the next; rejects `signedOut` once there will be none. */
  wait(signal: AbortSignal): Promise<Application>
  /** There will be one: reads wait for it. */
  begin(): void
  set(application: Application): void
  lose(): void
  end(): void
  /** Aborted with `applicationGone` once another is there in its place, with `signedOut` once there will be none. */
  over(): AbortSignal
}

type Waiting = { readonly resolve: (application: Application) => void; readonly reject: (why: Error) => void }

export function createCurrentApplication(): CurrentApplication {
  let current: Application | null = null
  let latest: Href | null = null
  let over = new AbortController()
  let hasEnded = false
  let waiting: Waiting[] = []

  const releaseAll = (how: (one: Waiting) => void): void => {
    const released = waiting
    waiting = []
    for (const one of released) how(one)
  }

  return {
    get: () => current,
    demand: () => {
      if (current === null) throw new UcwaError({ kind: 'applicationGone' })
      return current
    },
    wait: (signal) => {
      if (signal.aborted) return Promise.reject(signal.reason)
      if (hasEnded) return Promise.reject(new UcwaError({ kind: 'signedOut' }))
      if (current !== null) return Promise.resolve(current)
      return new Promise((resolve, reject) => {
        const stop = () => {
          waiting = waiting.filter((other) => other !== one)
          reject(signal.reason)
        }
        const one: Waiting = {
          resolve: (application) => {
            signal.removeEventListener('abort', stop)
            resolve(application)
          },
          reject: (why) => {
            signal.removeEventListener('abort', stop)
            reject(why)
          },
        }
        waiting.push(one)
        signal.addEventListener('abort', stop, { once: true })
      })
    },
    begin: () => {
      hasEnded = false
      latest = null
      over = new AbortController()
    },
    set: (application) => {
      if (latest !== null && latest !== application.href) {
        over.abort(new UcwaError({ kind: 'applicationGone' }))
        over = new AbortController()
      }
      latest = application.href
      current = application
      releaseAll((one) => one.resolve(application))
    },
    lose: () => {
      current = null
    },
    end: () => {
      current = null
      hasEnded = true
      over.abort(new UcwaError({ kind: 'signedOut' }))
      releaseAll((one) => one.reject(new UcwaError({ kind: 'signedOut' })))
    },
    over: () => over.signal,
  }
}
