/**
 * Ends this process politely when the one that started it is gone. A parent that is killed outright can end nobody, but
 * its channel to us closes. Nothing to do where there is no such channel.
 */
export function endWithParent() {
  if (process.channel === undefined) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref() // being listened to must not keep us alive
}
