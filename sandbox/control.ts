import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import {
  type Fault,
  type PrivacyGrant,
  type Publication,
  type RosterChange,
  type Storm,
} from './levers/control-schemas.ts'
import { type FaultsRead } from './levers/faults.ts'
import { type Counted } from './levers/request-counts.ts'
import { type Truth } from './levers/truth.ts'

/**
 * A sandbox of one's own, and a typed hand on its control interface: the only file of the sandbox that others import.
 */
export type { Fault, Storm } from './levers/control-schemas.ts'
export type { Truth } from './levers/truth.ts'

export type User = {
  readonly uri: string
  readonly name: string
  readonly username: string
  readonly password: string
}

/** The first line that a sandbox prints. */
type Ready = {
  /** Where discovery starts. */
  readonly autodiscover: string
  readonly pool: string
  readonly pools?: readonly string[]
  /** Where the control interface is. */
  readonly control: string
  readonly users: readonly User[]
}

/** One channel of a live application (one for each instance of it). */
type LiveApplication = {
  readonly id: string
  readonly user: string
  readonly instanceId: string
  /** The first package that is not acknowledged. */
  readonly ack: number
  /** Events that wait to be fetched. */
  readonly queued: number
  readonly isAvailable: boolean
  readonly subscriptions: readonly {
    readonly id: string
    readonly contacts: number
    readonly expiresAtMs: number
  }[]
  readonly contactsAndGroups: 'Connected' | 'Disconnected'
}

/** Every lever throws an Error with the sandbox's own sentence when it is refused. */
export type Control = {
  /** The same hand on the world of another SIP domain. */
  of(domain: string): Control
  truth(viewer: string): Promise<Truth>
  publish(publication: Publication): Promise<void>
  /** The server takes makeMeAvailable back from all applications of the user's. */
  lurk(user: string): Promise<void>
  /** As another client of the owner's would: the level that they grant a contact. */
  privacy(grant: PrivacyGrant): Promise<void>
  /** Resolves when it has ended. */
  storm(storm: Storm): Promise<{ readonly changes: number }>
  roster(change: RosterChange): Promise<void>
  fault(fault: Fault): Promise<void>
  /** What stands, and what has struck since the faults were last cleared. */
  faults(): Promise<FaultsRead>
  clearFaults(): Promise<void>
  /** Sandbox seconds, whatever the scale. */
  advance(seconds: number): Promise<void>
  requests(): Promise<Counted>
  forgetRequests(): Promise<void>
  users(): Promise<readonly User[]>
  applications(): Promise<readonly LiveApplication[]>
  reset(): Promise<void>
}

/** @param address `Ready.control`. @param domain The world that is meant; null: that of the people named. */
export function createControl(address: string, domain: string | null = null): Control {
  const pull = async (method: string, name: string, body?: unknown, query: Record<string, string> = {}) => {
    const url = new URL(`${address}/${name}`)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
    if (domain !== null) url.searchParams.set('domain', domain)
    const answer = await fetch(url, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
    const answered = await answer.json()
    if (!answer.ok) throw new Error(`${method} ${name}: ${answered.error ?? answer.status}`)
    return answered
  }
  return {
    of: (other) => createControl(address, other),
    truth: (viewer) => pull('GET', 'truth', undefined, { viewer }),
    publish: async (publication) => void (await pull('POST', 'publish', publication)),
    lurk: async (user) => void (await pull('POST', 'lurk', { user })),
    privacy: async (grant) => void (await pull('POST', 'privacy', grant)),
    storm: (storm) => pull('POST', 'storm', storm),
    roster: async (change) => void (await pull('POST', 'roster', change)),
    fault: async (fault) => void (await pull('POST', 'fault', fault)),
    faults: () => pull('GET', 'fault'),
    clearFaults: async () => void (await pull('DELETE', 'fault')),
    advance: async (advanceSeconds) => void (await pull('POST', 'clock', { advanceSeconds })),
    requests: () => pull('GET', 'requests'),
    forgetRequests: async () => void (await pull('DELETE', 'requests')),
    users: async () => (await pull('GET', 'users')).users,
    applications: async () => (await pull('GET', 'applications')).applications,
    reset: async () => void (await pull('POST', 'reset')),
  }
}

export type Sandbox = { readonly ready: Ready; readonly control: Control; stop(): Promise<void> }

/**
 * Starts a sandbox as a process of its own.
 * @param flags As of `npm run sandbox`.
 * @throws Error when it ends before it listens; why is on its standard error, which is ours.
 */
export async function startSandbox(flags: readonly string[] = []): Promise<Sandbox> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const root = fileURLToPath(new URL('..', import.meta.url)) // where `tsx` is found
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'], // it ends with us, however we end
  })
  const ended = once(child, 'exit')
  const ready = await new Promise<Ready>((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the sandbox has no standard output'))
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)))
    void ended.then(([code]) => reject(new Error(`the sandbox ended with code ${code} before it listened`)))
  })
  return {
    ready,
    control: createControl(ready.control),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}
