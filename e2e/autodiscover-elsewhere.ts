import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** A service of autodiscover that leads elsewhere. */
export type Elsewhere = { readonly url: string; stop(): void }

/** Leads everybody on to that address, by a link. */
export const startLeadingTo = (redirect: string): Promise<Elsewhere> =>
  start((_, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ _links: { redirect: { href: redirect } } }))
  })

/** Redirects everybody, by HTTP, to itself under that name of this machine, where it would even answer. */
export const startRedirectingTo = (hostname: string): Promise<Elsewhere> =>
  start((request, response) => {
    const { host = '' } = request.headers
    if (host.startsWith(hostname)) {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ _links: { user: { href: '/user' } } }))
      return
    }
    response.writeHead(302, { Location: `http://${hostname}:${host.split(':')[1]}/` }).end()
  })

async function start(answer: RequestListener): Promise<Elsewhere> {
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    answer(request, response)
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
