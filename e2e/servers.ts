import { once } from 'node:events'
import { createServer } from 'node:net'

import { startSandbox, type Sandbox, type User } from '../sandbox/control.ts'
import { serveDashboard } from '../scripts/dashboard-server.mjs'

export type Sandboxes = { with(flags: readonly string[]): Promise<Sandbox>; stop(): Promise<void> }

/** The sandboxes of one worker: one for each set of flags that a story asks for, started at first need. */
export function createSandboxes(): Sandboxes {
  const started = new Map<string, Promise<Sandbox>>()
  return {
    with: (flags) => {
      const key = JSON.stringify(flags)
      const sandbox = started.get(key) ?? startSandbox(flags)
      started.set(key, sandbox)
      return sandbox
    },
    stop: async () => {
      await Promise.all(Array.from(started.values(), async (sandbox) => (await sandbox).stop()))
    },
  }
}

export type Dashboard = { readonly address: string; stop(): void }

/** The part of the configuration that offers people to sign in as. */
export const sandboxPeople = (users: readonly User[]) => ({
  sandbox: { users: users.map(({ username, password, name }) => ({ username, password, name })) },
})

/**
 * Serves the production build with this as its `config.json`, as an administrator's web server would.
 * @param folder where the build lies; null: where it is made
 * @param port 0: any that is free
 */
export async function startDashboard(
  configuration: Readonly<Record<string, unknown>>,
  folder: string | null = null,
  port = 0,
): Promise<Dashboard> {
  const { address, close } = await serveDashboard({
    port,
    configuration: JSON.stringify(configuration),
    ...(folder === null ? {} : { folder }),
  })
  return { address, stop: close }
}

/** An address where nobody listens: the port was free a moment ago. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('listening on no port')
  return `http://127.0.0.1:${bound.port}/`
}
