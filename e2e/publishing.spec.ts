import { barriersOn } from './barriers.ts'
import { expect, test } from './stories.ts'

test('a note and Available are published in one action, and neither drops the other', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.choosesAvailability('Busy')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)

  await lene.writesNote('Back from lunch.', { togetherWith: 'Available' })

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
  await expect(lene.me).toContainText('Back from lunch.')
  await lene.choosesAvailability('Do not disturb')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  const { me } = await server.truthFor(lene)
  expect([me.availability, me.note?.message]).toEqual(['DoNotDisturb', 'Back from lunch.'])
})

test.describe('of a note and an availability in one action', () => {
  test.use({ expectedInConsole: /status of 400 .*\/me\/note/ })

  test('one may be refused while the other is confirmed, and each says so', async ({ lene, server }) => {
    await lene.signsIn()
    await server.fails({ kind: 'status', status: 400, code: 'BadRequest', match: 'POST .*/me/note' })

    await lene.writesNote('With a customer.', { togetherWith: 'Do not disturb' })

    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
    await expect(lene.me).toContainText('The server did not accept this note. Your text is kept here.')
    await lene.me.getByRole('button', { name: 'Change it' }).click()
    await expect(lene.noteEditor).toHaveValue('With a customer.')
  })
})

const SEEN_BY_OTHERS = [
  ['Available', /^Lene Aaling, Available/],
  ['Busy', /^Lene Aaling, Busy/],
  ['Do not disturb', /^Lene Aaling, Do not disturb/],
  ['Be right back', /^Lene Aaling, Be right back/],
  ['Away', /^Lene Aaling, Away/],
  ['Off work', /^Lene Aaling, Away, Off work/],
  ['Available', /^Lene Aaling, Available/], // which at first is what she is already
] as const

test('every availability can be chosen, and is what others see of it', async ({ lene, dana }) => {
  await lene.signsIn()
  await dana.signsIn()
  await lene.myAvailability.click()
  const lineOf = (name: RegExp) => lene.page.getByRole('menuitemradio', { name })
  await expect(lineOf(/^Appear away/)).toHaveAccessibleName(/Others see Away$/)
  await expect(lineOf(/^Off work/)).toHaveAccessibleName(/Others see Away, off work$/)
  await expect(lineOf(/^Do not disturb/)).toHaveAccessibleName(
    /Your workgroup sees Busy, urgent interruptions only$/,
  )
  await lene.page.keyboard.press('Escape')

  for (const [choice, seen] of SEEN_BY_OTHERS) {
    await lene.choosesAvailability(choice)
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(seen)
  }
})

test('what was set on another device says so, with its time, until something is chosen here', async ({
  lene,
}) => {
  await lene.signsIn()
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
  await lene.choosesAvailability('Busy')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  await expect(lene.me).not.toContainText('Set on another device')

  await lene.becomes('Be right back')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Be right back\. Change$/)
  await expect(lene.me).toContainText(/Set on another device at \d\d:\d\d/)
  await lene.choosesAvailability('Busy')

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  await expect(lene.me).not.toContainText('Set on another device')
})

test('a place is set, kept to 60 characters, and reset', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await dana.signsIn()

  await lene.setsLocation('Malmö, platform 3')
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/Malmö, platform 3/)
  await lene.me.getByRole('button', { name: /^Change location: Malmö, platform 3$/ }).click()
  const place = lene.page.getByRole('textbox', { name: /^Your location/ })
  await place.fill('x'.repeat(64))
  await expect(lene.page.getByText('60 characters at most, 64 now.')).toBeVisible()
  await expect(lene.page.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await place.fill('x'.repeat(60))
  await expect(lene.page.getByRole('button', { name: 'Publish' })).toBeEnabled()
  await lene.page.getByRole('button', { name: 'Reset', exact: true }).click()

  await expect.poll(async () => (await server.truthFor(lene)).me.location ?? '').not.toContain('Malmö')
  await expect(lene.me).not.toContainText('Malmö')
})

test('an out-of-office message is told apart from one’s own note, which follows after it', async ({
  lene,
}) => {
  await lene.signsIn()
  await lene.writesNote('In the office today.')
  await expect(lene.me).toContainText('In the office today.')

  await lene.isOutOfOffice('On leave until Monday.')
  await expect(lene.me).toContainText('Out of office')
  await expect(lene.me).toContainText('On leave until Monday.')
  await lene.myNote.click()
  await expect(lene.noteEditor).toHaveValue('')
  await expect(
    lene.page.getByText('People see your out-of-office message while it is on in Exchange.'),
  ).toBeVisible()
  await lene.page.keyboard.press('Escape')
  await lene.isOutOfOffice(null)

  await expect(lene.me).toContainText('In the office today.')
  await expect(lene.me).not.toContainText('On leave until Monday.')
})

test('notes used before are offered again in this browser, and can be forgotten', async ({ lene }) => {
  await lene.signsIn()
  await lene.writesNote('Lunch, back at 13:00')
  await expect(lene.me).toContainText(/Lunch, back at 13:00.*published \d\d:\d\d/)
  await lene.writesNote('In the lab, no phone')
  await expect(lene.me).toContainText(/In the lab, no phone.*published \d\d:\d\d/)

  await lene.signsIn() // in a page opened anew
  await lene.myNote.click()
  await lene.page.getByRole('button', { name: 'Use “Lunch, back at 13:00”' }).click()
  await expect(lene.noteEditor).toHaveValue('Lunch, back at 13:00')
  await lene.page.getByRole('button', { name: 'Forget “In the lab, no phone”' }).click()
  await expect(lene.page.getByRole('button', { name: 'Use “In the lab, no phone”' })).toHaveCount(0)
  await lene.page.getByRole('button', { name: 'Forget all' }).click()

  await expect(lene.page.getByRole('button', { name: /^Use / })).toHaveCount(0)
})

test.describe('whose application is ended and made anew', () => {
  test.use({ expectedInConsole: /status of 404 .*\/events/ }) // the poll of the one that was ended

  test('one goes on only watching, from the menu of availabilities, and becomes visible again', async ({
    lene,
    dana,
  }) => {
    await lene.signsIn()
    await dana.signsIn()
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)

    await lene.onlyWatches()
    await expect(lene.me).toContainText('Only watching')
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Offline/)
    await lene.me.getByRole('button', { name: 'Show me' }).click()

    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)
  })
})

test('the menu of times, and the forms for a note and a place, have no barriers that a machine can find', async ({
  lene,
}) => {
  await lene.signsIn()

  await lene.myAvailability.click()
  await lene.page.getByRole('menuitem', { name: 'Busy until a time' }).click()
  await expect(lene.page.getByRole('menuitem', { name: 'Choose a time' })).toBeVisible()
  expect(await barriersOn(lene.page)).toEqual([])
  await lene.page.getByRole('menuitem', { name: 'Choose a time' }).click()
  await expect(lene.page.getByLabel('Time')).toBeFocused()
  expect(await barriersOn(lene.page)).toEqual([])
  await lene.page.keyboard.press('Escape')
  await expect(lene.myAvailability).toBeFocused()
  await lene.myNote.click()
  await lene.page.getByRole('button', { name: 'Choose' }).click()
  expect(await barriersOn(lene.page)).toEqual([])
  await lene.page.keyboard.press('Escape')
  await lene.me.getByRole('button', { name: /location/ }).click()
  await expect(lene.page.getByRole('textbox', { name: /^Your location/ })).toBeFocused()

  expect(await barriersOn(lene.page)).toEqual([])
})

test('by keyboard alone one is Busy until a time, and sets a place', async ({ lene }) => {
  const { page } = lene
  await lene.signsIn()

  await lene.tabsTo(lene.myAvailability)
  await page.keyboard.press('Enter')
  await lene.walksTo(page.getByRole('menuitemradio', { name: /^Busy/ }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await lene.walksTo(page.getByRole('menuitem', { name: /^1 hour/ }))
  await page.keyboard.press('Enter')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy, until .*\. Change$/)
  await lene.tabsTo(lene.me.getByRole('button', { name: /location/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^Your location/ }).fill('Train to Malmö')
  await page.keyboard.press('Enter')

  await expect(lene.me.getByRole('button', { name: 'Change location: Train to Malmö' })).toBeFocused()
})
