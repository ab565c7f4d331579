/** What stands in this page's address after "#": kept by the browser, and sent to no web server. */
export type Address = {
  /** With the "#", or empty. */
  read(): string
  /** Without a step that "Back" would undo. */
  replace(fragment: string): void
  /** The person has written something else there, or followed a bookmark. */
  onChange(listener: () => void): void
}
