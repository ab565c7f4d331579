import type { AlertWhen } from '../../session/alerts.ts'

/** In the order in which they are offered. */
export const ALERT_WHENS = ['availableOnce', 'available', 'change'] as const satisfies readonly AlertWhen[]
