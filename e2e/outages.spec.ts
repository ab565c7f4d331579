import type { Fault } from '../sandbox/control.ts'
import { expect, test } from './stories.ts'

const OUTAGES: readonly [string, Fault, RegExp][] = [
  ['answers 503', { kind: 'status', status: 503 }, /status of 503/],
  ['answers with a proxy’s page', { kind: 'status', status: 502, as: 'html' }, /status of 502/],
  ['drops every connection', { kind: 'reset' }, /ERR_(EMPTY_RESPONSE|CONNECTION_RESET)/],
]

for (const [outage, fault, expectedInConsole] of OUTAGES) {
  test.describe(`when the server ${outage}`, () => {
    test.use({ expectedInConsole })

    test('what changed meanwhile is made good after it', async ({ lene, dana, server }) => {
      await lene.signsIn()
      await dana.becomes('Available')
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Available/)

      await server.fails(fault)
      await dana.becomes('Away')
      await expect(lene.notice).toContainText('Not live. This is what was known at')
      await expect(lene.nextTry).toBeVisible()
      await expect(lene.connection).toHaveText('Reconnecting')
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, was Available/)
      await expect(lene.page).toHaveTitle(/^Not live · /)

      await server.works()
      await expect(lene.connection).toHaveText('Live')
      await expect(lene.notice).toHaveCount(0)
      await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Away/)
    })
  })
}

test.describe('while it is not live', () => {
  test.use({ expectedInConsole: /status of 503/ })

  test('nothing is published from a menu that was opened before, and it says why', async ({
    lene,
    dana,
    server,
  }) => {
    await lene.signsIn()
    await lene.myAvailability.click()
    const busy = lene.page.getByRole('menuitemradio', { name: 'Busy', exact: true })
    await expect(busy).toBeEnabled()

    await server.fails({ kind: 'status', status: 503 })
    await dana.becomes('Away')
    await expect(lene.notice).toBeVisible()
    await expect(busy).toBeDisabled()
    await expect(busy).toHaveAttribute('title', /^Not live: /)

    await server.works()
    await expect(lene.connection).toHaveText('Live')
    await busy.click()
    await expect(lene.myAvailability).toHaveAccessibleName(/^My availability: Busy\. Change$/)
  })

  test('nothing can be published, and trying now is one button', async ({ lene, dana, server }) => {
    await lene.signsIn()
    await expect(lene.myAvailability).toBeEnabled()

    // Longer than the story: only trying now can end it.
    await server.fails({ kind: 'status', status: 503, retryAfterSeconds: 600 })
    await dana.becomes('Away')
    await expect(lene.notice).toBeVisible()
    await expect(lene.myAvailability).toBeDisabled()
    await expect(lene.myAvailability).toHaveAccessibleName(/was Available/)
    await server.works()
    await lene.page.getByRole('button', { name: 'Try now' }).click()

    await expect(lene.connection).toHaveText('Live')
    await expect(lene.myAvailability).toBeEnabled()
  })
})
