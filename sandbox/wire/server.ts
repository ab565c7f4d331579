import { type AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Answer, type Ask, type Delivery } from './http.ts'

/** HTTP in and out at one origin; what is asked and answered is somebody else's business. */
export type Site = {
  readonly port: number
  /** Cuts every connection, held requests included. */
  close(): Promise<void>
}

/** Larger bodies are refused unread. (Our choice: a batch of 100 parts is some 20 kB.) */
const LONGEST_BODY_BYTES = 4_000_000

/**
 * Listens. Answers go out with their headers in the order and spelling given, which a browser does not see but a reader
 * of the wire does.
 * @param port 0 for any that is free.
 * @param answer `remoteAddress` is the caller's, '' when the connection is already gone.
 * @throws the error of the listening socket, EADDRINUSE for one.
 */
export async function listen(
  host: string,
  port: number,
  answer: (ask: Ask, remoteAddress: string) => Promise<Answer>,
): Promise<Site> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const respond = async (
    { req, env }: Context<{ Bindings: HttpBindings }>,
    isTooLong: boolean,
  ): Promise<Response> => {
    const { incoming, outgoing } = env
    const hungUp = new AbortController()
    outgoing.on('close', () => hungUp.abort())
    const ask: Ask = {
      method: incoming.method ?? req.method,
      url: new URL(req.url),
      headers: req.raw.headers,
      body: isTooLong ? new Uint8Array() : new Uint8Array(await req.arrayBuffer()),
      ...(isTooLong ? { isTooLong } : {}),
      hungUp: hungUp.signal,
    }
    const answered = await answer(ask, incoming.socket.remoteAddress ?? '')
    if (answered === 'dropped') incoming.socket.destroy()
    else if (!outgoing.destroyed) {
      const body = Buffer.from(answered.body ?? '')
      outgoing.writeHead(answered.status, [
        ...answered.headers.flat(),
        ...(answered.status === 204 || answered.status === 304
          ? []
          : ['Content-Length', String(body.byteLength)]),
      ])
      if (answered.delivery === undefined) outgoing.end(body)
      else await deliver(outgoing, body, answered.delivery)
    } else if (answered.delivery?.kind === 'slow') answered.delivery.over()
    return RESPONSE_ALREADY_SENT
  }
  app.use(bodyLimit({ maxSize: LONGEST_BODY_BYTES, onError: (c) => respond(c, true) }))
  app.all('*', (c) => respond(c, false))
  app.onError((error, c) => {
    console.error(error)
    return c.json({ code: 'ServiceFailure', message: 'The sandbox has a bug; see its console.' }, 500)
  })

  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const response = await app.fetch(request, env)
      // Hono makes an answer of its own to HEAD, out of what it takes for the one to GET: ours is out already.
      return request.method === 'HEAD' ? RESPONSE_ALREADY_SENT : response
    },
  })
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, host, ready)
  })
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** How often a slow body goes on. (Our choice.) */
const SLICE_EVERY_MS = 100

async function deliver(outgoing: HttpBindings['outgoing'], body: Buffer, delivery: Delivery): Promise<void> {
  if (delivery.kind === 'cut') {
    await new Promise<void>((sent) => outgoing.write(body.subarray(0, delivery.afterBytes), () => sent()))
    outgoing.destroy()
    return
  }
  const sliceBytes = Math.max(1, Math.round((delivery.bytesPerSecond * SLICE_EVERY_MS) / 1000))
  outgoing.flushHeaders()
  let at = 0
  while (body.byteLength - at > sliceBytes && !outgoing.destroyed && !delivery.hurry.aborted) {
    outgoing.write(body.subarray(at, at + sliceBytes))
    at += sliceBytes
    await new Promise((wake) => setTimeout(wake, SLICE_EVERY_MS))
  }
  outgoing.end(body.subarray(at))
  delivery.over() // in the same breath as the last slice
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('expected to listen on a TCP port')
  return address.port
}
