import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anExamplePage } from '../testing/example-page.ts'
import { settled } from '../testing/hand-turned-clock.ts'
import { createLitScreen } from './lit-screen.ts'

/** A machine as browsers are: it lets the screen go dark again as soon as the page is out of sight. */
function aWall() {
  const page = anExamplePage()
  const machine = { holds: 0, most: 0, refuses: false, asked: 0 }
  const taken = new Set<() => void>()
  const wanted = { now: true }
  const screen = createLitScreen({
    page,
    isWanted: () => wanted.now,
    light: {
      hold: async (onLost) => {
        machine.asked += 1
        const isRefused = machine.refuses || !page.isVisible()
        await Promise.resolve()
        if (isRefused || !page.isVisible()) throw new DOMException('', 'NotAllowedError')
        machine.holds += 1
        machine.most = Math.max(machine.most, machine.holds)
        const end = (): void => {
          if (!taken.delete(end)) return
          machine.holds -= 1
          onLost()
        }
        taken.add(end)
        return end
      },
    },
  })
  const isSeen = (isVisible: boolean): void => {
    page.becomes({ isVisible })
    if (!isVisible) for (const end of taken) end()
    screen.look()
  }
  return { screen, machine, wanted, isSeen }
}

test('a screen on a wall stays lit, and is asked for once', async () => {
  const { screen, machine } = aWall()
  screen.look()
  screen.look()
  await settled()
  screen.look()
  expect(machine).toMatchObject({ holds: 1, asked: 1 })
})

test('out of sight it may go dark, and in sight it is lit again', async () => {
  const { screen, machine, isSeen } = aWall()
  screen.look()
  await settled()
  isSeen(false)
  await settled()
  expect(machine).toMatchObject({ holds: 0, asked: 1 })
  isSeen(true)
  await settled()
  expect(machine).toMatchObject({ holds: 1, asked: 2 })
})

test('what the machine refuses is asked for again at the next look', async () => {
  const { screen, machine } = aWall()
  machine.refuses = true
  screen.look()
  await settled()
  expect(machine.holds).toBe(0)
  machine.refuses = false
  screen.look()
  await settled()
  expect(machine.holds).toBe(1)
})

test('a wall that is left while the machine still answers holds nothing', async () => {
  const { screen, machine, wanted } = aWall()
  screen.look()
  wanted.now = false
  screen.look()
  await settled()
  expect(machine).toMatchObject({ holds: 0, asked: 1 })
})

test('a page that is seen again while the machine still answers "not now" is asked for at once', async () => {
  const { screen, machine, isSeen } = aWall()
  machine.refuses = true
  screen.look()
  machine.refuses = false
  isSeen(false)
  isSeen(true)
  await settled()
  expect(machine.holds).toBe(1)
})

test('whatever happens in whichever order, it is lit exactly when it is wanted and in sight, and held but once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('hung', 'left', 'seen', 'unseen', 'refuses', 'allows', 'waits'), {
        maxLength: 30,
      }),
      async (steps) => {
        const { screen, machine, wanted, isSeen } = aWall()
        let isVisible = true
        for (const step of steps) {
          if (step === 'hung' || step === 'left') wanted.now = step === 'hung'
          if (step === 'refuses' || step === 'allows') machine.refuses = step === 'refuses'
          if (step === 'seen' || step === 'unseen') isSeen((isVisible = step === 'seen'))
          if (step === 'waits') await settled()
          screen.look()
        }
        machine.refuses = false
        await settled()
        screen.look() // as each minute
        await settled()
        expect(machine.holds).toBe(wanted.now && isVisible ? 1 : 0)
        expect(machine.most).toBeLessThanOrEqual(1)
      },
    ),
  ))
