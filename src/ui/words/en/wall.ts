import { createMoments } from '../moments.ts'

const moments = createMoments('en-GB')

/** The board for a screen on a wall, and the dialog that leads there. */
export const enWall = {
  title: 'Wallboard',
  open: 'Wallboard',
  openHint: 'Large, for a screen on a wall',
  region: 'Wallboard',
  page: (page: number, pages: number): string => `Page ${moments.number(page)} of ${moments.number(pages)}`,
  notesHidden: 'Notes hidden',
  /** Beside a group's name, where there is no room for more. */
  availableOf: (available: number, all: number): string =>
    `${moments.number(available)} of ${moments.number(all)}`,
  people: 'People',
  reading: 'Reading your contacts',
  nobody: 'Nobody is on this wallboard.',
  signingInAgain:
    'The sign-in has ended. This screen tries again each minute; to sign in by hand, press Esc.',
  tryingAgain: 'This screen tries again each minute.',
  bySign: 'To leave, press Esc.',
  notSignedIn: 'This wallboard is not signed in',
  notSignedInHint: 'Sign in here, and it hangs again. It only watches.',

  choose: {
    hint: 'It only watches: while it is open, nobody sees you as here because of this page. Esc leaves it.',
    groups: 'Groups',
    groupsHint: 'None chosen: everybody on your list.',
    /** Where there are distribution groups on the list. */
    groupsHintBut: 'None chosen: everybody on your list, except people who are only in distribution groups.',
    people: 'People besides',
    find: 'Find somebody on your list',
    heading: 'Title',
    notes: 'Show notes',
    dark: 'Dark',
    light: 'Light',
    system: 'As the system',
    theme: 'Colours',
    open: 'Open',
    copy: 'Copy address',
    copied: 'Copied',
    bookmark: 'The address opens this very wallboard: keep it as a bookmark or as the screen’s start page.',
    cancel: 'Cancel',
  },
}
