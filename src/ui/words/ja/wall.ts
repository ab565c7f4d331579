import type { enWall } from '../en/wall.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('ja-JP')

export const jaWall: typeof enWall = {
  title: 'ウォールボード',
  open: 'ウォールボード',
  openHint: '壁の画面用の大きな表示',
  region: 'ウォールボード',
  page: (page, pages) => `${moments.number(page)}/${moments.number(pages)} ページ`,
  notesHidden: 'メモは非表示',
  availableOf: (available, all) => `${moments.number(available)}/${moments.number(all)}`,
  people: '人',
  reading: '連絡先を読み取っています',
  nobody: 'このウォールボードには誰もいません。',
  signingInAgain:
    'サインインの有効期限が切れました。この画面は 1 分ごとに再試行します。手動でサインインするには Esc キーを押してください。',
  tryingAgain: 'この画面は 1 分ごとに再試行します。',
  bySign: '終了するには Esc キーを押してください。',
  notSignedIn: 'このウォールボードはサインインしていません',
  notSignedInHint: 'ここでサインインすると、再び表示されます。閲覧のみです。',

  choose: {
    hint: '閲覧のみです。このページを開いていても、他の人に在席とは表示されません。Esc キーで終了します。',
    groups: 'グループ',
    groupsHint: '選択しない場合は、一覧の全員を表示します。',
    groupsHintBut:
      '選択しない場合は、一覧の全員を表示します。ただし、配布グループだけに含まれる人は除きます。',
    people: 'その他の人',
    find: '一覧から人を検索',
    heading: 'タイトル',
    notes: 'メモを表示',
    dark: 'ダーク',
    light: 'ライト',
    system: 'システムに合わせる',
    theme: '配色',
    open: '開く',
    copy: 'アドレスをコピー',
    copied: 'コピーしました',
    bookmark:
      'このアドレスで同じウォールボードが開きます。ブックマークや画面の開始ページとして保存できます。',
    cancel: 'キャンセル',
  },
}
