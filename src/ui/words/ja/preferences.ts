import type { CLEAR_NOTES, DENSITIES, THEMES } from '../../../state/preferences-store.ts'
import type { enPreferences } from '../en/preferences.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'システム',
  light: 'ライト',
  dark: 'ダーク',
  contrast: 'ハイ コントラスト',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'カード',
  list: '一覧',
  compact: 'コンパクト',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: '今日',
  never: '消去しない',
}

export const jaPreferences: typeof enPreferences = {
  title: '設定',
  open: '設定',
  close: '設定を閉じる',
  theme: 'テーマ',
  themes: (theme) => THEME_WORDS[theme],
  density: '表示密度',
  densityHint: 'アドレスに表示密度の指定があれば、そちらを優先します。',
  densities: (density) => DENSITY_WORDS[density],
  language: '言語',
  browserLanguage: 'ブラウザーに合わせる',
  notifications: '通知',
  notificationsHint: 'ウォッチ中の人について通知します。自分が応答不可の間は通知しません。',
  sound: 'サウンド',
  soundHint: '今後ウォッチする人に適用します。それぞれの人のパネルで変更できます。',
  reportsActivity: '自分のアクティビティを報告',
  reportsActivityHint: 'Presence Board のいずれかのタブで作業している間は、退席中になりません。',
  clearNote: 'メモの消去',
  clearNoteHint: '新しいメモの最初の設定です。',
  clearNotes: (clear) => CLEAR_NOTE_WORDS[clear],
  endOfDay: '自分の終業時刻',
  lastActive: '最終アクティブの時刻',
  switchedOff: '管理者がオフにしています。',
  export: 'エクスポート',
  import: 'インポート',
  resetAll: 'すべてリセット',
  kept: 'このブラウザーに保存されます。秘密の情報は含まれません。',
  imported: 'ファイルの設定を読み込みました。',
  isReset: '設定を最初の状態に戻しました。',
  fileName: 'presence-board-preferences.json',
  mistake(mistake) {
    switch (mistake.kind) {
      case 'notJson':
        return 'このファイルは JSON ではありません。何も変更していません。'
      case 'notPreferences':
        return 'このファイルにはボードの設定がありません。何も変更していません。'
      case 'unknownField':
        return `ファイルにある「${mistake.field}」を、このボードは認識できません。何も変更していません。`
      case 'badValue':
        return `ファイルで「${mistake.field}」の値が ${mistake.found} になっています。使用できる値: ${mistake.expected}。何も変更していません。`
    }
  },
}
