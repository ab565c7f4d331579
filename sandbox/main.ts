/** `npm run sandbox -- [flags]`: see `README.md`. The first line on standard output is the ready line. */
import { BadFlags, readFlags, type Flags } from './flags.ts'
import { start } from './start.ts'

function flagsOrExit(): Flags {
  try {
    return readFlags(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof BadFlags)) throw error
    console.error(error.message)
    process.exit(2)
  }
}

const flags = flagsOrExit()
try {
  const { ready, stop } = await start(flags)
  let ending: Promise<void> | null = null
  const end = (): void => void (ending ??= stop().then(() => process.exit(0)))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  process.once('disconnect', end) // whoever started us, with a channel between us, is gone
  console.log(JSON.stringify(ready))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
