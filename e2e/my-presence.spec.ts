import { expect, test } from './stories.ts'

test('a chosen availability shows at once as pending, and then as confirmed', async ({ lene, server }) => {
  await lene.signsIn()
  await server.isSlow('POST .*/me/presence', 1500)

  await lene.choosesAvailability('Busy')
  await expect(lene.myAvailability).toHaveAccessibleName(/Busy.*saving/)

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  await expect.poll(async () => (await server.truthFor(lene)).me.availability).toBe('Busy')
})

test('a note is published, and cleared', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await dana.signsIn()

  await lene.writesNote('Writing the spring plan. Chat is fine.')
  await expect(lene.me).toContainText('Writing the spring plan. Chat is fine.')
  await expect(dana.sees('Lene Aaling')).toContainText('Writing the spring plan. Chat is fine.')
  await lene.clearsTheirNote()

  await expect(dana.sees('Lene Aaling')).not.toContainText('spring plan')
  await expect(lene.me).not.toContainText('spring plan')
  expect((await server.truthFor(lene)).me.note?.message ?? '').toBe('')
})

test('availability and note are published in one step', async ({ lene, dana }) => {
  await lene.signsIn()
  await dana.signsIn()

  await lene.writesNote('With a customer until four.', { togetherWith: 'Do not disturb' })

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  await expect(lene.me).toContainText('With a customer until four.')
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(
    /^Lene Aaling, Do not disturb, .*With a customer until four\./,
  )
})

test('reset to automatic takes a choice back', async ({ lene, server }) => {
  await lene.signsIn()
  await lene.choosesAvailability('Be right back')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Be right back\. Change$/)

  await lene.resetsToAutomatic()

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
  await expect(
    lene.page.getByRole('status').filter({ hasText: 'Calendar states can take a while' }),
  ).toHaveCount(1)
  expect((await server.truthFor(lene)).me.availability).toBe('Online')
})

const REFUSALS = [
  [403, 'Forbidden', 'You may not set this here. You are still Available.'],
  [409, 'Conflict', 'You only watch. Choose “Show me” first.'],
  [500, 'ServiceFailure', 'The server did not accept Busy. You are still Available.'],
] as const

for (const [status, code, message] of REFUSALS) {
  test.describe(`when the server answers ${status}`, () => {
    test.use({ expectedInConsole: new RegExp(`status of ${status} .*/me/presence`) })

    test('the choice is taken back, with the reason', async ({ lene, server }) => {
      await lene.signsIn()
      await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
      const subcode = status === 409 ? { subcode: 'MakeMeAvailableRequired' } : {}
      await server.fails({ kind: 'status', status, code, ...subcode, match: 'POST .*/me/presence' })

      await lene.choosesAvailability('Busy')

      await expect(lene.me).toContainText(message)
      await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
    })
  })
}

test('who only watches sees others and is not seen', async ({ lene, dana }) => {
  await dana.signsIn()

  await lene.signsIn({ onlyWatch: true })

  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
  await expect(lene.me).toContainText('Only watching')
  await expect(lene.myAvailability).toHaveCount(0)
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Offline/)
  await expect(lene.page.getByText('Your activity is not reported')).toBeVisible()
})

test('two people in two windows see what the other publishes', async ({ lene, dana }) => {
  await lene.signsIn()
  await dana.signsIn()

  await lene.choosesAvailability('Busy')
  await dana.writesNote('Happy to look at drafts before lunch.')

  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Busy/)
  await expect(lene.sees('Dana Birkby')).toContainText('Happy to look at drafts before lunch.')
})

test('what one sets on another device shows here', async ({ lene }) => {
  await lene.signsIn()
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)

  await lene.becomes('Do not disturb')
  await lene.notes('From my telephone.')
  await lene.moves('Train to Malmö')

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Do not disturb\. Change$/)
  await expect(lene.me).toContainText('From my telephone.')
  await expect(lene.me).toContainText('Train to Malmö')
})
