import type { Fault } from '../sandbox/control.ts'
import { expect, test } from './stories.ts'

/** Reads of what Dana publishes, alone or in a batch with others. */
const OF_DANA = 'GET .*danab.*/presence'

const UNREAD: readonly [string, Fault][] = [
  ['is forbidden', { kind: 'status', status: 403, match: OF_DANA }],
  ['fails with 503', { kind: 'status', status: 503, match: OF_DANA }],
  ['comes malformed', { kind: 'malformed', match: OF_DANA }],
  ['comes in a wrong shape', { kind: 'wrong-shape', match: OF_DANA }],
]

for (const [happens, fault] of UNREAD) {
  test.describe(`when reading a colleague’s presence again ${happens}`, () => {
    test.use({ expectedInConsole: /status of (403|503)/ })

    test('the old value is neither shown nor counted as live, until it has been read', async ({
      lene,
      dana,
      server,
    }) => {
      await dana.becomes('Available')
      await lene.signsIn()
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
      await expect(lene.page.getByText(/people read$/)).toHaveCount(0) // all are counted
      const available = await countOf(lene.page.getByRole('button', { name: /^Available, / }))

      await server.fails(fault)
      await dana.becomes('Busy')

      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(
        /^Dana Birkby, was Available, as of \d\d:\d\d$/,
      )
      await expect(lene.connection).toHaveText('Live')
      await expect(lene.page.getByRole('button', { name: /^Available, / })).toHaveAccessibleName(
        new RegExp(`^Available, ${available - 1} `),
      )
      await expect(lene.list.getByRole('row', { name: /, 1 not read$/ }).first()).toBeVisible()

      await server.works()
      await dana.becomes('Do not disturb')
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Do not disturb/)
      await expect(lene.list.getByRole('row', { name: /not read$/ })).toHaveCount(0)
    })
  })
}

const countOf = async (chip: { getAttribute(name: string): Promise<string | null> }): Promise<number> =>
  Number(/, (\d+) /.exec((await chip.getAttribute('aria-label')) ?? '')?.[1])

test.describe('when a colleague’s note cannot be read again', () => {
  test.use({ expectedInConsole: /status of 403/ })

  test('the old one is not told as theirs, while their presence stays live', async ({
    lene,
    dana,
    server,
  }) => {
    await dana.becomes('Available')
    await dana.notes('In the office until four.')
    await lene.signsIn()
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/Available, .*In the office until four\./)

    await server.fails({ kind: 'status', status: 403, match: 'GET .*danab.*/note' })
    await dana.notes('Gone for today.')

    await expect(lene.sees('Dana Birkby')).not.toHaveAccessibleName(/In the office/)
    await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)
    await expect(lene.sees('Dana Birkby')).toContainText('In the office until four.')
  })
})

test.describe('while everybody’s presence is still being read', () => {
  test('nobody is said to be nowhere', async ({ lene, server }) => {
    await server.isSlow('GET .*/people/.*/presence', 80_000) // longer than anything below waits
    await lene.signsIn()
    await lene.page.getByRole('button', { name: /^Do not disturb, / }).click()
    await expect(lene.page.getByText(/^0 of 60 people read/)).toBeVisible()
    await expect(lene.list).toBeVisible() // which “Nobody is …” would stand in place of
    await expect(lene.page.getByText(/^Nobody is/)).toHaveCount(0)

    await server.works()

    await expect(lene.list.getByRole('row', { name: /, Do not disturb/ }).first()).toBeVisible()
  })
})

test('who only watches is told that nothing is reported, by what the server offers', async ({ lene }) => {
  await lene.signsIn({ onlyWatch: true })
  await expect(lene.me.getByText('Your activity is not reported')).toBeVisible()
})

test.describe('while the page is not live and nobody looks at it', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('its title says so', async ({ lene, server }) => {
    await lene.signsIn()
    await expect(lene.page).toHaveTitle('Available · Presence Board')

    // As the browser does when another tab is in front: Chromium without a screen shows all of them.
    await lene.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await server.fails({ kind: 'status', status: 503 })
    await lene.becomes('Busy')

    await expect(lene.page).toHaveTitle('Not live · Presence Board')
  })
})
