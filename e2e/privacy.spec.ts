import { AS, grants, levelIn } from './levels.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

test('what a colleague may see is set, and reset to automatic', async ({ lene, server }) => {
  await lene.signsIn()
  const granted = async () => (await server.truthFor(lene)).contacts[danaUri(lene)]?.privacyRelationship
  const panel = await lene.opens('Dana Birkby')
  await expect(levelIn(panel)).toHaveValue('Colleagues')
  await expect(panel.getByRole('listitem').filter({ hasText: 'Mobile phone: hidden' })).toHaveCount(1)
  await server.isSlow('PUT .*', 1500)

  await levelIn(panel).selectOption({ label: AS.Workgroup })

  await expect(panel.getByText('saving…')).toBeVisible()
  await expect(
    lene.page.getByRole('status').filter({ hasText: /sees you as one of the workgroup/ }),
  ).toHaveCount(1)
  await expect(panel.getByText('saving…')).toHaveCount(0)
  await expect(panel.getByRole('listitem').filter({ hasText: 'Mobile phone: shown' })).toHaveCount(1)
  await expect.poll(granted).toBe('Workgroup')
  await server.isSlow('(PUT|POST|DELETE) .*', 1500)
  const reset = panel.getByRole('button', { name: 'Reset to automatic' })
  await reset.press('Enter')

  await expect(reset).toHaveAttribute('aria-disabled', 'true')
  await expect(reset).toBeFocused()
  await expect(levelIn(panel)).toHaveValue('Colleagues')
  await expect(reset).toBeFocused()
  await expect.poll(granted).toBe('Colleagues')
})

const danaUri = (lene: Person): string => lene.account.uri.replace('lenea', 'danab')

test('somebody is blocked only after a question, and is Offline to nobody but them', async ({
  lene,
  dana,
  sara,
}) => {
  test.slow() // three browsers
  await lene.signsIn()
  await dana.signsIn()
  await sara.signsIn()
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)
  const panel = await lene.opens('Dana Birkby')

  await levelIn(panel).selectOption({ label: AS.Blocked })
  const question = panel.getByRole('alertdialog', { name: 'Block Dana Birkby?' })
  await expect(question).toContainText('They are not told.')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await lene.page.keyboard.press('Escape')
  await expect(levelIn(panel)).toHaveValue('Colleagues')
  await expect(panel, 'Escape has closed the question alone').toBeVisible()
  await grants(panel, 'Blocked')

  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Offline$/)
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Blocked, /)
  await expect(panel).toContainText('You have blocked this person.')
  await lene.becomes('Busy')
  await expect(sara.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Busy/)
  await lene.becomes('Available')
  await expect(sara.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Available/)
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Offline$/)
  await expect(lene.sees('Sara Davis')).not.toHaveAccessibleName(/Blocked/)
})

test('a level that another client sets shows in the open panel', async ({ lene, world }) => {
  await lene.signsIn()
  const panel = await lene.opens('Dana Birkby')
  await expect(levelIn(panel)).toHaveValue('Colleagues')

  await world.control.privacy({ owner: lene.account.uri, contact: danaUri(lene), level: 'FriendsAndFamily' })

  await expect(levelIn(panel)).toHaveValue('FriendsAndFamily')
})

test.describe('when the server says that something has just changed (412)', () => {
  test.use({ expectedInConsole: /status of 412/ })
  const conflict = { kind: 'status', status: 412, code: 'PreconditionFailed', match: 'PUT .*' } as const

  test('once, it is set all the same', async ({ lene, server }) => {
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')
    await server.fails({ ...conflict, count: 1 })

    await grants(panel, 'Workgroup')
  })

  test('each time, that is said, and the person may insist', async ({ lene, server }) => {
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')
    await server.fails(conflict)
    await server.forgetsRequests()

    await levelIn(panel).selectOption({ label: AS.Workgroup })

    await expect(panel).toContainText(
      'The server says each time that somebody has just changed this, and took nothing. Still: Colleagues.',
    )
    await expect(levelIn(panel)).toHaveValue('Colleagues')
    const { by } = await server.costs()
    expect(by['PUT contactPrivacyRelationship'], 'tries are bounded').toBeLessThanOrEqual(4)
    await server.works()
    await panel.getByRole('button', { name: 'Set Workgroup anyway' }).click()
    await expect(levelIn(panel)).toHaveValue('Workgroup')
    await expect(panel).not.toContainText('The server says each time')
  })
})

test.describe('when the server refuses a level', () => {
  test.use({ expectedInConsole: /status of 403/ })

  test('the old one is back, with the reason', async ({ lene, server }) => {
    await lene.signsIn()
    const panel = await lene.opens('Dana Birkby')
    await server.fails({ kind: 'status', status: 403, code: 'Forbidden', match: 'PUT .*' })

    await levelIn(panel).selectOption({ label: AS.Workgroup })

    await expect(panel).toContainText('You may not change this for this person.')
    await expect(levelIn(panel)).toHaveValue('Colleagues')
    await panel.getByRole('button', { name: 'Dismiss' }).click()
    await expect(panel).not.toContainText('You may not change this')
  })
})
