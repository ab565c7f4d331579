import { type PreferredAvailability } from './world-model.ts'

/** What a person may choose. Source: UCWA reference, "PreferredAvailability". */
export const PREFERRED = [
  'Online',
  'Busy',
  'DoNotDisturb',
  'BeRightBack',
  'Away',
  'Offwork',
] as const satisfies readonly PreferredAvailability[]
