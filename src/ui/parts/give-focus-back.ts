/**
 * Gives the focus back to where it was. A row that has been scrolled away is no more in the page; the list's one tab stop
 * always is.
 */
export function giveFocusBack(returnTo: HTMLElement | null): void {
  // What a phone's page has put out of sight takes no focus: only once the browser has drawn it again.
  returnTo?.ownerDocument.defaultView?.requestAnimationFrame(() => {
    const place = returnTo.isConnected
      ? returnTo
      : returnTo.ownerDocument.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')
    place?.focus()
  })
}
