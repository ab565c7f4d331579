/**
 * The commands that put a web address on the server's list, for its Management Shell.
 * Source: Skype for Business Server, "New-CsWebOrigin" and "Set-CsWebServiceConfiguration".
 */
export const originCommands = (origin: string): string =>
  [
    `$o = New-CsWebOrigin -Url "${origin}"`,
    'Set-CsWebServiceConfiguration -Identity Global `',
    '  -CrossDomainAuthorizationList @{Add=$o}',
  ].join('\n')
