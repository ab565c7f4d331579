import { type Application, type MadeAvailable, type Raised } from '../server/application.ts'

/** An application leaves lurker mode, or falls back into it: what it hears of that, and no more. */

const OWN = { sender: 'me', priority: 'medium' } as const

/** Documented: `me` updated; presence, note and location added, all from me (`EventChannelDetails.md`, sample). */
export function leaveLurkerMode(application: Application, madeAvailable: MadeAvailable): void {
  application.madeAvailable = madeAvailable
  raiseAll(application, 'added')
}

/**
 * Documented: presence, note and location deleted: "the application will no longer receive the user's presence updates"
 * (UCWA reference, "presence", "note", "location"). Assumed: `me` is updated too, since its links change.
 */
export function fallBackToLurking(application: Application): void {
  application.madeAvailable = null
  raiseAll(application, 'deleted')
}

function raiseAll(application: Application, type: 'added' | 'deleted'): void {
  const { hrefs } = application
  const own = (['presence', 'note', 'location'] as const).map((rel): Raised => ({
    ...OWN,
    link: { rel, href: hrefs[rel] },
    type,
  }))
  const events: readonly Raised[] = [
    { ...OWN, link: { rel: 'me', href: hrefs.me }, type: 'updated' },
    ...own,
    {
      sender: 'communication',
      priority: 'medium',
      link: { rel: 'communication', href: hrefs.communication },
      type: 'updated',
    },
  ]
  for (const event of events) application.raise(event)
}
