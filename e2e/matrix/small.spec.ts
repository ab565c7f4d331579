import { DESK, flawsOf, PHONE } from './forms.ts'
import { expect, test } from './stories.ts'
import { ON_THE_BOARD } from './views.ts'

// The small part of npm run matrix: all that opens from the board, in English. Whether it fits on a phone and on a desk; axe
// looks at every other view on the phone in the dark, and at the rest on the desk.

const FORMS = [
  [
    { window: PHONE, themes: ['dark'] },
    { window: DESK, themes: [] },
  ],
  [
    { window: PHONE, themes: [] },
    { window: DESK, themes: ['light'] },
  ],
] as const

test.describe.configure({ timeout: 240_000 }) // each looks at many views
test.use({ sandboxFlags: ['--contacts', '12', '--groups', '2'] })

for (const [part, forms] of FORMS.entries()) {
  test(`what opens from the board fits and has no barriers, part ${part + 1}`, async ({ lene, visitor }) => {
    await lene.notes('Writing the spring plan. Chat is fine, calls after three.')
    await lene.moves('Copenhagen, 4.12')
    await visitor.signsIn()

    for (const view of ON_THE_BOARD.filter((_, at) => at % 2 === part)) {
      await test.step(view.name, async () => {
        expect.soft(await flawsOf(view, visitor, forms)).toEqual([])
      })
    }
  })
}
