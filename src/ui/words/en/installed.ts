/** The page as the browser keeps it: opened without a network, and replaced by a newer version. */
export const enInstalled = {
  offline: 'This computer is offline.',
  offlineHint: 'The board opens when the network is back.',
  newVersion: 'A new version is ready.',
  useItNow: 'Use it now',
}
