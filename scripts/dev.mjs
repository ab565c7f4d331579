// npm run dev [-- flags of the sandbox]: Vite's development server, and the sandbox.
import { endChildrenOnSignal } from './children.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ROOT } from './root.mjs'
import { configurationFor, startSandbox, withOfficeLife } from './sandbox-child.mjs'

let isStopping = false
endChildrenOnSignal({ exitCode: 0, before: () => (isStopping = true) })

await ensureInstalled()
const { createServer } = await import('vite')

const sandbox = startSandbox(withOfficeLife(process.argv.slice(2)))
void sandbox.ended.then((how) => {
  if (isStopping) return
  console.error(`The sandbox has ended (${how}).`)
  process.exit(1)
})

const configuration = JSON.stringify(configurationFor(await sandbox.ready))
const server = await createServer({
  root: ROOT,
  server: { host: '127.0.0.1' },
  plugins: [
    {
      name: 'sandbox-configuration',
      configureServer: ({ middlewares }) => {
        middlewares.use('/config.json', (_request, response) => {
          response.setHeader('content-type', 'application/json').end(configuration)
        })
      },
    },
  ],
})
await server.listen()
server.printUrls()
