import type { Ucwa } from './ucwa.ts'

/** Where the administrator has switched it off: nothing that is kept, shown or copied says when anybody was last active. */
export const withoutLastActive = (ucwa: Ucwa): Ucwa => ({
  ...ucwa,
  contactPresence: async (of, signal) => {
    const presence = await ucwa.contactPresence(of, signal)
    return presence === null ? null : { ...presence, lastActiveAtMs: null }
  },
})
