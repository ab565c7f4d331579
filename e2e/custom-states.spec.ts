import { serveFile } from './a-file.ts'
import { expect, test as base } from './stories.ts'

const STATES = `<?xml version="1.0" encoding="utf-8"?>
<customStates xmlns="http://schemas.microsoft.com/09/2009/communicator/customStates">
  <customState ID="1" availability="online">
    <activity LCID="1033">Working from home</activity>
    <activity LCID="1044">Hjemmekontor</activity>
  </customState>
  <customState ID="2" availability="busy">
    <activity LCID="1033">On a customer site</activity>
    <activity LCID="1044">Hos en kunde</activity>
  </customState>
  <customState ID="3" availability="do-not-disturb">
    <activity LCID="1033">Quiet hours</activity>
  </customState>
</customStates>`

/** The company has such a file, and the board's configuration names it. */
const test = base.extend<{ states: string; companyFile: void }>({
  states: [STATES, { option: true }],
  companyFile: [
    async ({ states, board }, use) => {
      const file = await serveFile(states)
      board.isConfiguredWith({ company: 'Contoso', customStatesUrl: file.url })
      await use()
      file.stop()
    },
    { auto: true },
  ],
})

test('a state of the company’s own is published as availability and note, and says so', async ({
  lene,
  dana,
  server,
}) => {
  await lene.signsIn()
  await dana.signsIn()

  await lene.myAvailability.click()
  await expect(lene.me.getByText('From Contoso · sets availability and note')).toBeVisible()
  await expect(lene.page.getByRole('menuitemradio', { name: /^Quiet hours ?Others/ })).toHaveAccessibleName(
    /Others see Do not disturb and your note$/,
  )
  await lene.page.keyboard.press('Escape')
  await lene.choosesOwnState('On a customer site')

  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  await expect(dana.sees('Lene Aaling')).toHaveAccessibleName(/^Lene Aaling, Busy, .*On a customer site/)
  const { me } = await server.truthFor(lene)
  expect([me.availability, me.note?.message]).toEqual(['Busy', 'On a customer site'])
})

test('a state of the company’s own is marked as what one has chosen, until its availability or its note is another', async ({
  lene,
}) => {
  await lene.signsIn()
  const marked = lene.page.getByRole('menuitemradio', { checked: true })
  const opensMenu = () => lene.myAvailability.click()
  const closesMenu = () => lene.page.keyboard.press('Escape')

  await lene.choosesOwnState('On a customer site')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  await opensMenu()
  await expect(marked).toHaveAccessibleName(/^On a customer site/)
  await closesMenu()

  await lene.signsIn() // a page that has not published it says the same
  await expect(lene.me).toContainText('On a customer site')
  await opensMenu()
  await expect(marked).toHaveAccessibleName(/^On a customer site/)
  await closesMenu()

  await lene.notes('On the train home')
  await expect(lene.me).toContainText('On the train home')
  await opensMenu()
  await expect(marked).toHaveAccessibleName(/^Busy/)
  await closesMenu()

  await lene.choosesOwnState('On a customer site')
  await lene.choosesAvailability('Away')
  await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Away\. Change$/)
  await expect(lene.me).toContainText('On a customer site')
  await opensMenu()
  await expect(marked).toHaveAccessibleName(/^Appear away/)
})

test.describe('a reader in Norway', () => {
  test.use({ browserOptions: { locale: 'nb-NO' } })

  test('is offered the company’s states in Norwegian', async ({ lene }) => {
    await lene.signsIn()

    await lene.choosesOwnState('Hjemmekontor')

    await expect(lene.me).toContainText('Hjemmekontor')
  })
})

test('a state that a colleague shows in another language is said in the reader’s own', async ({
  lene,
  dana,
}) => {
  await lene.signsIn()

  await dana.shows('Busy', 'Hos en kunde')

  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy, On a customer site/)
})

// The whole table of mistakes is in src/ucwa/custom-states.test.ts; here, a browser's own parser reads the file.
const MISTAKES = [
  [
    'has an ampersand that stands alone',
    STATES.replace('Quiet hours', 'R & D'),
    /not well-formed XML: error on line 12/,
  ],
  ['is not closed', STATES.replace('</customStates>', ''), /not well-formed XML: error on line \d+/],
  [
    'declares a document type',
    STATES.replace('?>', '?><!DOCTYPE customStates [<!ENTITY a "b">]>'),
    /declares a document type/,
  ],
  ['has no namespace', STATES.replace(/ xmlns="[^"]*"/, ''), /The namespace is missing/],
  [
    'names an availability that cannot be one',
    STATES.replace('"busy"', '"away"'),
    /State 2 has the availability “away”/,
  ],
] as const

for (const [what, states, sentence] of MISTAKES) {
  test.describe(`a file that ${what}`, () => {
    test.use({ states })

    test('offers none of its states, says so kindly, and in full in the diagnostics', async ({ lene }) => {
      await lene.signsIn()

      await lene.myAvailability.click()
      await expect(lene.me).toContainText(
        'Your company’s own states cannot be shown: their file has a mistake.',
      )
      await expect(lene.page.getByRole('menuitemradio', { name: /^Working from home/ })).toHaveCount(0)
      await lene.page.keyboard.press('Escape')
      await lene.myMenu.click()
      await lene.page.getByRole('menuitem', { name: 'Diagnostics' }).click()

      await expect(lene.page.getByRole('heading', { name: 'Your company’s own states' })).toBeVisible()
      await expect(lene.page.getByText(sentence).first()).toBeVisible()
    })
  })
}
