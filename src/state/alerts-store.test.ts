import { expect, test } from 'vitest'
import type { Telling } from '../session/alerts-book.ts'
import { toSipUri } from '../ucwa/hal.ts'
import { ALERT_WHENS, createAlertsStore, parseAlerts, withTelling } from './alerts-store.ts'

const DANA = toSipUri('sip:dana@contoso.com')

const telling = (id: number, of: Partial<Telling> = {}): Telling => ({
  id: String(id),
  atMs: id,
  isQuiet: false,
  change: {
    alert: { who: toSipUri(`sip:${id}@contoso.com`), name: 'Somebody', when: 'change', hasSound: false },
    presence: { availability: 'Online', activity: null },
    isAskedFor: true,
    isOver: false,
  },
  ...of,
})
const nothingYet = createAlertsStore('granted').getState()

test.each([
  ['seen, in the tab that tells', { isSeen: true, isOwn: true, isOnWall: false }, false, [0, 1, 1]],
  ['seen, in another tab', { isSeen: true, isOwn: false, isOnWall: false }, false, [0, 1, 0]],
  ['on a wall', { isSeen: true, isOwn: false, isOnWall: true }, false, [1, 0, 0]],
  ['out of sight', { isSeen: false, isOwn: true, isOnWall: false }, false, [1, 1, 1]],
  ['not to be disturbed', { isSeen: true, isOwn: true, isOnWall: false }, true, [1, 0, 0]],
])(
  'when %s, it is listed, counted, and told as it should be',
  (_, how, isQuiet, [unseen, toasts, toRing]) => {
    const view = withTelling(nothingYet, telling(1, { isQuiet }), how)
    expect(view.recent).toHaveLength(1)
    expect(view.unseen).toBe(unseen)
    expect(view.toasts).toHaveLength(toasts ?? 0)
    expect(view.toRing).toHaveLength(toRing ?? 0)
  },
)

test('what was not asked for is only listed', () => {
  const { change } = telling(1)
  const view = withTelling(nothingYet, telling(1, { change: { ...change, isAskedFor: false } }), {
    isSeen: false,
    isOwn: true,
    isOnWall: false,
  })
  expect(view).toEqual({ ...nothingYet, recent: view.recent })
  expect(view.recent).toHaveLength(1)
})

test('no more than twenty are kept, the newest first, and three of them on the page', () => {
  let view = nothingYet
  const how = { isSeen: true, isOwn: false, isOnWall: false }
  for (let id = 1; id <= 25; id += 1) view = withTelling(view, telling(id), how)
  expect(view.recent.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 20 }, (_, at) => 25 - at))
  expect(view.toasts.map(({ atMs }) => atMs)).toEqual([23, 24, 25])
})

test.each([
  ['nothing was kept', null, []],
  ['it is no JSON', 'dana', []],
  ['it is something else', '{"who":"sip:dana@contoso.com"}', []],
  [
    'an older version kept less',
    '[{"who":"sip:Dana@contoso.com","name":"Dana","when":"available"}]',
    [{ who: DANA, name: 'Dana', when: 'available', hasSound: false }],
  ],
])('whom one watches is read when %s', (_, text, alerts) => {
  expect(parseAlerts(text, toSipUri)).toEqual(alerts)
})

test('whatever is offered to be told of is read as it was kept, and what was offered before still is', () => {
  expect(ALERT_WHENS).toEqual(expect.arrayContaining(['availableOnce', 'available', 'change']))
  const alerts = ALERT_WHENS.map((when) => ({ who: DANA, name: 'Dana', when, hasSound: false }))
  expect(parseAlerts(JSON.stringify(alerts), toSipUri)).toEqual(alerts)
})
