/** Whether the browser tells the person beyond the page. `notOffered`: not to this page, as over plain http. */
export type NoticePermission = 'notOffered' | 'notAsked' | 'granted' | 'denied'

/** A message of the browser's own, beyond the page. */
export type Notice = {
  /** A newer one with the same takes its place. */
  readonly tag: string
  readonly title: string
  readonly body: string
}

/** What reaches a person who does not look at the page. The real one is in `browser`. */
export type Notices = {
  permission(): NoticePermission
  /** Only from a click; what they answered. */
  ask(): Promise<NoticePermission>
  /** Shows nothing without permission. Pressed, it brings the page to the front. */
  show(notice: Notice): void
  /** A short tone, as far as the browser lets the page be heard. */
  ring(): void
  /** A count on the icon of the installed app; 0: none. */
  badge(count: number): void
}
