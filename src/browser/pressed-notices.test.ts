import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { answerPresses, type PressedWorld } from './pressed-notices.ts'

const BOARD = 'https://presence.contoso.com/board/'

/** What comes of a press while those pages are open: the one that had the focus last is named first. */
async function pressedWhile(open: readonly string[], join = answerPresses) {
  const done: string[] = []
  const works: Promise<unknown>[] = []
  const world: PressedWorld = {
    registration: { scope: BOARD },
    clients: {
      matchAll: async () => open.map((url) => ({ url, focus: async () => done.push(`focus ${url}`) })),
      openWindow: async (url) => done.push(`open ${url}`),
    },
    addEventListener: (_, listener) =>
      listener({
        notification: { close: () => done.push('close') },
        waitUntil: (work) => works.push(work),
      }),
  }
  join(world)
  expect(works).toHaveLength(1) // else the worker may be stopped before it is done
  await Promise.all(works)
  return done
}

test.each([
  ['the board is open', [`${BOARD}#view=cards`], `focus ${BOARD}#view=cards`],
  ['it is open twice', [`${BOARD}#a`, `${BOARD}#b`], `focus ${BOARD}#a`],
  ['another page of the site is', ['https://presence.contoso.com/wiki/'], `open ${BOARD}`],
  ['nothing is', [], `open ${BOARD}`],
])('a notice goes, and the board comes to the front, when %s', async (_, open, then) => {
  expect(await pressedWhile(open)).toEqual(['close', then])
})

test('it is understood by itself, since its text is all that the worker gets', async () => {
  const alone: unknown = runInNewContext(`(${answerPresses.toString()})`)
  if (typeof alone !== 'function') throw new Error('it is no function')
  expect(await pressedWhile([], (world) => void alone(world))).toEqual(['close', `open ${BOARD}`])
})
