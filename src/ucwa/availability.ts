/** Source: UCWA reference, "Availability". `Unknown` is ours: absent, or a name that we do not know. */
export type Availability =
  | 'Online'
  | 'IdleOnline'
  | 'Busy'
  | 'IdleBusy'
  | 'DoNotDisturb'
  | 'BeRightBack'
  | 'Away'
  | 'Offline'
  | 'Unknown'

/** What a person may choose, in the order in which it is offered. Source: UCWA reference, "PreferredAvailability". */
export const PREFERRED_AVAILABILITIES = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
] as const
export type PreferredAvailability = (typeof PREFERRED_AVAILABILITIES)[number]
