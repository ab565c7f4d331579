import type { CardPart, GrantedLevel } from '../../../ucwa/privacy-level.ts'
import type { enPerson, enPrivacy } from '../en/person.ts'
import { createMoments } from '../moments.ts'

// The levels are called as Skype for Business calls them in Japanese.

const moments = createMoments('ja-JP')

const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'チャット'],
  ['Audio', '通話'],
  ['Video', 'ビデオ'],
  ['PanoramicVideo', 'パノラマ ビデオ'],
  ['PhoneAudio', '電話'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'PC'],
  ['Mobile', 'モバイル'],
  ['DeskPhone', '固定電話'],
  ['Web', 'ブラウザー'],
])

const device = (type: string): string => DEVICE_WORDS.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: '外部連絡先',
  Colleagues: '同僚',
  Workgroup: 'ワークグループ',
  FriendsAndFamily: '友人と家族',
  Blocked: '禁止された連絡先',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: '外部連絡先として',
  Colleagues: '同僚として',
  Workgroup: 'ワークグループとして',
  FriendsAndFamily: '友人と家族として',
  Blocked: '表示しない (禁止)',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: '他の会社の人。特に指定しない場合のレベルです。',
  Colleagues: '社内のすべての人。特に指定しない場合のレベルです。',
  Workgroup: '緊密に仕事をする人。応答不可のときでも連絡できます。',
  FriendsAndFamily: 'すべての電話番号を見ることができる人。',
  Blocked: '名前とメール アドレスだけが表示され、ここであなたに連絡することはできません。',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: '状態',
  activity: 'アクティビティ',
  title: '役職、会社、写真',
  workPhone: '勤務場所と勤務先電話',
  mobilePhone: '携帯電話',
  homePhone: '自宅電話とその他の電話',
  note: 'メモ',
  location: '場所',
  device: 'デバイス',
  lastActive: '最終アクティブ',
  meetingSubject: '会議の件名',
}

export const jaPerson: typeof enPerson = {
  close: '閉じる',
  back: '戻る',
  since: (atMs, nowMs) => `${moments.at(atMs, nowMs)} から`,
  sinceLong: (atMs, nowMs) => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return minutes < 60 ? `${moments.number(minutes)} 分前から` : `${moments.at(atMs, nowMs)} から`
  },
  external: '外部連絡先',
  publicCloud: '会社に属さない連絡先',
  notOnList: '連絡先リストにない人です',
  blocked: 'この人を禁止された連絡先にしています。相手にはあなたがオフラインと表示されます。',
  ownState: (state) => `本人が設定した状態: ${state}`,
  actions: '連絡',
  chat: 'チャット',
  call: '通話',
  mail: 'メール',
  details: '連絡先の詳細',
  location: '場所',
  office: '勤務場所',
  lastActive: '最終アクティブ',
  device: 'デバイス',
  activeNow: '現在',
  activeOn: (when, type) => `${when}、${device(type)}`,
  deviceWord: device,
  reachableBy: '連絡方法',
  modality: (type) => MODALITIES.get(type) ?? type,
  list: (texts) => texts.join('、'),
  email: 'メール',
  workPhone: '勤務先電話',
  mobilePhone: '携帯電話',
  homePhone: '自宅電話',
  otherPhone: 'その他の電話',
  callBy: '通話方法',
  skype: 'Skype for Business',
  extension: (number) => `内線 ${number}`,
  address: 'チャット アドレス',
  groups: 'グループ',
  copy: (what) => `${what}をコピー`,
  copied: (what) => `${what}をコピーしました`,
  failed: 'この人の情報の一部を読み取れませんでした。',
}

export const jaPrivacy: typeof enPrivacy = {
  title: '自分の見え方',
  open: '自分の見え方',
  openHint: 'プライバシー、自分の電話',
  close: '閉じる',
  seesYou: (name) => `${name} さんからの見え方`,
  level: (level) => LEVELS[level],
  asLevel: (level) => AS_LEVEL[level],
  levelHint: (level) => LEVEL_HINTS[level],
  unknownLevel: 'サーバーの判断による',
  count: (count) => `${moments.number(count)} 人`,
  levelName: (level, count) => `${level}、${count}`,
  saving: '保存しています…',
  overdue: 'サーバーはまだこれを確認していません。',
  reset: '自動に戻す',
  preview: '自分のカードをプレビュー',
  shown: '相手に表示',
  parts: (shows, part) => (shows ? `${part}: 表示` : `${part}: 非表示`),
  mayBeShown: (part) => `${part}: 表示される場合あり`,
  mayBe: '点は、Microsoft の文書どうしが矛盾していて、サーバーが判断することを示します。',
  part: (part) => PARTS[part],
  set: (name, level) => `${name} さんからの見え方を「${LEVELS[level]}」にしました。`,
  wasReset: (name) => `${name} さんに見える内容を、再びサーバーが判断します。`,
  failed: 'この人に見える内容を読み取れませんでした。',
  block: {
    title: (name) => `${name} さんからの連絡を禁止しますか?`,
    text: '相手にはあなたがオフラインと表示され、ここであなたに連絡できなくなります。相手には通知されません。',
    yes: '禁止',
    no: 'キャンセル',
  },
  trouble: {
    changed: (now) => `同時に別の変更がありました。現在: ${now}。`,
    storm: (now) =>
      `サーバーは毎回、直前に別の変更があったと応答し、何も受け付けませんでした。変更前のまま: ${now}。`,
    anyway: (level) => `それでも「${level}」に設定`,
    forbidden: 'この人についてこれを変更する権限がありません。',
    refused: (now) => `サーバーはこれを受け付けませんでした。変更前のまま: ${now}。`,
    lost: (now) => `これについて、サーバーから応答がありませんでした。変更前のまま: ${now}。`,
    tryAgain: '再試行',
    dismiss: '閉じる',
  },
  card: {
    title: '相手からの見え方',
    hint: 'Microsoft の文書によるこのレベルの内容と、現在公開している内容に基づきます。',
    nothing: 'オフラインとだけ表示されます',
    notPublished: '閲覧のみです。ここからは誰にも状態が表示されません。',
    name: (level) => `${level}に見える自分のカード`,
  },
  people: 'このレベルの人',
  nobody: 'このレベルに設定した人はいません。',
  noList: 'サーバーは、誰がどのレベルかの一覧を提供していません。',
  whoeverElse: 'ここでどのレベルにもない人には、サーバーの既定の内容が表示されます。',
  phones: {
    title: '自分の電話',
    hint: 'カードの番号は、その番号の表示を許可されたレベルの人に見えます。',
    none: 'サーバーに自分の電話は登録されていません。',
    type: (type) => PHONE_TYPES.get(type) ?? type,
    noNumber: '番号なし',
    onCard: '自分のカードに表示',
    isOnCard: 'カードに表示',
    isNotOnCard: 'カードに非表示',
    onCardName: (type) => `${type}を自分のカードに表示`,
    change: '変更',
    changeName: (type) => `${type}の番号を変更`,
    number: (type) => `${type}の番号`,
    save: '保存',
    cancel: 'キャンセル',
    tooLong: (most, now) => `最大 ${moments.number(most)} 文字です。現在 ${moments.number(now)} 文字です。`,
    notANumber: 'サーバーによると、これは電話番号ではありません。',
    readOnly: 'この番号は会社のディレクトリで設定されています。',
    notAllowed: 'このアカウントでは自分の電話を変更できません。',
    refused: 'サーバーはこれを受け付けませんでした。',
    lost: 'これについて、サーバーから応答がありませんでした。',
  },
}

const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', '勤務先電話'],
  ['Home', '自宅電話'],
  ['Mobile', '携帯電話'],
  ['Other', 'その他の電話'],
])
