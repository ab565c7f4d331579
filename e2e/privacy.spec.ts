import type { Locator } from '@playwright/test'

import type { Truth } from '../sandbox/control.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'
import { activityWords, wordFor } from './words.ts'

const AS = {
  External: 'as an external contact',
  Colleagues: 'as a colleague',
  Workgroup: 'as one of the workgroup',
  FriendsAndFamily: 'as friends and family',
  Blocked: 'not at all, blocked',
} as const

type Level = keyof typeof AS

/** The level that the panel says and sets. */
const levelIn = (panel: Locator): Locator => panel.getByRole('combobox', { name: /sees you$/ })

/** From the click to the server's word; a blocking is asked first, and meant. */
async function grants(panel: Locator, level: Level): Promise<void> {
  await levelIn(panel).selectOption({ label: AS[level] })
  if (level === 'Blocked') await panel.getByRole('button', { name: 'Block', exact: true }).click()
  await expect(panel.getByText('saving…')).toHaveCount(0)
  await expect(levelIn(panel)).toHaveValue(level)
}

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
  await panel.getByRole('button', { name: 'Reset to automatic' }).click()

  await expect(levelIn(panel)).toHaveValue('Colleagues')
  await expect.poll(granted).toBe('Colleagues')
})

const danaUri = (lene: Person): string => lene.account.uri.replace('lenea', 'danab')

test('somebody is blocked only after a question, and is Offline to nobody but them', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  await dana.signsIn()
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

/**
 * What one's numbers are at which level, from Microsoft's table of what each level shows. Beside them the truth says what
 * of note, place, activity and time last active the viewer gets.
 */
const NUMBERS: Readonly<Record<Level, readonly string[]>> = {
  Blocked: [],
  External: [],
  Colleagues: ['Work phone'],
  Workgroup: ['Work phone', 'Mobile phone'],
  FriendsAndFamily: ['Work phone', 'Mobile phone', 'Home phone'],
}
const ALL_NUMBERS = NUMBERS.FriendsAndFamily
const BUT_BLOCKED_TITLE = 'Product lead'

test('what one publishes is what the other sees at each privacy level, and nothing more', async ({
  lene,
  dana,
  world,
  server,
}) => {
  test.slow()
  await lene.signsIn()
  await dana.signsIn()
  await lene.writesNote('Writing the spring plan.', { togetherWith: 'Do not disturb' })
  await lene.moves('Copenhagen, roof')
  const privacy = await opensPrivacy(lene)
  for (const [type, number] of [
    ['Mobile phone', '+45 20 11 22 33'],
    ['Home phone', '+45 33 44 55 66'],
  ] as const)
    await hasNumber(privacy, type, number)
  await privacy.getByRole('button', { name: 'Close' }).click()
  const panel = await lene.opens('Dana Birkby')

  for (const level of ['Workgroup', 'FriendsAndFamily', 'External', 'Blocked', 'Colleagues'] as const) {
    await test.step(level, async () => {
      await grants(panel, level)
      const seen = async () => (await server.truthFor(dana)).contacts[lene.account.uri]
      await expect(async () => {
        expect(await dana.sees('Lene Aaling').getAttribute('aria-label')).toBe(rowOf(await seen()))
      }).toPass()
      await showsNothingBut(await dana.opens('Lene Aaling'), level, await seen())
      await dana.page.keyboard.press('Escape')
    })
  }

  await test.step('a custom state', async () => {
    await world.control.publish({
      user: lene.account.uri,
      endpoint: 'desktop',
      availability: 'Busy',
      activity: 'With the auditors',
    })
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Busy, With the auditors, /)
    await grants(panel, 'External')
    const { activity } = (await server.truthFor(dana)).contacts[lene.account.uri] ?? {}
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Busy/)
    if (activity === null) await expect(dana.sees('Lene Aaling')).not.toContainText('With the auditors')
    await grants(panel, 'Blocked')
    await expect(dana.sees('Lene Aaling')).toHaveAccessibleName('Lene Aaling, Offline')
  })
})

type Seen = Truth['contacts'][string] | undefined

function rowOf(seen: Seen): string {
  if (seen === undefined) throw new Error('Lene is not on the list')
  const { name, availability, activity, note, location } = seen
  const telling = activity === null ? [] : [activityWords(activity)]
  const texts = [note?.message, location].filter((text) => text !== undefined && text !== null && text !== '')
  return [name, wordFor(availability, activity), ...telling, ...texts].join(', ')
}

async function showsNothingBut(panel: Locator, level: Level, seen: Seen): Promise<void> {
  const details = panel.getByRole('region', { name: 'Contact details' })
  await expect(details).toContainText('Groups')
  const numbers = NUMBERS[level]
  for (const number of ALL_NUMBERS)
    await expect(details.getByText(number, { exact: true }), `${number} at ${level}`).toHaveCount(
      numbers.includes(number) ? 1 : 0,
    )
  await has(panel, 'Writing the spring plan.', seen?.note?.message === 'Writing the spring plan.')
  await has(panel, 'Copenhagen, roof', seen?.location === 'Copenhagen, roof')
  await has(panel, BUT_BLOCKED_TITLE, level !== 'Blocked')
  await has(details, 'Last active', (seen?.lastActive ?? null) !== null)
  await has(panel, wordFor(seen?.availability ?? null, seen?.activity ?? null), true)
}

async function has(panel: Locator, text: string, isThere: boolean): Promise<void> {
  if (isThere) await expect(panel).toContainText(text)
  else await expect(panel).not.toContainText(text)
}

async function opensPrivacy(person: Person): Promise<Locator> {
  await person.myMenu.click()
  await person.page.getByRole('menuitem', { name: 'Who sees what of me' }).click()
  return person.page.getByRole('dialog', { name: 'Who sees what of me' })
}

async function hasNumber(privacy: Locator, type: string, number: string): Promise<void> {
  await privacy.getByRole('button', { name: `Change ${type} number` }).click()
  await privacy.getByRole('textbox', { name: `${type} number` }).fill(number)
  await privacy.getByRole('button', { name: 'Save' }).click()
  const onCard = privacy.getByRole('checkbox', { name: `${type} on my card` })
  await expect(onCard).toBeVisible()
  if (!(await onCard.isChecked())) await onCard.click()
  await expect(onCard).toBeChecked()
  await expect(privacy.getByText('saving…')).toHaveCount(0)
}
