/**
 * Every key of the board's own, and what it does: the one table that the listener and the list on "?" read.
 *
 * Never with Ctrl, Alt or Meta, which are the browser's, the machine's and, with Insert and Caps Lock, the screen reader's; a
 * screen reader that browses keeps single letters to itself, and hands them on where the list has the focus. F6 is the
 * browser's as well, and gets through to it from the last region (and Shift+F6 from the first).
 */
const TABLE = [
  { id: 'search', section: 'find', keys: ['/'] },
  { id: 'close', section: 'find', keys: ['Escape'] },
  { id: 'filter', section: 'find', keys: ['1', '2', '3', '4', '5', '6', '7'] },
  { id: 'view', section: 'find', keys: ['v'] },
  { id: 'density', section: 'find', keys: ['v c', 'v l', 'v k'] },

  { id: 'arrows', section: 'move', keys: ['ArrowUp', 'ArrowDown'] },
  { id: 'letters', section: 'move', keys: ['j', 'k'] },
  { id: 'fold', section: 'move', keys: ['ArrowLeft', 'ArrowRight'] },
  { id: 'ends', section: 'move', keys: ['Home', 'End'] },
  { id: 'region', section: 'move', keys: ['F6', 'Shift+F6'] },

  { id: 'open', section: 'person', keys: ['Enter'] },
  { id: 'menu', section: 'person', keys: ['Shift+F10', 'ContextMenu'] },
  { id: 'chat', section: 'person', keys: ['c'] },
  { id: 'call', section: 'person', keys: ['p'] },
  { id: 'mail', section: 'person', keys: ['m'] },
  { id: 'watch', section: 'person', keys: ['w'] },
  { id: 'favourite', section: 'person', keys: ['f'] },

  { id: 'availability', section: 'me', keys: ['s'] },
  { id: 'available', section: 'me', keys: ['s a'] },
  { id: 'busy', section: 'me', keys: ['s b'] },
  { id: 'doNotDisturb', section: 'me', keys: ['s d'] },
  { id: 'beRightBack', section: 'me', keys: ['s r'] },
  { id: 'away', section: 'me', keys: ['s w'] },
  { id: 'offWork', section: 'me', keys: ['s o'] },
  { id: 'reset', section: 'me', keys: ['s 0'] },
  { id: 'until', section: 'me', keys: ['u'] },
  { id: 'note', section: 'me', keys: ['n'] },
  { id: 'location', section: 'me', keys: ['l'] },
  { id: 'visibility', section: 'me', keys: ['s v'] },

  { id: 'alerts', section: 'board', keys: ['g a'] },
  { id: 'preferences', section: 'board', keys: [','] },
  { id: 'wallboard', section: 'board', keys: ['g w'] },
  { id: 'privacy', section: 'board', keys: ['g p'] },
  { id: 'diagnostics', section: 'board', keys: ['g d'] },
  { id: 'keyboard', section: 'board', keys: ['?'] },
  { id: 'signOut', section: 'board', keys: ['g q'] },
] as const

export type ShortcutId = (typeof TABLE)[number]['id']
export type ShortcutSection = (typeof TABLE)[number]['section']

export type Shortcut = {
  readonly id: ShortcutId
  readonly section: ShortcutSection
  /** Each does it, or one thing of a row, in this order. What stands after a space is pressed next. */
  readonly keys: readonly string[]
}

/** In the order in which they are listed. */
export const SHORTCUTS: readonly Shortcut[] = TABLE

/** A key that types a character: these can be switched off, for people whose speech input types them. WCAG 2.1.4. */
export const isSingle = (keys: string): boolean => keys.split(' ').every((key) => key.length === 1)
