import { once } from 'node:events'
import { createServer } from 'node:http'

/** An autodiscover service that leads everybody on to that address. */
export async function startLeadingTo(redirect: string): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ _links: { redirect: { href: redirect } } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('listening on no port')
  return {
    url: `http://127.0.0.1:${bound.port}/`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
