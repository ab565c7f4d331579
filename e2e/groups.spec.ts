import { group, peopleOf, opensMenuOf, chooses, dialog, writesName } from './list.ts'
import { expect, test } from './stories.ts'

const team = 'Design'

test('a group is made, renamed, given a colleague and deleted again, here and on the server', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.list.getByRole('row').first().press('Home')

  await opensMenuOf(lene, 'Customers and partners')
  await chooses(lene, 'New group…')
  await writesName(lene, 'Spring plan')
  await dialog(lene).getByRole('button', { name: 'Create' }).click()
  await lene.list.getByRole('row').first().press('End')
  await expect(group(lene, 'Spring plan')).toBeVisible()
  await expect(lene.page.getByText('adding…')).toHaveCount(0)

  await opensMenuOf(lene, 'Spring plan')
  await chooses(lene, 'Rename…')
  await writesName(lene, 'Summer plan')
  await dialog(lene).getByRole('button', { name: 'Save' }).click()
  await expect(group(lene, 'Summer plan')).toBeVisible()

  await opensMenuOf(lene, 'Summer plan')
  await chooses(lene, 'Add people…')
  await dialog(lene).getByRole('textbox', { name: 'Find in the directory' }).fill('Dana Birkby')
  await dialog(lene).getByRole('button', { name: 'Add Dana Birkby to Summer plan' }).click()
  await expect(dialog(lene).getByText('in this group')).toBeVisible()
  await dialog(lene).getByRole('button', { name: 'Close' }).click()
  await expect(dialog(lene)).toHaveCount(0)
  expect(await peopleOf(lene, 'Summer plan')).toEqual(['Dana Birkby'])
  await server.agreesWith(lene)

  await lene.list.getByRole('row').first().press('End')
  await opensMenuOf(lene, 'Summer plan')
  await chooses(lene, 'Delete…')
  await expect(dialog(lene).getByText('Delete Summer plan? Its 1 person stay in your list.')).toBeVisible()
  await dialog(lene).getByRole('button', { name: 'Delete' }).click()
  await expect(group(lene, 'Summer plan')).toHaveCount(0)
  await server.agreesWith(lene)
})

test('a colleague is put into other groups and taken off the list, by keyboard alone', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.sees('Dana Birkby').focus()

  await lene.page.keyboard.press('Shift+F10')
  await lene.page.getByRole('menuitem', { name: 'Groups…' }).press('Enter')
  const choice = (name: string) => dialog(lene).getByRole('checkbox', { name })
  await expect(choice(team)).toBeChecked()
  await choice(team).press('Space')
  await choice('Platform team').press('Space')
  await dialog(lene).getByRole('button', { name: 'Save' }).press('Enter')
  await expect.poll(() => peopleOf(lene, 'Platform team')).toContain('Dana Birkby')
  await expect.poll(() => peopleOf(lene, team)).not.toContain('Dana Birkby')
  await server.agreesWith(lene)

  await lene.list.getByRole('row').first().press('Home')
  await lene.sees('Dana Birkby').focus()
  await lene.page.keyboard.press('Shift+F10')
  await lene.page.getByRole('menuitem', { name: 'Remove from my list' }).press('Enter')
  await expect(lene.sees('Dana Birkby')).toHaveCount(0)
  await server.agreesWith(lene)
})

test('what is under way is marked until the server is heard', async ({ lene, server }) => {
  await lene.signsIn()
  await server.isSlow('POST .*/people/groups', 4000)
  await lene.list.getByRole('row').first().press('Home')

  await opensMenuOf(lene, 'Favourites')
  await chooses(lene, 'New group…')
  await writesName(lene, 'Spring plan')
  await dialog(lene).getByRole('button', { name: 'Create' }).click()
  await lene.list.getByRole('row').first().press('End')

  await expect(group(lene, 'Spring plan')).toHaveAccessibleName('Spring plan, adding…')
  await expect(group(lene, 'Spring plan').getByRole('button', { name: /^More for/ })).toHaveCount(0)
  await expect(group(lene, 'Spring plan')).not.toHaveAccessibleName(/adding…/)
})

test('another client’s new name for a group is not overwritten by one’s own, until one says so again', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await lene.list.getByRole('row').first().press('Home')
  await opensMenuOf(lene, 'Customers and partners')
  await chooses(lene, 'Rename…')
  await writesName(lene, 'Customers')
  await server.changesTheListOf(lene, { renameGroup: { group: 'Customers and partners', name: 'Partners' } })
  await expect(dialog(lene)).toBeVisible()
  await dialog(lene).getByRole('button', { name: 'Save' }).click()

  const told = 'Partners was not renamed to Customers. Somebody changed it at the same time.'
  await expect(lene.page.getByText(told).first()).toBeVisible()
  await expect(group(lene, 'Partners')).toBeVisible()
  await lene.page.getByRole('button', { name: 'Try again' }).click()

  await expect(group(lene, 'Customers')).toBeVisible()
  await server.agreesWith(lene)
})

test('where the server has no one request for it, somebody leaves the list group by group', async ({
  lene,
  server,
}) => {
  await server.fails({ kind: 'without-link', rel: 'removeContactFromAllGroups' })
  await lene.signsIn()
  await lene.searchesFor('Priya Rag')
  await lene.sees('Priya Raghunathan').click({ button: 'right' })
  await chooses(lene, 'Remove from my list')
  await expect(
    lene.page.getByRole('status').filter({ hasText: 'Priya Raghunathan is not on your list any more.' }),
  ).toHaveCount(1)
  await lene.searchesFor('')
  const { contacts } = await server.truthFor(lene)
  expect(Object.values(contacts).map(({ name }) => name)).not.toContain('Priya Raghunathan')
  await server.agreesWith(lene)
})

test('a name is judged before the server is asked', async ({ lene }) => {
  await lene.signsIn()
  await lene.list.getByRole('row').first().press('Home')
  await opensMenuOf(lene, 'Favourites')
  await chooses(lene, 'New group…')
  const create = dialog(lene).getByRole('button', { name: 'Create' })

  await create.click()
  await expect(dialog(lene).getByText('A group needs a name.')).toBeVisible()
  await writesName(lene, 'x'.repeat(257))
  await expect(dialog(lene).getByText('256 characters at most, 257 now.')).toBeVisible()
  await create.click()
  await expect(dialog(lene)).toBeVisible()
  await writesName(lene, 'design')
  await create.click()
  await expect(dialog(lene).getByText('There is already a group called Design.')).toBeVisible()
  await writesName(lene, 'x'.repeat(256))
  await create.click()
  await expect(dialog(lene)).toHaveCount(0)
  await lene.list.getByRole('row').first().press('End')
  await expect(group(lene, 'x'.repeat(256))).not.toHaveAccessibleName(/adding…/)
})

test('favourites of this browser stand below the server’s own, and are there after a reload', async ({
  lene,
  server,
}) => {
  await lene.signsIn()
  await expect(group(lene, 'Favourites in this browser')).toHaveCount(0)

  await lene.sees('Dana Birkby').click({ button: 'right' })
  await chooses(lene, /^Favourite in this browser/)

  const titles = async () => (await lene.readsTheBoard()).map(({ title }) => title)
  await expect
    .poll(async () => (await titles()).slice(0, 2))
    .toEqual(['Favourites', 'Favourites in this browser'])
  expect(await peopleOf(lene, 'Favourites in this browser')).toEqual(['Dana Birkby'])
  await lene.list.getByRole('row').first().press('Home')
  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/favourite in this browser$/)
  const { groups } = await server.truthFor(lene)
  expect(groups.map(({ name }) => name)).not.toContain('Favourites in this browser')

  await lene.signsIn()
  await expect
    .poll(async () => (await titles()).slice(0, 2))
    .toEqual(['Favourites', 'Favourites in this browser'])
  await lene.list.getByRole('row').first().press('Home')
  await lene.sees('Dana Birkby').click()
  await lene.page.getByRole('button', { name: 'Favourite in this browser' }).click()
  await expect(group(lene, 'Favourites in this browser')).toHaveCount(0)
})

test('an address with capitals and escapes is somebody like others', async ({ lene, server }) => {
  await lene.signsIn()
  await server.changesTheListOf(lene, { add: 'sip:Some%20One@Contoso.COM' })
  await expect.poll(() => peopleOf(lene, 'Other contacts')).toContain('Some One')
  await expect(lene.page.getByText('could not be read')).toHaveCount(0)

  await lene.searchesFor('some one')
  await lene.sees('Some One').click({ button: 'right' })
  await chooses(lene, 'Remove from my list')
  await lene.searchesFor('')
  await expect.poll(() => peopleOf(lene, 'Other contacts')).not.toContain('Some One')
})

test('an address that leads to nobody is unknown, with the reason, and no failure to read', async ({
  lene,
  server,
}) => {
  await server.changesTheListOf(lene, { add: 'sip:gone.since.spring@contoso.com' })
  await lene.signsIn()
  await lene.searchesFor('gone.since')

  await expect(lene.sees('gone.since.spring')).toHaveAccessibleName(
    /, Unknown, The server knows no presence for this address$/,
  )
  await lene.searchesFor('')
  await expect(lene.page.getByText(/\d of \d+ available/).first()).toBeVisible()
  await expect(lene.page.getByText(/not read|could not be read/)).toHaveCount(0)
})
