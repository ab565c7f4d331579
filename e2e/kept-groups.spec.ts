import { group } from './list.ts'
import type { Person } from './person.ts'
import type { Server } from './server.ts'
import { expect, test } from './stories.ts'

// Who acts for whom, and who works with whom: groups that the server keeps, and nobody writes from here.
const DELEGATES = 'My delegates'
const DELEGATORS = 'I am a delegate of'
const ORGANISATION = 'My organisation'

const namesIn = async (person: Person, title: string): Promise<readonly string[] | null> => {
  const board = await person.readsTheBoard()
  const found = board.find((each) => each.title === title)
  return found === undefined ? null : found.people.map(({ name }) => name.replace(/,.*$/s, ''))
}

test('who acts for me, for whom I act, and my organisation stand on the list, and are live', async ({
  lene,
  sara,
  server,
  world,
}) => {
  await server.changesTheListOf(lene, { addDelegate: sara.account.uri })
  const colleague = await onlyInTheOrganisationOf(sara, server)

  await sara.signsIn()
  expect(await namesIn(sara, DELEGATES)).toEqual(['Alex Darrow', 'Chris Barry'])
  expect(await namesIn(sara, DELEGATORS)).toEqual(['Lene Aaling'])
  expect(await namesIn(sara, ORGANISATION)).toContain(colleague.name)
  await server.agreesWith(sara)
  await server.agreesInNumbersWith(sara)

  await world.control.publish({
    user: colleague.uri,
    availability: 'DoNotDisturb',
    note: 'In the archive',
    endpoint: 'desktop',
  })
  await sara.searchesFor(colleague.name)
  await expect(sara.sees(colleague.name)).toHaveAccessibleName(/, Do not disturb, .*In the archive/)
})

/** A colleague whom that person has on no list of theirs. */
async function onlyInTheOrganisationOf(
  person: Person,
  server: Server,
): Promise<{ readonly uri: string; readonly name: string }> {
  const { groups, others } = await server.truthFor(person)
  const organisation = groups.find(({ rel }) => rel === 'myOrganizationGroup')?.members ?? []
  const [found] = Object.entries(others).filter(([uri]) => organisation.includes(uri))
  if (found === undefined) throw new Error('everybody there is on the list as well')
  return { uri: found[0], name: found[1].name }
}

test('whoever is named a delegate, in another client, is among my delegates, and I am among whom they act for', async ({
  lene,
  dana,
  server,
}) => {
  await lene.signsIn()
  await dana.signsIn()
  expect([await namesIn(lene, DELEGATES), await namesIn(dana, DELEGATORS)]).toEqual([null, null])

  await server.changesTheListOf(lene, { addDelegate: dana.account.uri })
  await expect.poll(() => namesIn(lene, DELEGATES)).toEqual(['Dana Birkby'])
  await expect.poll(() => namesIn(dana, DELEGATORS)).toEqual(['Lene Aaling'])
  await server.agreesWith(lene)
  await server.agreesWith(dana)

  await server.changesTheListOf(lene, { removeDelegate: dana.account.uri })
  await expect.poll(() => namesIn(dana, DELEGATORS)).toBe(null)
  await expect.poll(() => namesIn(lene, DELEGATES)).not.toContain('Dana Birkby')
  await server.agreesWith(lene)
  await server.agreesWith(dana)
})

test('what the server keeps is not renamed, deleted or filled from here', async ({ lene, dana, server }) => {
  await lene.signsIn()
  await server.changesTheListOf(lene, { addDelegate: dana.account.uri })
  await expect.poll(() => namesIn(lene, DELEGATES)).toEqual(['Dana Birkby'])

  await lene.list.getByRole('row').first().press('End')
  await group(lene, DELEGATES).hover()
  await group(lene, DELEGATES)
    .getByRole('button', { name: `More for ${DELEGATES}` })
    .click()
  const offered = lene.page.getByRole('menuitem')
  await expect(offered.filter({ hasText: 'New group' })).toHaveCount(1)
  for (const choice of ['Rename', 'Delete', 'Add people'])
    await expect(offered.filter({ hasText: choice })).toHaveCount(0)
  await lene.page.keyboard.press('Escape')

  await lene.sees('Dana Birkby').focus()
  await lene.page.keyboard.press('Shift+F10')
  await lene.page.getByRole('menuitem', { name: 'Groups…' }).press('Enter')
  const offeredGroups = lene.page.getByRole('dialog').getByRole('checkbox')
  await expect(offeredGroups.first()).toBeVisible()
  await expect(lene.page.getByRole('dialog').getByRole('checkbox', { name: DELEGATES })).toHaveCount(0)
})
