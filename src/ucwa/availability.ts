/** Source: UCWA reference, "Availability". `Unknown` is ours: absent, or a name that we do not know. */
const AVAILABILITIES = [
  'Online',
  'IdleOnline',
  'Busy',
  'IdleBusy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offline',
] as const
export type Availability = (typeof AVAILABILITIES)[number] | 'Unknown'

/** What a person may choose. Source: UCWA reference, "PreferredAvailability". */
export type PreferredAvailability = 'Online' | 'Busy' | 'DoNotDisturb' | 'BeRightBack' | 'Away' | 'Offwork'

/** Reads a name; one that is unfamiliar is only news ("Versioning"), and is kept beside 'Unknown'. */
export function toAvailability(name: string): {
  readonly availability: Availability
  readonly unknownAvailability: string | null
} {
  const known = AVAILABILITIES.find((one) => one === name)
  return known === undefined
    ? { availability: 'Unknown', unknownAvailability: name }
    : { availability: known, unknownAvailability: null }
}
