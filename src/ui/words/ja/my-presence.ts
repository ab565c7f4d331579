import type { enMyPresence } from '../en/my-presence.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('ja-JP')

export const jaMyPresence: typeof enMyPresence = {
  hint: {
    doNotDisturb: 'ワークグループには「取り込み中、緊急の用件のみ」と表示されます',
    away: '他の人には「退席中」と表示されます',
    offWork: '他の人には「退席中、業務時間外」と表示されます',
  },
  until: {
    short: (atMs, nowMs) => `${moments.at(atMs, nowMs)} まで`,
    state: (state, atMs, nowMs) => `${state}、${moments.at(atMs, nowMs)} まで`,
    of: (state) => `${state}の終了時刻`,
    open: (state) => `時刻を指定して${state}`,
    minutes: (count) => `${moments.number(count)} 分`,
    hours: (count) => `${moments.number(count)} 時間`,
    endOfDay: '自分の終業時刻',
    iChangeIt: '自分で変更するまで',
    chooseTime: '時刻を選択',
    time: '時刻',
    set: '設定',
    past: 'その時刻は過ぎています。後の時刻を選択してください。',
    hint: 'その時刻にこのページが開いていれば、元に戻します。',
    hintBusy:
      'その時刻にこのページが開いていれば、元に戻します。サーバー側では 1 日後に自動的に解除されます。',
  },
  late: {
    presence: (state, atMs, nowMs) =>
      `${state}は ${moments.at(atMs, nowMs)} に終わる予定でしたが、このページが閉じているか接続されていませんでした。今、元に戻しました。`,
    note: (atMs, nowMs) =>
      `メモは ${moments.at(atMs, nowMs)} に消去する予定でしたが、このページが閉じているか接続されていませんでした。今、消去しました。`,
    dismiss: '閉じる',
  },
  elsewhere: (atMs, nowMs) =>
    atMs === null ? '別のデバイスで設定' : `別のデバイスで設定 (${moments.at(atMs, nowMs)})`,
  onlyWatch: '閲覧のみ',
  onlyWatchHint: '他の人の状態を見るだけで、ここからは何も公開しません',

  note: {
    outOfOffice:
      'Exchange で不在時のメッセージがオンになっている間は、そのメッセージが表示されます。自分のメモはその後に続きます。',
    clearIt: '消去する時刻',
    never: '消去しない',
    inOneHour: '1 時間後',
    at: (atMs, nowMs) => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `今日 ${text}`
    },
    choose: '選択',
    clearAt: '消去する日時',
    clearHint: 'このページが開いていれば、消去します。',
    endBothHint: 'このページが開いていれば、メモを消去し、状態を元に戻します。',
    endBothHintBusy:
      'このページが開いていれば、メモを消去し、状態を元に戻します。サーバー側では 1 日後に状態が自動的に解除されます。',
    clears: (atMs, nowMs) => `${moments.at(atMs, nowMs)} に消去`,
    published: (atMs, nowMs) => `${moments.at(atMs, nowMs)} に公開`,
    recent: 'このブラウザーで以前に使用したメモ',
    use: (text) => `「${text}」を使用`,
    forget: (text) => `「${text}」を履歴から削除`,
    forgetAll: '履歴をすべて削除',
  },

  location: {
    title: '場所',
    edit: '自分の場所 (表示を許可したすべての人が対象)',
    set: '場所を設定',
    change: (location) => `場所を変更: ${location}`,
    none: '場所なし',
    reset: 'リセット',
    resetHint: 'リセットすると、最もよく使うデバイスの場所になります。',
    tooLong: (length) => `最大 60 文字です。現在 ${moments.number(length)} 文字です。`,
    refused: 'サーバーはこの場所を受け付けませんでした。',
    notTaken: 'サーバーは場所を受け取りましたが、表示していません。',
    lost: '場所について、サーバーから応答がありませんでした。',
    published: '場所を公開しました。',
    cleared: '場所をリセットしました。',
  },

  custom: {
    heading: (company) =>
      company === null ? '会社の設定 · 状態とメモを設定します' : `${company} の設定 · 状態とメモを設定します`,
    hint: (state) => `他の人には「${state}」とメモが表示されます`,
    mistaken: '会社独自の状態を表示できません。ファイルに誤りがあります。',
    unreachable: '会社独自の状態を読み込めませんでした。',
  },

  because: new Map([
    ['CallbackChannelError', 'サーバーのイベント チャネルに接続できません。'],
    [
      'InvalidExchangeServerVersion',
      'メールボックスが、この機能に対応していないバージョンの Exchange に移行されました。',
    ],
    ['AlreadyExists', 'サーバーによると、既に存在します。'],
    ['TooManyGroups', 'サーバーによると、グループが多すぎます。'],
    ['CannotRedirect', 'プールが停止していて、代わりのプールもありません。'],
    ['None', 'サーバーはこの機能を提供していません。'],
  ]),
  failedToRead: (why) =>
    why === null ? 'サーバーが応答しませんでした。' : `サーバーから取得できませんでした。${why}`,
}
