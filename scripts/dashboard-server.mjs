import { join } from 'node:path'

import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

import { ROOT } from './root.mjs'

/**
 * Serves the built dashboard, with a configuration file of its own.
 * @param {{ port: number, configuration: string, folder?: string }} options `port` 0 means any that is free;
 *   `configuration` is the text of config.json; `folder` is where the build lies, by default dist/
 * @returns {Promise<{ address: string, close: () => void }>} Fails where the port is taken.
 */
export async function serveDashboard({ port, configuration, folder = join(ROOT, 'dist') }) {
  const app = new Hono()
  app.get('/config.json', (c) =>
    c.body(configuration, 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }),
  )
  app.use(
    serveStatic({
      root: folder,
      // Built names carry a hash of what is in them; every other file may change under its name.
      onFound: (path, c) =>
        c.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  )

  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(null))
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the dashboard listens on no port')
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    close: () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
    },
  }
}
