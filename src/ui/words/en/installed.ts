/** The page as the browser keeps it: opened without a network, and replaced by a newer version. */
export const enInstalled = {
  offline: 'This computer is offline.',
  offlineHint: 'The board opens when the network is back.',
  noAnswer: 'The board’s web server does not answer.',
  noAnswerHint:
    'The board opens by itself as soon as it does. Away from the office, see whether the VPN is connected.',
  serverFailed: (status: number): string =>
    `The board’s web server answers with an error (status ${status}).`,
  serverFailedHint:
    'The board opens by itself as soon as that is over. If it lasts, tell your administrator.',
  newVersion: 'A new version is ready.',
  useItNow: 'Use it now',
}
