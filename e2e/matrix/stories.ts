import type { Language } from '../../src/state/languages.ts'
import { copyOfTheBuild, type Build } from '../builds.ts'
import { createSandboxes } from '../servers.ts'
import { expect, test as story } from '../stories.ts'
import { createPictures, type Pictures } from './pictures.ts'
import { createVisitor, NOW, type Visitor } from './visitor.ts'

type Looking = {
  readonly language: Language
  readonly visitor: Visitor
}

const DOMAIN = 'contoso.com'
/** The page's clock stands at a later moment: so long a world may take to be made, and is still as old for the eye. */
const STARTS_AT = new Date(NOW.getTime() - 40_000)

/**
 * Views are looked at in a sandbox of their own, whose time begins at one moment: whatever is said of times, names and
 * faces is the same in every run.
 */
export const test = story.extend<Looking, { pictures: Pictures | null }>({
  language: ['en', { option: true }],
  timeScale: 1,
  expectedInConsole:
    /status of (400|401|403|404|408|409|410|429|500|502|503|504)|ERR_[A-Z_]+|CORS policy|net::/,
  browserOptions: async ({ language }, use) => {
    await use({ locale: language, timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce' })
  },

  world: async ({ sandboxFlags, timeScale }, use, { project }) => {
    const sandboxes = createSandboxes()
    const { ready, control } = await sandboxes.with([
      '--transports',
      String(project.metadata['transport']),
      '--time-scale',
      String(timeScale),
      '--starts-at',
      STARTS_AT.toISOString(),
      ...sandboxFlags,
    ])
    await use({ autodiscover: ready.autodiscover, control: control.of(DOMAIN), domain: DOMAIN })
    await sandboxes.stop()
  },

  pictures: [
    async ({ browser }, use) => {
      await use(await createPictures(browser))
    },
    { scope: 'worker' },
  ],

  visitor: async ({ lene, dana, server, board, language }, use) => {
    const copies: Build[] = []
    const visitor = await createVisitor({
      lene,
      dana,
      server,
      language,
      copiesTheBuild: () => {
        const copy = copyOfTheBuild()
        copies.push(copy)
        board.isServedFrom(copy.folder)
        return copy
      },
      losesTheWebServer: () => board.isStopped(),
    })
    await use(visitor)
    for (const copy of copies) copy.remove()
  },
})

export { expect }
