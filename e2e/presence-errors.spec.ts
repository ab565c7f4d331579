import { expect, test } from './stories.ts'

// Source: UCWA reference, "presence", synchronous errors.
const REASONS = [
  [409, 'Conflict', 'AlreadyExists', 'It says that this exists already.'],
  [409, 'Conflict', 'TooManyGroups', 'It says that there are too many groups.'],
  [409, 'Conflict', null, 'It does not offer this.'],
  [410, 'Gone', 'CannotRedirect', 'Your pool is out of order, and no other stands in for it.'],
] as const
const ON_POST = [
  ...REASONS,
  [500, 'ServiceFailure', 'CallbackChannelError', 'Its event channel cannot be reached.'],
] as const

const faultOf = (status: number, code: string, subcode: string | null, match: string) => ({
  kind: 'status' as const,
  status,
  code,
  ...(subcode === null ? {} : { subcode }),
  match,
})

test.use({ expectedInConsole: /status of (409|410|500)/ })

for (const [status, code, subcode, why] of ON_POST) {
  test(`setting one’s presence: ${status} ${subcode ?? 'None'} takes the choice back, with the reason`, async ({
    lene,
    server,
  }) => {
    await lene.signsIn()
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
    await server.fails(faultOf(status, code, subcode, 'POST .*/me/presence'))

    await lene.choosesAvailability('Busy')

    await expect(lene.me).toContainText(`The server did not accept Busy. You are still Available. ${why}`)
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
    await server.works()
    await lene.me.getByRole('button', { name: 'Try again' }).click()
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  })
}

for (const [status, code, subcode, why] of REASONS) {
  test(`reading one’s presence: ${status} ${subcode ?? 'None'} says the reason, and can be tried again`, async ({
    lene,
    server,
  }) => {
    await server.fails(faultOf(status, code, subcode, 'GET .*/me/presence'))

    await lene.signsIn()

    await expect(lene.me).toContainText(`The server did not tell this. ${why}`)
    await expect(lene.myAvailability).toHaveCount(0)
    await server.hasToldEverything() // what failed is read once more by itself when the server is first heard
    await server.works()
    await server.forgetsRequests()
    await lene.me.getByRole('button', { name: 'Try again' }).click()
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
    expect((await server.costs()).by['GET presence']).toBe(1)
  })
}

test('reading one’s presence: 500 InvalidExchangeServerVersion says the reason, and is read again by itself', async ({
  lene,
  server,
}) => {
  await server.fails(faultOf(500, 'ServiceFailure', 'InvalidExchangeServerVersion', 'GET .*/me/presence'))

  await lene.signsIn()

  await expect(lene.me).toContainText(
    'The server did not tell this. Your mailbox has moved to a version of Exchange that does not support this.',
  )
  await expect(lene.me.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(lene.myAvailability).toHaveCount(0)
  await server.works()
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
})

test('reading one’s presence: 409 MakeMeAvailableRequired means that one only watches', async ({
  lene,
  server,
}) => {
  await server.fails(faultOf(409, 'Conflict', 'MakeMeAvailableRequired', 'GET .*/me/presence'))

  await lene.signsIn()

  await expect(lene.me).toContainText('Only watching')
  await expect(lene.myAvailability).toHaveCount(0)
})

test('setting one’s presence: 409 MakeMeAvailableRequired says so, where one only watches now', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
  await server.hasToldEverything()
  await server.fails(faultOf(409, 'Conflict', 'MakeMeAvailableRequired', '(GET|POST) .*/me/presence'))

  await lene.choosesAvailability('Busy')

  await expect(lene.me).toContainText('Only watching')
  await expect(lene.me.getByRole('button', { name: 'Dismiss' })).toBeVisible()
})

test('when the server takes one’s presence away, one only watches, until one asks to be shown', async ({
  lene,
  dana,
  world,
}) => {
  await lene.signsIn()
  await dana.signsIn()
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)

  await world.control.lurk(lene.account.uri)
  await expect(lene.me).toContainText('Only watching')
  await expect(lene.page.getByText('Your activity is not reported')).toBeVisible()
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Offline/)
  await lene.me.getByRole('button', { name: 'Show me' }).click()

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Available\. Change$/)
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)
})
