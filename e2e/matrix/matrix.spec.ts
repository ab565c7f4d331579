import { LANGUAGES } from '../../src/state/languages.ts'
import { EVERY_FORM, flawsOf, FORMS_OF_WORDS } from './forms.ts'
import { STATES } from './states.ts'
import { expect, test } from './stories.ts'
import { ON_THE_BOARD, type View } from './views.ts'

// Every view and state there is, in every language, and in English in every theme and width, beside its pictures; by npm run
// matrix.

// Short lists: what is drawn and named is the same in a long one, and axe looks at every word.
const SOME = ['--contacts', '12', '--groups', '2']
const FEW = ['--contacts', '4', '--groups', '1']

const isOver = ({ part }: View): boolean => part !== undefined
const OVER_THE_BOARD = ON_THE_BOARD.filter(isOver)
const PARTS = [
  { title: 'the board', flags: SOME, views: ON_THE_BOARD.filter((view) => !isOver(view)) },
  { title: 'what opens over it', flags: FEW, views: OVER_THE_BOARD.filter((_, at) => at % 2 === 0) },
  { title: 'what else opens over it', flags: FEW, views: OVER_THE_BOARD.filter((_, at) => at % 2 === 1) },
] as const

for (const language of LANGUAGES) {
  const isPictured = language === 'en'
  const forms = isPictured ? EVERY_FORM : FORMS_OF_WORDS

  test.describe(`in ${language}`, () => {
    test.use({ language })

    for (const { title, flags, views } of PARTS) {
      test.describe('on the board', () => {
        test.use({ sandboxFlags: [...flags] })

        test(`${title} looks as it should`, async ({ lene, dana, visitor, pictures }) => {
          await dana.becomes('Available')
          await dana.notes('Happy to look at drafts before lunch.')
          await lene.notes('Writing the spring plan. Chat is fine, calls after three.')
          await lene.moves('Copenhagen, 4.12')
          await visitor.signsIn()

          for (const view of views) {
            await test.step(view.name, async () => {
              expect.soft(await flawsOf(view, visitor, forms, isPictured ? pictures : null)).toEqual([])
            })
          }
        })
      })
    }

    for (const state of STATES) {
      test.describe(`a ${state.name}`, () => {
        test.use({ sandboxFlags: [...(state.flags ?? FEW)] })

        test('looks as it should', async ({ visitor, board, pictures }) => {
          if (state.configuration !== undefined) board.isConfiguredWith(state.configuration)
          const stays = { ...state, leave: async () => {} }
          expect(await flawsOf(stays, visitor, forms, isPictured ? pictures : null)).toEqual([])
        })
      })
    }
  })
}
