import { fileURLToPath } from 'node:url'

import type { Page } from '@playwright/test'

const SCRIPT = fileURLToPath(new URL('in-page/count-timers.js', import.meta.url))

/** From the page's next load on, its timers are counted. After `clock.install`, whose timers are the page's then. */
export const countTimers = (page: Page): Promise<unknown> => page.addInitScript({ path: SCRIPT })

/** Timers of the page that are still to fire. */
export const pendingTimers = (page: Page): Promise<number> => page.evaluate('benchTimers.size')
