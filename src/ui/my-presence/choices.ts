import type { PreferredAvailability } from '../../ucwa/availability.ts'

/** In the order of the menu. */
export const CHOICES: readonly PreferredAvailability[] = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
]

/** Whether the server ends it by itself after a day. Source: "Publication behaviors of category instances", userState. */
export const isEndedByServer = (wanted: PreferredAvailability): boolean =>
  wanted === 'Busy' || wanted === 'DoNotDisturb'
