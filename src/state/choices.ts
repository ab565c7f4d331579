import { namesIn } from '../lib/names-in.ts'
import type { PreferredAvailability } from '../ucwa/availability.ts'

/** What a person may choose, in the order of the menu. */
export const CHOICES = namesIn<PreferredAvailability>({
  Online: true,
  Busy: true,
  DoNotDisturb: true,
  BeRightBack: true,
  Away: true,
  Offwork: true,
})
