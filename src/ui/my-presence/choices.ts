import type { Availability, PreferredAvailability } from '../../ucwa/availability.ts'

/** In the order of the menu. */
export const CHOICES: readonly PreferredAvailability[] = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
]

/** Which line of the menu is what the server says; null: none of them. */
export function choiceShown(
  availability: Availability,
  activity: string | null,
): PreferredAvailability | null {
  switch (availability) {
    case 'Online':
    case 'IdleOnline':
      return 'Online'
    case 'Busy':
    case 'IdleBusy':
      return 'Busy'
    case 'Away':
      return activity === 'off-work' ? 'Offwork' : 'Away'
    case 'DoNotDisturb':
    case 'BeRightBack':
      return availability
    case 'Offline':
    case 'Unknown':
      return null
  }
}
