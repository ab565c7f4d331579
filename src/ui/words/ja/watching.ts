import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import { apart } from '../apart.ts'
import type { enWatching } from '../en/watching.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('ja-JP')

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: '連絡可能になったとき (1 回だけ)',
  available: '連絡可能になるたび',
  changeOnce: '状態が変わったとき (1 回だけ)',
  change: '状態が変わるたび',
}

const STATES: Readonly<Record<Sign, string>> = {
  available: '連絡可能',
  availableIdle: '連絡可能、非アクティブ',
  busy: '取り込み中',
  busyIdle: '取り込み中、非アクティブ',
  doNotDisturb: '応答不可',
  beRightBack: '一時退席中',
  away: '退席中',
  offline: 'オフライン',
  outOfOffice: '外出中',
  unknown: '状態不明',
  blocked: '禁止',
}

const ACTIVITIES: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', '通話中'],
  ['in-a-call', '通話中'],
  ['in-a-conference', '電話会議中'],
  ['in-a-meeting', '会議中'],
  ['presenting', '発表中'],
  ['in-presentation', '発表中'],
  ['off-work', '業務時間外'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: '別のデバイスから',
  note: '別のデバイスから: メモ',
  location: '別のデバイスから: 場所',
}

export const jaWatching: typeof enWatching = {
  title: 'ウォッチ中',
  watch: 'ウォッチ',
  watching: 'ウォッチ中',
  watchName: (name) => `${name} さんをウォッチ`,
  stopName: (name) => `${name} さんのウォッチをやめる`,
  stop: 'ウォッチをやめる',
  watchedNow: (name) => `${name} さんをウォッチしています`,
  watchedNoMore: (name) => `${name} さんのウォッチをやめました`,
  isWatched: 'ウォッチ中',
  tellMeWhen: (name) => `${name} さんについて通知するとき`,
  when: (when) => WHEN_WORDS[when],
  withSound: 'サウンドあり',
  blocked: 'このブラウザーは通知をブロックしています。通知はこのページにだけ表示されます。',
  notOffered: 'このブラウザーは、このページに通知を提供していません。通知はこのページにだけ表示されます。',
  notAsked: '通知を許可するかどうか、ブラウザーが確認します。',
  isOff: '設定で通知がオフになっています。通知はこのページにだけ表示されます。',

  recent: '最近の変更',
  recentKept: '閉じるまで保持',
  nothingRecent: 'このページを開いてから変更はありません。',
  became(sign, activity) {
    const known = activity === null ? undefined : ACTIVITIES.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return `${stands ? STATES[sign] : (known ?? `${STATES[sign]} (${activity}) `)}です`
  },
  sentence: (name, became) => `${apart(name)} さんは${became}`,
  you: '自分',
  mine: (resource) => MINE[resource],

  alerts: 'アラート',
  alertsName: (unseen) => (unseen === 0 ? 'アラート' : `アラート、新着 ${moments.number(unseen)} 件`),
  nobody:
    'ウォッチしている人はいません。人の行またはパネルで「ウォッチ」を選択すると、連絡可能になったときに通知されます。',
  askedOnce: (clock) => `1 回だけの通知です。${clock}`,
  asked: (clock) => `設定した通知です。${clock}`,
  keepWatching: 'ウォッチを続ける',
  dismiss: (name) => `閉じる: ${name}`,
  close: '閉じる',
}
