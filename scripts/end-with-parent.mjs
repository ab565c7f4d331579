/** How soon an orphan notices. (Our choice.) */
const LOOK_EVERY_MS = 500

/**
 * Ends this process politely, as SIGTERM does, when the one that started it is gone.
 *
 * A parent that is killed outright can end nobody. If it is one of our own commands, its channel to us closes. If it is
 * npm, there is a shell between us, which hands no signal on: all that can be seen is that we have another parent now.
 */
export function endWithParent() {
  if (process.channel !== undefined) {
    process.once('disconnect', end)
    process.channel.unref() // being listened to must not keep us alive
  } else if (process.env['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      end()
    }, LOOK_EVERY_MS)
    watch.unref()
  }
}

const end = () => void process.kill(process.pid, 'SIGTERM')
