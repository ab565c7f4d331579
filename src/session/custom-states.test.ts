import { expect, test } from 'vitest'
import { parseXmlInTests } from '../testing/parse-xml.ts'
import { loadCustomStates, type FileRead } from './custom-states.ts'

const FILE = `<customStates xmlns="http://schemas.microsoft.com/09/2009/communicator/customStates">
  <customState ID="1" availability="busy">
    <activity LCID="1033">On a customer site</activity><activity LCID="1031">Beim Kunden</activity>
  </customState></customStates>`

const never = new AbortController().signal

function loading(of: {
  url: string | null
  file?: FileRead
  trustedDomains?: string[]
  pageOrigin?: string
  culture?: string
}) {
  const asked: string[] = []
  const loaded = loadCustomStates(
    {
      configuration: { customStatesUrl: of.url, trustedDomains: of.trustedDomains ?? [] },
      pageOrigin: of.pageOrigin ?? 'https://presence.contoso.com',
      culture: of.culture ?? 'de-AT',
      readFile: async (url) => {
        asked.push(url)
        return of.file ?? { kind: 'read', text: FILE }
      },
      parseXml: parseXmlInTests,
    },
    never,
  )
  return { loaded, asked }
}

test('no file is asked for where the configuration names none', async () => {
  const { loaded, asked } = loading({ url: null })
  expect(await loaded).toEqual({ kind: 'none' })
  expect(asked).toEqual([])
})

test('states are in the reader’s language, and known again in any', async () => {
  expect(await loading({ url: 'custom-states.xml' }).loaded).toEqual({
    kind: 'read',
    choices: [{ id: 1, availability: 'Busy', text: 'Beim Kunden' }],
    ownWords: new Map([
      ['On a customer site', 'Beim Kunden'],
      ['Beim Kunden', 'Beim Kunden'],
    ]),
  })
})

test.each<[string, string, { trustedDomains?: string[]; pageOrigin?: string }, string]>([
  ['beside the page', 'states/ours.xml', {}, 'read'],
  ['at the page’s own origin', 'https://presence.contoso.com/a.xml', {}, 'read'],
  [
    'below a trusted domain',
    'https://files.fabrikam.com/a.xml',
    { trustedDomains: ['Fabrikam.com'] },
    'read',
  ],
  [
    'at a name that only ends like one',
    'https://evilfabrikam.com/a.xml',
    { trustedDomains: ['fabrikam.com'] },
    'notTrusted',
  ],
  ['anywhere else', 'https://files.fabrikam.com/a.xml', {}, 'notTrusted'],
  ['on this machine, for a page that is not', 'http://127.0.0.1/a.xml', {}, 'notTrusted'],
  [
    'on this machine, for a page that is',
    'http://127.0.0.1/a.xml',
    { pageOrigin: 'http://localhost:4100' },
    'read',
  ],
])('a file %s is asked for only when it is trusted', async (_, url, of, kind) => {
  const { loaded, asked } = loading({ url, ...of })
  expect((await loaded).kind).toBe(kind)
  expect(asked).toEqual(kind === 'read' ? [url] : [])
})

test('what cannot be read, and what is mistaken, says why', async () => {
  const unread: FileRead = { kind: 'unread', detail: 'status 404' }
  expect(await loading({ url: 'a.xml', file: unread }).loaded).toEqual(unread)
  expect(await loading({ url: 'a.xml', file: { kind: 'read', text: '<a/>' } }).loaded).toEqual({
    kind: 'mistaken',
    mistakes: [{ kind: 'wrongRoot', found: 'a' }],
  })
})
