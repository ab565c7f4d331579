import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'
import type { enKeys } from '../en/keys.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: '検索',
  me: '自分',
  move: '移動',
  person: '人',
  board: 'ボード',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: '検索',
  close: 'クリア、閉じる',
  filter: 'フィルター: すべて、連絡可能、…',
  view: '表示',
  density: 'カード、一覧、コンパクト',
  availability: '状態を設定',
  available: '連絡可能',
  busy: '取り込み中',
  doNotDisturb: '応答不可',
  beRightBack: '一時退席中',
  away: '退席中表示',
  offWork: '業務時間外',
  reset: '自動に戻す',
  until: '終了時刻',
  note: 'メモ',
  location: '場所',
  visibility: '閲覧のみ、または自分を表示',
  arrows: '人を選択',
  letters: '次の人、前の人',
  fold: 'グループを折りたたむ、展開する',
  ends: '最初、最後',
  region: 'ページの次の領域、前の領域',
  open: '開く',
  menu: 'メニュー (グループも)',
  chat: 'チャット',
  call: '通話',
  mail: 'メール',
  watch: 'ウォッチ',
  favourite: 'お気に入り',
  alerts: 'アラート',
  preferences: '設定',
  wallboard: 'ウォールボード',
  privacy: '自分の見え方',
  diagnostics: '診断',
  keyboard: 'この一覧',
  signOut: 'サインアウト',
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Shift+F6', 'Shift F6'],
  ['Shift+F10', 'Shift F10'],
  ['ContextMenu', 'メニュー'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['ContextMenu', 'メニュー キー'],
  ['ArrowUp', '上矢印'],
  ['ArrowDown', '下矢印'],
  ['ArrowLeft', '左矢印'],
  ['ArrowRight', '右矢印'],
  ['/', 'スラッシュ'],
  [',', 'コンマ'],
  ['?', '疑問符'],
])

export const jaKeys: typeof enKeys = {
  title: 'キーボード',
  close: '閉じる',
  section: (section) => SECTIONS[section],
  does: (shortcut) => DOES[shortcut],
  key: (key) => KEYS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  spoken: (key) => SPOKEN.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  hint: (what, key) => `${what}（${key}）`,
  next: 'に続けて',
  or: 'または',
  range: 'から',
  ofPerson: '一覧でフォーカスのある人、または横に開いている人が対象です。',
  singleKeys: '単独のキー',
  singleKeysHint: '音声入力を使う場合は、単独のキーをオフにできます。',
}
