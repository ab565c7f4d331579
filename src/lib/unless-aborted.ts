/**
 * The work's outcome, or the signal's reason as soon as it is aborted, whatever the work itself does about it.
 * Leaves no listener behind on a signal that may live for weeks.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true, signal: over.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    over.abort()
  }
}
