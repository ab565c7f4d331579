import { LANGUAGES } from '../../src/state/languages.ts'
import { expect, test } from '../stories.ts'
import { EVERY_FORM, flawsOf } from './forms.ts'
import { ON_THE_BOARD, STATES } from './views.ts'
import { createVisitor } from './visitor.ts'

// Every view and state there is, in every language, theme and width; by npm run matrix.

const COLLEAGUE = 'Dana Birkby'
const ANY_FAILURE = /status of (400|401|403|404|408|409|410|429|500|502|503|504)|ERR_[A-Z_]+|CORS policy/

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({
      browserOptions: { locale: language, reducedMotion: 'reduce' },
      expectedInConsole: ANY_FAILURE,
    })

    // A short list: what is drawn and named is the same in a long one, and axe looks at every word.
    test.describe('on the board', () => {
      test.use({ sandboxFlags: ['--contacts', '12', '--groups', '2'] })

      for (const part of [0, 1]) {
        test(`what opens from the board, part ${part + 1}`, async ({ lene, dana, server }) => {
          await dana.becomes('Available')
          await dana.notes('Happy to look at drafts before lunch.')
          await lene.notes('Writing the spring plan. Chat is fine, calls after three.')
          await lene.moves('Copenhagen, 4.12')
          const visitor = await createVisitor({ lene, server, language, colleague: COLLEAGUE })
          await visitor.signsIn()

          for (const view of ON_THE_BOARD.filter((_, at) => at % 2 === part)) {
            await test.step(view.name, async () => {
              expect.soft(await flawsOf(view, visitor, EVERY_FORM)).toEqual([])
            })
          }
        })
      }
    })

    for (const state of STATES) {
      test.describe(`a ${state.name}`, () => {
        test.use({ sandboxFlags: [...(state.flags ?? [])] })

        test('looks as it should', async ({ lene, server, board }) => {
          if (state.configuration !== undefined) board.isConfiguredWith(state.configuration)
          const visitor = await createVisitor({ lene, server, language, colleague: COLLEAGUE })
          const stays = { ...state, leave: async () => {} }
          expect(await flawsOf(stays, visitor, EVERY_FORM)).toEqual([])
        })
      })
    }
  })
}
