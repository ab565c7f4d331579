import { type Application } from '../server/application.ts'
import { type Json } from '../wire/http.ts'
import { type World } from '../world/world-model.ts'

/**
 * Resources as HAL. "The absence of a link indicates that the client is not allowed to access that resource"
 * (`Hypermedia.md`): so a link is here exactly when following it would be answered.
 */
export type View = { readonly world: World; readonly application: Application; readonly instanceId: string }

/** At links to what has a second revision (`Versioning.md`). */
export const REVISION_2 = { revision: '2' } as const

/** Numbers go out as `tel:` URIs (UCWA reference, "me", "contact", samples). */
export const telOf = (number: string | null): string | null =>
  number === null || number.startsWith('tel:') ? number : `tel:${number}`

/** The properties that are known: UCWA leaves out what it does not have. */
export const present = (properties: Readonly<Record<string, string | null>>): Json =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))
