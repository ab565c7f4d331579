// npm run pictures: the README's pictures, of the production build and the sandbox's own people. CHROMIUM_PATH names a
// browser, where Playwright's own is not there.
import { chromium, expect } from '@playwright/test'

import { createPerson } from './person.ts'
import { createSandboxes, startDashboard } from './servers.ts'

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
const dashboard = await startDashboard(
  JSON.stringify({ autodiscover: { url: ready.autodiscover }, sandbox: { users: ready.users } }),
)
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
  await dashboard.stop()
  await sandboxes.stop()
}

async function take({ file, ...how }: (typeof PICTURES)[number]): Promise<void> {
  const [lene] = await control.users()
  if (lene === undefined) throw new Error('the sandbox has nobody who can sign in')
  const context = await browser.newContext(how)
  const page = await context.newPage()
  const person = createPerson(page, lene, () => Promise.resolve(dashboard.address), control)
  await person.signsIn()
  await expect(person.sees('Dana Birkby')).toBeVisible()
  // Names come first, then presence, then portraits: a picture of the last.
  await expect(page.getByText('Reading')).toHaveCount(0)
  await page.screenshot({ path: `docs/pictures/${file}.png`, animations: 'disabled' })
  await context.close()
}
