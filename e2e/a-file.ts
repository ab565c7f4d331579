import { once } from 'node:events'
import { createServer } from 'node:http'

export type ServedFile = { readonly url: string; stop(): void }

/** A web server with that one file, which any page may read. */
export async function serveFile(text: string): Promise<ServedFile> {
  const server = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', 'text/xml')
    response.end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('listening on no port')
  return {
    url: `http://127.0.0.1:${bound.port}/custom-states.xml`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
