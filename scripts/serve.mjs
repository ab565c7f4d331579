// Serves the built dashboard, for end-to-end tests and for whoever has a pool at hand:
//   node scripts/serve.mjs --autodiscover URL [--port N] [--transport auto|cors|xframe] [--sandbox-users JSON]
//   node scripts/serve.mjs --config JSON [--port N]        that text, right or wrong, as config.json
// With --folder DIR, a build that lies elsewhere than in dist/.
// Prints {"address": "http://127.0.0.1:…/"} once it listens; ends on SIGINT and SIGTERM.
import { parseArgs } from 'node:util'

import { serveDashboard } from './dashboard-server.mjs'
import { endWithParent } from './end-with-parent.mjs'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    autodiscover: { type: 'string' },
    transport: { type: 'string' },
    'sandbox-users': { type: 'string' },
    config: { type: 'string' },
    folder: { type: 'string' },
  },
})
const { autodiscover, transport, folder, 'sandbox-users': users } = values
const configuration =
  values.config ??
  JSON.stringify({
    ...(autodiscover === undefined ? {} : { autodiscover: { url: autodiscover } }),
    ...(transport === undefined ? {} : { transport }),
    ...(users === undefined ? {} : { sandbox: { users: JSON.parse(users) } }),
  })

endWithParent()
const dashboard = await serveDashboard({
  port: Number(values.port),
  configuration,
  ...(folder === undefined ? {} : { folder }),
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, dashboard.close)
console.log(JSON.stringify({ address: dashboard.address }))
