import { expect, test } from './stories.ts'

// The board's clock is the page's, which is turned by hand here; the server's goes on as it does.
test.beforeEach(({ lene }) => lene.page.clock.install())

const BUSY_UNTIL = /^My availability: Busy, until .*\d\d:\d\d\. Change$/
const AVAILABLE = /^My availability: Available\. Change$/

test('Busy until a time says so, and is reset then by the page that is open', async ({ lene, server }) => {
  await lene.signsIn()

  await lene.choosesUntil('Busy', '1 hour')
  await expect(lene.myAvailability).toHaveAccessibleName(BUSY_UNTIL)
  await lene.page.clock.fastForward('30:00')
  await expect(lene.connection).toHaveText('Live')
  await expect(lene.myAvailability).toHaveAccessibleName(BUSY_UNTIL)
  expect((await server.truthFor(lene)).me.availability).toBe('Busy')
  await lene.page.clock.fastForward('31:00')

  await expect(lene.myAvailability).toHaveAccessibleName(AVAILABLE)
  await expect.poll(async () => (await server.truthFor(lene)).me.availability).toBe('Online')
})

test('an end outlives a reload of the page', async ({ lene }) => {
  await lene.signsIn()
  await lene.choosesUntil('Do not disturb', '2 hours')
  await expect(lene.myAvailability).toHaveAccessibleName(
    /^My availability: Do not disturb, until .*\. Change$/,
  )

  await lene.signsIn()

  await expect(lene.myAvailability).toHaveAccessibleName(
    /^My availability: Do not disturb, until .*\. Change$/,
  )
})

test('what was to end while the page was closed is made good by the next, which says so', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.choosesUntil('Busy', '30 minutes')
  await expect(lene.myAvailability).toHaveAccessibleName(BUSY_UNTIL)

  await lene.page.goto('about:blank')
  await lene.page.clock.fastForward('45:00')
  await lene.signsIn()

  await expect(lene.me).toContainText(
    /Busy was to end .*at .*, but this page was closed or not connected then\./,
  )
  await expect(lene.myAvailability).toHaveAccessibleName(AVAILABLE)
  await expect.poll(async () => (await server.truthFor(lene)).me.availability).toBe('Online')
  await lene.me.getByRole('button', { name: 'Dismiss' }).click()
  await expect(lene.me).not.toContainText('was to end')
})

test('what was set at another device since is not taken back', async ({ lene, server }) => {
  await lene.signsIn()
  await lene.choosesUntil('Busy', '30 minutes')
  await expect(lene.myAvailability).toHaveAccessibleName(BUSY_UNTIL)

  await lene.becomes('Do not disturb')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  await lene.page.clock.fastForward('31:00')
  await expect(lene.connection).toHaveText('Live')

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  expect((await server.truthFor(lene)).me.availability).toBe('DoNotDisturb')
})

test('a note is cleared at the time that was chosen, by the page that is open', async ({ lene, server }) => {
  await lene.signsIn()
  await lene.myNote.click()
  await lene.noteEditor.fill('At lunch')

  await lene.page.getByRole('button', { name: 'In 1 hour' }).click()
  await expect(lene.page.getByText('This page clears it, if it is still open.')).toBeVisible()
  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await expect(lene.me).toContainText(/At lunch.*clears .*at \d\d:\d\d/)
  await lene.page.setViewportSize({ width: 360, height: 740 })
  await expect(lene.me.getByText(/clears .*at/)).toBeVisible()
  await lene.page.clock.fastForward('01:01:00')

  await expect(lene.me).not.toContainText('At lunch')
  await expect.poll(async () => (await server.truthFor(lene)).me.note?.message ?? '').toBe('')
})

test('a note that is mended keeps its end', async ({ lene, server }) => {
  await lene.signsIn()
  await lene.myNote.click()
  await lene.noteEditor.fill('At lnuch')
  await lene.page.getByRole('button', { name: 'In 1 hour' }).click()
  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await expect(lene.me).toContainText(/At lnuch.*clears .*at \d\d:\d\d/)
  await expect(lene.myNote).toHaveAccessibleDescription(/clears .*at /)
  await lene.page.clock.fastForward('10:00')

  await lene.myNote.click()
  await expect(lene.page.getByRole('button', { name: 'Choose' })).toHaveAttribute('aria-pressed', 'true')
  await lene.noteEditor.fill('At lunch')
  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await expect(lene.me).toContainText(/At lunch.*clears .*at \d\d:\d\d/)
  await lene.page.clock.fastForward('51:00')

  await expect(lene.me).not.toContainText('At lunch')
  await expect.poll(async () => (await server.truthFor(lene)).me.note?.message ?? '').toBe('')
})

test.describe('when the server refuses a note that was to end', () => {
  test.use({ expectedInConsole: /status of 400/ })

  test('it is edited again with its end', async ({ lene, server }) => {
    await lene.signsIn()
    await server.fails({
      kind: 'status',
      status: 400,
      code: 'BadRequest',
      match: '^POST .*/me/note',
      count: 1,
    })
    await lene.myNote.click()
    await lene.noteEditor.fill('At lunch')
    await lene.page.getByRole('button', { name: 'In 1 hour' }).click()
    await lene.page.getByRole('button', { name: 'Publish' }).click()

    await lene.page.getByRole('button', { name: 'Change it' }).click()
    await expect(lene.noteEditor).toHaveValue('At lunch')
    await lene.noteEditor.press('Escape') // put aside, and taken up again
    await expect(lene.noteEditor).toBeHidden()
    await lene.myNote.click()
    await expect(lene.page.getByRole('button', { name: 'Never' })).toHaveAttribute('aria-pressed', 'false')
    await lene.page.getByRole('button', { name: 'Publish' }).click()

    await expect(lene.me).toContainText(/At lunch.*clears .*at \d\d:\d\d/)
  })
})

test('a note and an availability that are published together end together, and both say so before', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.myNote.click()
  await lene.noteEditor.fill('In the lab')
  await lene.page.getByRole('button', { name: 'In 1 hour' }).click()
  const together = lene.page.getByRole('combobox', { name: 'Together with' })

  await together.selectOption({
    label: await together.getByRole('option', { name: /^Busy, until / }).innerText(),
  })
  await expect(lene.page.getByText('This page clears it and resets your availability')).toBeVisible()
  await lene.page.getByRole('button', { name: 'Publish' }).click()
  await expect(lene.myAvailability).toHaveAccessibleName(BUSY_UNTIL)
  await expect(lene.me).toContainText(/In the lab.*clears .*at \d\d:\d\d/)
  await lene.page.clock.fastForward('01:01:00')

  await expect(lene.myAvailability).toHaveAccessibleName(AVAILABLE)
  await expect(lene.me).not.toContainText('In the lab')
  await expect
    .poll(async () => {
      const { me } = await server.truthFor(lene)
      return [me.availability, me.note?.message ?? '']
    })
    .toEqual(['Online', ''])
})

test('a time of one’s own is asked for on a clock', async ({ lene }) => {
  await lene.signsIn()
  await lene.choosesUntil('Be right back', 'Choose a time')

  const time = lene.page.getByLabel('Time')
  await expect(time).toHaveValue(/T\d\d:00$/) // something near, so that little is left to change
  await time.fill('2020-01-01T10:00')
  await expect(lene.page.getByText('That time is past: choose a later one.')).toBeVisible()
  await lene.page.getByRole('button', { name: 'Set' }).click()
  await expect(time).toBeVisible()
  await time.fill('2099-01-01T10:00')
  await lene.page.getByRole('button', { name: 'Set' }).click()

  await expect(lene.myAvailability).toHaveAccessibleName(
    /^My availability: Be right back, until .*10:00\. Change$/,
  )
})

test('a note is not published to be cleared at a time that is past, by whichever key', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.myNote.click()
  await lene.noteEditor.fill('Back soon')
  await lene.page.getByRole('button', { name: 'Choose' }).click()
  await lene.page.getByLabel('Clear at').fill('')
  await lene.noteEditor.press('Control+Enter') // no time is said
  await expect(lene.noteEditor).toBeVisible()

  await lene.page.getByLabel('Clear at').fill('2020-01-01T10:00')
  await expect(lene.page.getByText('That time is past: choose a later one.')).toBeVisible()
  await lene.noteEditor.press('Control+Enter')
  await expect(lene.noteEditor).toBeVisible()
  expect((await server.truthFor(lene)).me.note?.message ?? '').toBe('')

  await lene.page.getByLabel('Clear at').fill('2099-01-01T10:00')
  await lene.noteEditor.press('Control+Enter')
  await expect(lene.me).toContainText(/Back soon.*clears .*at /)
})
