import { group, peopleOf, opensMenuOf, chooses, dialog, writesName } from './list.ts'
import { expect, test } from './stories.ts'

test.describe('when the server refuses', () => {
  test.use({ expectedInConsole: /status of (403|409|412)/ })

  const refusals = [
    [
      'TooManyGroups',
      'The group Spring plan was not made. The server takes no more groups. Delete one first.',
    ],
    ['AlreadyExists', 'The group Spring plan was not made. There is already a group called Spring plan.'],
  ] as const
  for (const [subcode, told] of refusals) {
    test(`a group because of ${subcode}, the reason is told, and it can be tried again`, async ({
      lene,
      server,
    }) => {
      await lene.signsIn()
      await server.fails({
        kind: 'status',
        status: 409,
        code: 'Conflict',
        subcode,
        match: '^POST .*/people/groups',
      })
      await lene.list.getByRole('row').first().press('Home')
      await opensMenuOf(lene, 'Favourites')
      await chooses(lene, 'New group…')
      await writesName(lene, 'Spring plan')
      await dialog(lene).getByRole('button', { name: 'Create' }).click()
      await expect(lene.page.getByText(told).first()).toBeVisible()

      await server.works()
      await lene.page.getByRole('button', { name: 'Change it' }).click()
      await expect(dialog(lene).getByRole('textbox', { name: 'Name' })).toHaveValue('Spring plan')
      await dialog(lene).getByRole('button', { name: 'Create' }).click()
      await lene.list.getByRole('row').first().press('End')
      await expect(group(lene, 'Spring plan')).not.toHaveAccessibleName(/adding…/)
      await server.agreesWith(lene)
    })
  }
})

test.describe('while one’s contacts are being moved to another server', () => {
  test.use({ expectedInConsole: /status of 500/ })

  test('somebody cannot be put into a group, which is told, and can be tried again', async ({
    lene,
    server,
  }) => {
    await lene.signsIn()
    await server.fails({
      kind: 'status',
      status: 500,
      code: 'ServiceFailure',
      subcode: 'MigrationInProgress',
      match: '^POST .*/groupMemberships',
    })
    await lene.sees('Dana Birkby').click({ button: 'right' })
    await chooses(lene, 'Groups…')
    await dialog(lene).getByRole('checkbox', { name: 'Platform team' }).check()
    await dialog(lene).getByRole('button', { name: 'Save' }).click()
    const told =
      'Dana Birkby was not added to Platform team. Your contacts are being moved to another server. You can look, but not change them until that is done.'
    await expect(lene.page.getByText(told).first()).toBeVisible()
    expect(await peopleOf(lene, 'Platform team')).not.toContain('Dana Birkby')

    await server.works()
    await lene.page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => peopleOf(lene, 'Platform team')).toContain('Dana Birkby')
    await server.agreesWith(lene)
  })
})

test.describe('with as many people as the server takes', () => {
  test.use({ sandboxFlags: ['--contacts', '1000'], expectedInConsole: /status of 409/ })

  test('one more is refused with what to do, and nothing is lost', async ({ lene }) => {
    await lene.signsIn()
    await lene.searchesFor('an')
    await expect(lene.list.getByRole('row', { name: 'Your people' })).toBeVisible()
    await expect(
      lene.page.getByText(/ found in your list, [1-9]\d* in the directory$/).first(),
    ).toBeAttached()
    await lene.list.getByRole('row').first().press('End')
    const add = lene.list.getByRole('button', { name: /^Add .* to your list$/ }).first()
    const name = (await add.getAttribute('aria-label'))?.replace(/^Add (.*) to your list$/, '$1') ?? ''
    await add.click()
    await dialog(lene).getByRole('button', { name: 'Add' }).click()

    const told = `${name} was not added to Other contacts. Your list is full; the server takes no more people. Remove somebody first.`
    const sheet = lene.page.getByRole('main', { name: 'People' }) // a reader's last message stays, and is none to be seen
    await expect(sheet.getByText(told)).toBeVisible()
    await expect(lene.list.getByRole('button', { name: `Add ${name} to your list` })).toBeVisible()
    await lene.page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(sheet.getByText(told)).toHaveCount(0)
  })
})

test.describe('when the server takes no more subscriptions', () => {
  test.use({ expectedInConsole: /status of 403/ })

  test('the rest are unknown, with the reason, and never as last seen', async ({ lene, dana, server }) => {
    await lene.signsIn()
    await server.agreesInNumbersWith(lene)
    await server.fails({
      kind: 'status',
      status: 403,
      code: 'Forbidden',
      subcode: 'LimitExceeded',
      match: '^POST .*/presenceSubscription',
    })
    const newcomer = lene.account.uri.replace(/^sip:[^@]+/, 'sip:adaezea')
    await server.changesTheListOf(lene, { add: newcomer })
    await lene.list.getByRole('row').first().press('End')
    const theRest = /^Adaeze A[^,]*, Unknown, The server tells of no more people at once/
    await expect(lene.list.getByRole('row', { name: theRest })).toBeVisible()
    await lene.list.getByRole('row').first().press('Home')

    await dana.becomes('Do not disturb') // who was subscribed to before is told of as before
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Do not disturb/)
  })
})
