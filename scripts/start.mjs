// npm start [-- flags of the sandbox]: the dashboard and the sandbox, at one address; docs in README.md.
// Runs on a fresh clone, so what comes from npm is imported only once it is there.
import { endChildren, endChildrenOnSignal } from './children.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { configurationFor, startSandbox, withOfficeLife } from './sandbox-child.mjs'

/** The same address every time, so that a tab left open finds it again; any other where it is taken. */
const USUAL_PORT = 4180

let isStopping = false
endChildrenOnSignal({ exitCode: 0, before: () => (isStopping = true) })

await ensureInstalled()
await ensureBuilt()
const { serveDashboard } = await import('./dashboard-server.mjs')

const sandbox = startSandbox(withOfficeLife(process.argv.slice(2)))
void sandbox.ended.then((how) => fail(`The sandbox has ended (${how}), so nobody answers the dashboard.`))

try {
  const configuration = JSON.stringify(configurationFor(await sandbox.ready))
  const dashboard = await serveDashboard({ port: USUAL_PORT, configuration }).catch((error) => {
    if (error.code === 'EADDRINUSE') return serveDashboard({ port: 0, configuration })
    throw error
  })
  console.log(`Presence Board is at ${dashboard.address} (Ctrl-C ends it)`)
} catch (error) {
  await fail(`Presence Board could not be started: ${String(error)}`)
}

/** @param {string} why */
async function fail(why) {
  if (isStopping) return
  isStopping = true
  console.error(why)
  await endChildren()
  process.exit(1)
}
