import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine that is free now, for a program that has to be told one. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('listening on no port')
  return bound.port
}
