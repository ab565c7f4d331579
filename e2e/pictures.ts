// npm run pictures, by scripts/pictures.mjs: the production build must be there, and CHROMIUM_PATH names a browser where
// Playwright's own is missing.
import { chromium, expect } from '@playwright/test'

import { createPerson } from './person.ts'
import { createServer } from './server.ts'
import { createSandboxes, sandboxPeople, startDashboard } from './servers.ts'

const WIDE = { width: 1280, height: 860 }
const PICTURES = [
  { file: 'dashboard-light', viewport: WIDE, colorScheme: 'light' },
  { file: 'dashboard-dark', viewport: WIDE, colorScheme: 'dark' },
  { file: 'dashboard-360', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
] as const

const { CHROMIUM_PATH: executablePath } = process.env
const isRoot = process.getuid?.() === 0
const sandboxes = createSandboxes()
const { ready, control } = await sandboxes.with([])
const dashboard = await startDashboard({
  autodiscover: { url: ready.autodiscover },
  ...sandboxPeople(ready.users),
})
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: isRoot ? ['--no-sandbox'] : [], // Chromium refuses its own sandbox to root
})
try {
  for (const picture of PICTURES) {
    // One window at a time: the same person is in each of them.
    await take(picture)
  }
} finally {
  await browser.close()
  dashboard.stop()
  await sandboxes.stop()
}

async function take({ file, ...how }: (typeof PICTURES)[number]): Promise<void> {
  const [lene] = await control.users()
  if (lene === undefined) throw new Error('the sandbox has nobody who can sign in')
  const context = await browser.newContext(how)
  const page = await context.newPage()
  const person = createPerson(page, lene, () => Promise.resolve(dashboard.address), control)
  await person.becomes('Busy')
  await person.notes('Writing the spring plan. Chat is fine, calls after three.')
  await person.moves('Copenhagen, 4.12')
  await person.signsIn()
  await expect(person.myAvailability).toHaveAccessibleName(/Busy/)
  await createServer(control).hasToldEverything() // the portraits among it, which come last
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `docs/pictures/${file}.png`, animations: 'disabled' })
  await person.signsOut()
  await context.close()
}
