import { type Route } from '../server/route.ts'
import { applicationsRoutes } from './applications.ts'
import { batchRoutes } from './batch.ts'
import { contactRoutes } from './contact.ts'
import { discoveryRoutes } from './discovery.ts'
import { distributionGroupRoutes } from './distribution-groups.ts'
import { eventRoutes } from './events.ts'
import { groupMembershipRoutes } from './group-memberships.ts'
import { groupRoutes } from './groups.ts'
import { meRoutes } from './me.ts'
import { passiveAuthRoutes } from './passive-auth.ts'
import { peopleRoutes } from './people.ts'
import { phoneRoutes } from './phones.ts'
import { photoRoutes } from './photo.ts'
import { presenceSubscriptionRoutes } from './presence-subscriptions.ts'
import { privacyRoutes } from './privacy.ts'
import { searchRoutes } from './search.ts'
import { webTicketRoutes } from './web-ticket.ts'

/** Everything that is UCWA. Names come before parameters on the same address: `people/search` before `people/<who>`. */
export const allRoutes: readonly Route[] = [
  ...discoveryRoutes,
  ...webTicketRoutes,
  ...passiveAuthRoutes,
  ...applicationsRoutes,
  ...meRoutes,
  ...phoneRoutes,
  ...privacyRoutes,
  ...peopleRoutes,
  ...searchRoutes,
  ...distributionGroupRoutes,
  ...groupRoutes,
  ...groupMembershipRoutes,
  ...presenceSubscriptionRoutes,
  ...contactRoutes,
  ...photoRoutes,
  ...batchRoutes,
  ...eventRoutes,
]
