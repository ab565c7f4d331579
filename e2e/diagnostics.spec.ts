import type { Locator } from '@playwright/test'

import type { Person } from './person.ts'
import { addressOfNobody } from './servers.ts'
import { barriersOn } from './barriers.ts'
import { expect, test } from './stories.ts'

const DAY_MS = 24 * 60 * 60_000

/** Through the menu at one's name. */
async function opensDiagnostics({ page, myMenu }: Person): Promise<void> {
  await myMenu.click()
  await page.getByRole('menuitem', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Diagnostics' })).toBeFocused()
}

/** As it would be sent: what the page offers as text. */
async function readsTheReport({ page }: Person): Promise<string> {
  const text = page.getByRole('textbox', { name: 'The report as text' })
  if (!(await text.isVisible())) await page.getByText('The report as text').click()
  return text.inputValue()
}

const card = ({ page }: Person, name: string): Locator => page.getByRole('region', { name, exact: true })

test('it says by which way the board speaks to the server, and that everything works', async ({ lene }, {
  project,
}) => {
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toBeVisible()

  await opensDiagnostics(lene)

  await expect(lene.page.getByText('Everything works.')).toBeVisible()
  await expect(card(lene, 'Event channel')).toContainText('Next due by')
  await expect(card(lene, 'Event channel')).toContainText('open')
  await expect(card(lene, 'Sign-in')).toContainText('Address and password')
  await expect(card(lene, 'Discovery')).toContainText(project.name === 'cors' ? 'CORS to' : 'XFrame to')
  await expect(card(lene, 'Requests')).toContainText(/contactPresence \d+/)
  await expect(card(lene, 'What happened')).toContainText('the channel is open')
})

test('the report has no token in it, no password, no name and no note', async ({ lene, dana }) => {
  const tokens = new Set<string>()
  lene.page.on('request', (request) => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '') ?? []
    if (token !== undefined) tokens.add(token)
  })
  await dana.notes('Happy to look at drafts before lunch.')
  await lene.signsIn()
  await expect(lene.sees('Dana Birkby')).toContainText('Happy to look')
  await lene.writesNote('Only for my team.')
  await expect(lene.me).toContainText('Only for my team.')

  await opensDiagnostics(lene)
  const report = await readsTheReport(lene)

  expect(report).toContain('Everything works.')
  expect(tokens.size).toBeGreaterThan(0)
  const [localPart = ''] = lene.account.username.split('@')
  for (const secret of [
    ...tokens,
    lene.account.password,
    localPart,
    ...lene.account.name.split(' '),
    ...dana.account.name.split(' '),
    'Happy to look',
    'Only for my team',
  ]) {
    expect(report).not.toContain(secret)
  }
})

test.describe('over a clipboard', () => {
  test.use({ browserOptions: { permissions: ['clipboard-read', 'clipboard-write'] } })

  test('what is copied is the report', async ({ lene }) => {
    await lene.signsIn()
    await opensDiagnostics(lene)

    await lene.page.getByRole('button', { name: 'Copy report' }).click()

    await expect(lene.page.getByRole('button', { name: 'Report copied' })).toBeVisible()
    const copied = await lene.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Presence Board, Diagnostics')
    expect(copied).not.toContain(lene.account.password)
  })
})

test('Escape leads back to where one was, with what was typed', async ({ lene }) => {
  await lene.signsIn()
  await lene.searchesFor('Dana')
  await opensDiagnostics(lene)

  await expect(lene.list).toBeHidden()
  await lene.page.keyboard.press('Escape')

  await expect(lene.page.getByRole('textbox', { name: 'Find people' })).toHaveValue('Dana')
  await expect(lene.myMenu).toBeFocused()
})

test('what happened days ago is not told as if it were of today', async ({ lene }) => {
  await lene.page.clock.install({ time: new Date('2026-11-17T10:42:00') })
  await lene.signsIn()
  await opensDiagnostics(lene)
  await expect(card(lene, 'What happened').getByRole('listitem').last()).toHaveText(/^10:4\d:\d\d/)

  await lene.page.clock.fastForward(3 * DAY_MS)

  await expect(card(lene, 'What happened').getByRole('listitem').last()).toHaveText(/^17 Nov 10:4\d:\d\d/)
  expect(await readsTheReport(lene)).toMatch(/ {2}17 Nov 10:4\d:\d\d {2}Sign-in: asked for/)
})

test.describe('during an outage', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('the band leads to what the server said, and it is solved afterwards', async ({
    lene,
    dana,
    server,
  }) => {
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toBeVisible()
    await server.fails({ kind: 'status', status: 503, code: 'ServiceUnavailable' })
    await dana.becomes('Away')
    await expect(lene.notice).toBeVisible()

    await lene.page.getByRole('button', { name: 'Diagnostics' }).click()

    await expect(lene.page.getByText('The server is not heard now.')).toBeVisible()
    await expect(card(lene, 'Last error')).toContainText('503 ServiceUnavailable')
    await expect(card(lene, 'Last error')).toContainText('not solved')
    await server.works()
    await expect(card(lene, 'Last error')).toContainText('solved after')
    await expect(lene.page.getByText('Everything works.')).toBeVisible()
    await expect(card(lene, 'What happened')).toContainText('Live again')
  })
})

test.describe('signed out', () => {
  test.use({ expectedInConsole: /ERR_CONNECTION_REFUSED/ })

  test('a silent server: what it may be, and a link that opens the host itself', async ({ lene, board }) => {
    const address = await addressOfNobody()
    board.isConfiguredWith({ autodiscover: { url: address } })
    await lene.opensTheBoard()
    await lene.typesIn(lene.account.username, lene.account.password)
    await expect(lene.heading).toContainText('No server found')
    await expect(lene.page.getByRole('button', { name: 'Copy full report' })).toBeVisible()

    await lene.page.getByRole('button', { name: 'Diagnostics' }).click()

    const causes = card(lene, 'What it may be')
    await expect(causes).toContainText('certificate')
    await expect(causes).toContainText('refused')
    const link = causes.getByRole('link')
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', /noopener/)
    expect(new URL((await link.getAttribute('href')) ?? '').host).toBe(new URL(address).host)
    const report = await readsTheReport(lene)
    expect(report).not.toContain(lene.account.password)
    await lene.page.keyboard.press('Escape')
    await lene.page.getByRole('button', { name: 'Back' }).click()
    await expect(lene.page.getByLabel('Password')).toHaveValue(lene.account.password)
  })

  test('a mistake in the configuration is told apart from a server that is silent', async ({
    lene,
    board,
  }) => {
    board.isConfiguredWith({ autodiscover: { url: 'lync' } })
    await lene.opensTheBoard()

    await lene.page.getByRole('button', { name: 'Diagnostics' }).click()

    await expect(lene.page.getByText('The configuration has a mistake.').last()).toBeVisible()
    await expect(card(lene, 'What it may be')).toHaveCount(0)
    expect(await readsTheReport(lene)).toContain('config.json, field autodiscover.url')
  })
})

test.describe('where the server does not hand out the frame’s page', () => {
  test.use({ sandboxFlags: ['--transports', 'cors'], expectedInConsole: /status of 404/ })

  test('it is told apart from a silent server, and from a mistake in the configuration', async ({
    lene,
    board,
  }) => {
    board.isConfiguredWith({ transport: 'xframe' })
    await lene.opensTheBoard()
    await lene.typesIn(lene.account.username, lene.account.password)
    // A frame that shows an error is merely silent, for 15 seconds.
    await expect(lene.heading).toHaveText('The server’s connection page could not be opened.', {
      timeout: 60_000,
    })

    await lene.page.getByRole('button', { name: 'Diagnostics' }).click()

    const causes = card(lene, 'What it may be')
    await expect(causes).toContainText('X-Frame-Options')
    await expect(causes.getByRole('link')).toHaveAttribute('href', /xframe/i)
    expect(await readsTheReport(lene)).toContain('The server’s connection page could not be opened.')
  })
})

for (const browserOptions of [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { viewport: { width: 360, height: 740 } },
] as const) {
  test.describe(`with ${JSON.stringify(browserOptions)}`, () => {
    test.use({ browserOptions })

    test('it has no barriers that a machine can find, and nothing scrolls sideways', async ({ lene }) => {
      await lene.signsIn()
      await opensDiagnostics(lene)
      await expect(card(lene, 'Requests')).toContainText(/contactPresence \d+/)

      expect(await barriersOn(lene.page)).toEqual([])
      const sideways = await lene.page
        .getByRole('main', { name: 'Diagnostics' })
        .evaluate(({ parentElement }) =>
          parentElement === null ? null : parentElement.scrollWidth - parentElement.clientWidth,
        )
      expect(sideways).toBe(0)
    })
  })
}
