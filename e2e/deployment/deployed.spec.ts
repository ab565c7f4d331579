import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'

import type { Person } from '../person.ts'
import { expect, given, test } from './stories.ts'

/** By address and password: the configuration names nobody. */
async function signsIn(person: Person): Promise<void> {
  await person.opensTheBoard()
  await person.typesIn(person.account.username, person.account.password)
  await expect(person.connection).toHaveText('Live')
}

test('two people sign in over https, see each other, and one sees what the other publishes', async ({
  lene,
  dana,
}) => {
  await signsIn(lene)
  await signsIn(dana)

  await dana.choosesAvailability('Busy')
  await dana.writesNote('At the reception until three.')

  await expect(lene.sees('Dana Birkby')).toHaveAccessibleName(/^Dana Birkby, Busy/)
  await expect(lene.sees('Dana Birkby')).toContainText('At the reception until three.')
  await lene.signsOut()
})

test('menus, dialogs and the diagnostics open under the policy, and the page is kept', async ({ lene }) => {
  await signsIn(lene)
  await lene.myAvailability.click()
  await expect(lene.page.getByRole('menuitemradio', { name: /^On a customer site ?Others/ })).toBeVisible()
  await lene.page.getByRole('menuitemradio', { name: 'Do not disturb' }).click()
  await lene.myNote.click()
  await lene.page.getByRole('button', { name: 'Cancel' }).click()
  await lene.myMenu.click()
  await lene.page.getByRole('menuitem', { name: 'Diagnostics' }).click()
  await expect(lene.page.getByRole('heading', { level: 1, name: 'Diagnostics' })).toBeVisible()

  const script = await lene.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)
  expect(script).toBe(`${given('BOARD')}worker.js`)
})

test('every file comes with the documented headers, and may be kept as documented', async ({ lene }) => {
  await lene.opensTheBoard()
  await expect(lene.page.getByLabel('Sign-in address')).toBeVisible() // it has read its configuration by then
  const asked = await lene.page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  const { origin } = new URL(given('BOARD'))
  const files = asked.filter((address) => new URL(address).origin === origin)
  const paths = new Set(files.map((address) => new URL(address).pathname))
  const others = ['/', '/worker.js', '/manifest.webmanifest', '/icons/512.png', '/nothing-of-ours']

  expect(paths).toContain('/config.json')
  expect(paths.size).toBeGreaterThan(10)
  for (const path of [...paths, ...others]) {
    const { status, headers } = await answerTo(path)
    const isThere = path !== '/nothing-of-ours'
    expect(status, path).toBe(isThere ? 200 : 404)
    expect(headers, path).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    if (isThere)
      expect(headers['cache-control'], path).toBe(
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
  }
})

/** Without a browser, which keeps to itself what it has done with a header. */
async function answerTo(
  path: string,
): Promise<Pick<IncomingMessage, 'headers'> & { readonly status: number }> {
  const { hostname: servername, port, host } = new URL(given('BOARD'))
  const ca = readFileSync(given('AUTHORITY'))
  const asking = get({ host: '127.0.0.1', port, path, servername, ca, headers: { host } })
  const [answer]: IncomingMessage[] = await once(asking, 'response')
  if (answer === undefined) throw new Error(`${path} was not answered`)
  answer.resume()
  return { status: answer.statusCode ?? 0, headers: answer.headers }
}

test('the manifest and the worker come as what they are', async ({ lene }) => {
  await lene.opensTheBoard()
  const types = await Promise.all(
    ['/manifest.webmanifest', '/worker.js', '/icons/192.png'].map(
      async (path) => (await answerTo(path)).headers['content-type'],
    ),
  )
  expect(types).toEqual(['application/manifest+json', 'application/javascript; charset=utf-8', 'image/png'])

  const session = await lene.page.context().newCDPSession(lene.page)
  const { errors } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
})

test('by plain http one is led to https', async ({ lene }) => {
  await lene.page.goto(given('BOARD_BY_HTTP'))
  expect(lene.page.url()).toBe(given('BOARD'))
})

test('the file for IIS is XML, and sends what nginx sends', async ({ lene }) => {
  const answer = await lene.page.goto(given('BOARD'))
  const headers = (await answer?.allHeaders()) ?? {}
  const blank = await lene.page.context().newPage() // under no policy, which lets no page of the board parse a text
  const sent = await blank.evaluate(
    (text) => {
      const xml = new DOMParser().parseFromString(text, 'text/xml')
      return {
        root: xml.documentElement.nodeName,
        headers: Array.from(xml.querySelectorAll('customHeaders > add'), (one) => [
          one.getAttribute('name') ?? '',
          one.getAttribute('value') ?? '',
        ]),
      }
    },
    readFileSync('deployment/web.config', 'utf8'),
  )

  expect(sent.root).toBe('configuration')
  const here = /https:\/\/\*\.contoso\.test:\d+/g
  for (const [name = '', value] of sent.headers)
    expect(headers[name.toLowerCase()]?.replaceAll(here, 'https://*.contoso.com')).toBe(value)
})
