import type { Locator } from '@playwright/test'

import { grants, type Level } from './levels.ts'
import type { Person } from './person.ts'
import { expect, test } from './stories.ts'

/**
 * What of Lene each level is shown, word for word, from Microsoft's table of what each level shows (Lync documentation,
 * "Controlling access to presence publications"); nothing here is asked of the server.
 */
type Sight = {
  /** What her row says: availability, activity, note and place. */
  readonly row: string
  readonly title: string | null
  readonly hasPhoto: boolean
  /** What her panel tells of her, by the name of each detail, in its order. */
  readonly details: readonly string[]
}

const EVERY_LEVEL = ['Workgroup', 'FriendsAndFamily', 'External', 'Blocked', 'Colleagues'] as const

/** She has a note, a place and Do not disturb, set on her board, and numbers for work, mobile and home. */
const WHILE_THERE: Readonly<Record<Level, Sight>> = {
  Blocked: {
    row: 'Lene Aaling, Offline',
    title: null,
    hasPhoto: false, // though her photo was seen before
    details: ['Email', 'Groups'],
  },
  External: {
    row: 'Lene Aaling, Do not disturb',
    title: 'Product lead',
    hasPhoto: true,
    details: ['Email', 'Groups'], // her board takes neither chats nor calls, and they are shown no number
  },
  Colleagues: {
    row: 'Lene Aaling, Do not disturb, Writing the spring plan., Copenhagen, roof',
    title: 'Product lead',
    hasPhoto: true,
    details: ['Location', 'Office', 'Device', 'Reachable by', 'Email', 'Work phone', 'Call by', 'Groups'],
  },
  Workgroup: {
    row: 'Lene Aaling, Busy, Urgent interruptions only, Writing the spring plan., Copenhagen, roof',
    title: 'Product lead',
    hasPhoto: true,
    details: [
      'Location',
      'Office',
      'Device',
      'Reachable by',
      'Email',
      'Work phone',
      'Mobile phone',
      'Call by',
      'Groups',
    ],
  },
  FriendsAndFamily: {
    row: 'Lene Aaling, Do not disturb, Writing the spring plan., Copenhagen, roof',
    title: 'Product lead',
    hasPhoto: true,
    details: [
      'Location',
      'Office',
      'Device',
      'Reachable by',
      'Email',
      'Work phone',
      'Mobile phone',
      'Home phone',
      'Call by',
      'Groups',
    ],
  },
}

/** She is away from her desk and out of office, and has the same numbers. */
const OUT: Sight = {
  row: 'Lene Aaling, Out of office, out-of-office note: On leave until Monday., Copenhagen, roof',
  title: 'Product lead',
  hasPhoto: true,
  details: [
    'Location',
    'Office',
    'Last active',
    'Reachable by',
    'Email',
    'Work phone',
    'Mobile phone',
    'Call by',
    'Groups',
  ],
}
const WHILE_OUT: Readonly<Record<Level, Sight>> = {
  Blocked: WHILE_THERE.Blocked,
  External: {
    ...WHILE_THERE.External,
    row: 'Lene Aaling, Away',
    details: ['Reachable by', 'Email', 'Groups'], // by her PC
  },
  Colleagues: { ...OUT, details: WHILE_THERE.Colleagues.details },
  Workgroup: OUT,
  FriendsAndFamily: {
    ...OUT,
    details: OUT.details.flatMap((detail) => (detail === 'Call by' ? ['Home phone', detail] : [detail])),
  },
}

/** A custom state of hers, from her desktop client. */
const CUSTOM_ROWS: Readonly<Record<Level, string>> = {
  Blocked: 'Lene Aaling, Offline',
  External: 'Lene Aaling, Busy',
  Colleagues: 'Lene Aaling, Busy, With the auditors, Writing the spring plan., Copenhagen, roof',
  Workgroup: 'Lene Aaling, Busy, With the auditors, Writing the spring plan., Copenhagen, roof',
  FriendsAndFamily: 'Lene Aaling, Busy, With the auditors, Writing the spring plan., Copenhagen, roof',
}

test('what one publishes is what the other sees at each privacy level, and nothing more', async ({
  lene,
  dana,
  world,
}) => {
  test.slow()
  await lene.signsIn()
  await dana.signsIn()
  await lene.writesNote('Writing the spring plan.', { togetherWith: 'Do not disturb' })
  await lene.setsLocation('Copenhagen, roof')
  await hasNumbers(lene)
  const panel = await lene.opens('Dana Birkby')

  for (const level of EVERY_LEVEL) {
    await test.step(level, async () => {
      await grants(panel, level)
      await seesNothingBut(dana, WHILE_THERE[level])
    })
  }

  await world.control.publish({
    user: lene.account.uri,
    endpoint: 'desktop',
    availability: 'Busy',
    activity: 'With the auditors',
  })
  for (const level of EVERY_LEVEL) {
    await test.step(`a custom state, ${level}`, async () => {
      await grants(panel, level)
      await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(CUSTOM_ROWS[level])
    })
  }
})

test('a photo that somebody has seen goes when they are blocked, and is back when they are not', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()
  await dana.signsIn()
  const inHerRow = () => photosIn(dana.sees('Lene Aaling'))
  await expect.poll(inHerRow).toBe(1)
  const panel = await lene.opens('Dana Birkby')

  await grants(panel, 'Blocked')
  await expect.poll(inHerRow, 'nobody has to open anything').toBe(0)
  await grants(panel, 'Colleagues')

  await expect.poll(inHerRow).toBe(1)
})

test('when one was last active, and that one is out of office, is for those levels alone that may know', async ({
  lene,
  dana,
  world,
}) => {
  test.slow()
  await lene.signsIn({ onlyWatch: true })
  await hasNumbers(lene)
  await lene.signsOut()
  const atHerDesk = { user: lene.account.uri, endpoint: 'desktop' } as const
  await world.control.publish({ ...atHerDesk, location: 'Copenhagen, roof', machine: 'away' })
  await lene.isOutOfOffice('On leave until Monday.')
  await world.control.publish({ ...atHerDesk, machine: 'away' })
  const isSeenAs = (level: Level) =>
    world.control.privacy({ owner: lene.account.uri, contact: dana.account.uri, level })
  await isSeenAs('Blocked')
  await dana.signsIn()

  for (const level of ['Blocked', 'Workgroup', 'FriendsAndFamily', 'External', 'Colleagues'] as const) {
    await test.step(level, async () => {
      await isSeenAs(level)
      await seesNothingBut(dana, WHILE_OUT[level])
    })
  }
})

/** In the row, and in the panel that opens from it. */
async function seesNothingBut(viewer: Person, { row, title, hasPhoto, details }: Sight): Promise<void> {
  await expect(viewer.sees('Lene Aaling')).toHaveAccessibleName(row)
  const panel = await viewer.opens('Lene Aaling')
  const told = panel.getByRole('region', { name: 'Contact details' })
  await expect(told.getByRole('term')).toHaveText([...details])
  if (details.includes('Work phone')) await expect(told).toContainText('+453')
  if (title === null) await expect(panel).not.toContainText('Product lead')
  else await expect(panel).toContainText(title)
  await expect.poll(() => photosIn(panel), 'her photo').toBe(hasPhoto ? 1 : 0)
  await viewer.page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
}

/** Pictures that are there to be seen; to assistive technology a face says nothing, since the words do. */
const photosIn = (panel: Locator): Promise<number> =>
  panel
    .getByRole('presentation', { includeHidden: true })
    .or(panel.getByRole('img', { includeHidden: true }))
    .evaluateAll(
      (faces) => faces.filter((face) => face instanceof HTMLImageElement && face.naturalWidth > 0).length,
    )

async function hasNumbers(person: Person): Promise<void> {
  await person.myMenu.click()
  await person.page.getByRole('menuitem', { name: 'Who sees what of me' }).click()
  const privacy = person.page.getByRole('dialog', { name: 'Who sees what of me' })
  await hasNumber(privacy, 'Mobile phone', '+45 20 11 22 33')
  await hasNumber(privacy, 'Home phone', '+45 33 44 55 66')
  await privacy.getByRole('button', { name: 'Close' }).click()
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
