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
