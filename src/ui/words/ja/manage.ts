import type { Pending } from '../../../data/roster.ts'
import type { enManage } from '../en/manage.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('ja-JP')
const people = (count: number): string => `${moments.number(count)} 人`

const PENDING: Readonly<Record<Pending, string>> = {
  adding: '追加しています…',
  removing: '削除しています…',
  moving: '移動しています…',
  renaming: '名前を変更しています…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['LimitExceeded', '一覧がいっぱいで、サーバーはこれ以上追加できません。先に誰かを削除してください。'],
  ['TooManyGroups', 'サーバーはこれ以上グループを追加できません。先にグループを削除してください。'],
  [
    'MigrationInProgress',
    '連絡先を別のサーバーに移行しています。完了するまで、表示はできますが変更はできません。',
  ],
])

export const jaManage: typeof enManage = {
  favouritesHere: 'このブラウザーのお気に入り',
  delegates: '自分の代理人',
  delegators: '自分が代理人を務める人',
  organization: '自分の組織',
  distributionGroup: '配布グループ',
  tooBig: 'このグループは大きすぎるため、サーバーで開けません。代わりに名前で検索してください。',
  mayNotOpen: 'このグループのメンバーを表示する権限がありません。',
  pending: (pending) => PENDING[pending],

  moreFor: (name) => `${name} のその他の操作`,
  newGroup: '新しいグループ…',
  addPeople: '人を追加…',
  rename: '名前の変更…',
  delete: '削除…',
  groups: 'グループ…',
  changeGroups: 'グループを変更…',
  removeFrom: (group) => `${group} から削除`,
  removeFromList: '自分の一覧から削除',
  favourite: 'このブラウザーのお気に入りに追加',
  notFavourite: 'お気に入りから外す',
  favouriteHint: '他のデバイスには反映されません',
  favouriteNow: (name) => `${name} さんをこのブラウザーのお気に入りに追加しました`,
  favouriteNoMore: (name) => `${name} さんをこのブラウザーのお気に入りから外しました`,
  isFavourite: 'このブラウザーのお気に入り',
  whyNot: 'ライブ更新が停止しています。ボードが再び接続されると、一覧を変更できます。',

  cancel: 'キャンセル',
  save: '保存',
  close: '閉じる',
  newGroupTitle: '新しいグループ',
  renameTitle: (name) => `${name} の名前の変更`,
  name: '名前',
  create: '作成',
  nameMissing: 'グループには名前が必要です。',
  nameTooLong: (length) => `最大 256 文字です。現在 ${moments.number(length)} 文字です。`,
  nameTaken: (name) => `${name} という名前のグループは既にあります。`,
  deleteTitle: (name, size) =>
    size === 0
      ? `${name} を削除しますか?`
      : `${name} を削除しますか? グループの ${people(size)}は一覧に残ります。`,
  deleteIt: '削除',
  groupsOf: (name) => `${name} さんのグループ`,
  addTitle: (name) => `${name} さんを一覧に追加`,
  add: '追加',
  inGroups: '追加先のグループ',
  andNew: '新しいグループにも追加',
  noneLeft: (name) => `どのグループにも入っていません。${name} さんは一覧から削除されます。`,
  addPeopleTitle: (group) => `${group} に人を追加`,
  findInDirectory: 'ディレクトリで検索',
  addTo: (name, group) => `${name} さんを ${group} に追加`,
  alreadyIn: 'このグループに追加済み',

  yourPeople: '自分の連絡先',
  directory: 'ディレクトリ',
  searching: 'ディレクトリを検索しています…',
  more: (shown) =>
    `${moments.number(shown)} 件を表示しています。他にもあります。続けて入力すると絞り込めます。`,
  directoryFailed: 'ディレクトリが応答しません。自分の連絡先だけを検索しています。',
  nobodyInDirectory: (typed) => `ディレクトリに「${typed}」に一致する人はいません。`,
  foundBoth: (own, directory) => `一覧で ${people(own)}、ディレクトリで ${people(directory)}が見つかりました`,
  addToList: (name) => `${name} さんを一覧に追加`,
  onYourList: '一覧に追加済み',
  findPeople: '人を検索',

  tryAgain: '再試行',
  changeIt: '変更',
  dismiss: '閉じる',
  done(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} さんを ${group} に追加しました。`
      case 'remove':
        return `${change.contact.name} さんを ${group} から削除しました。`
      case 'removeFromList':
        return `${change.contact.name} さんを一覧から削除しました。`
      case 'move':
        return `${change.contact.name} さんを ${group} に移動しました。`
      case 'createGroup':
      case 'addGroup':
        return `${group} を一覧に追加しました。`
      case 'renameGroup':
        return `グループの名前を ${group} に変更しました。`
      case 'deleteGroup':
      case 'removeGroup':
        return `${group} を一覧から削除しました。`
    }
  },
  notDone(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} さんを ${group} に追加できませんでした。`
      case 'remove':
        return `${change.contact.name} さんを ${group} から削除できませんでした。`
      case 'removeFromList':
        return `${change.contact.name} さんを一覧から削除できませんでした。`
      case 'move':
        return `${change.contact.name} さんを ${group} に移動できませんでした。`
      case 'createGroup':
        return `グループ ${group} を作成できませんでした。`
      case 'addGroup':
        return `${group} を一覧に追加できませんでした。`
      case 'renameGroup':
        return `${change.group.name} の名前を ${group} に変更できませんでした。`
      case 'deleteGroup':
        return `${group} を削除できませんでした。`
      case 'removeGroup':
        return `${group} を一覧から削除できませんでした。`
    }
  },
  overdue: 'サーバーはまだこれを確認していません。',
  whyRefused(change, because, group) {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed')
      return 'サーバーから応答がありませんでした。'
    const { subcode } = because.reason
    if (subcode === 'AlreadyExists' && 'contact' in change) return `${change.contact.name} さんは既にいます。`
    if (subcode === 'AlreadyExists') return `${group} という名前のグループは既にあります。`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'これを変更する権限がありません。'
      case 404:
        return '既に存在しません。別のクライアントが先に変更しました。'
      case 412:
        return '同時に別の変更がありました。'
      default:
        return null
    }
  },
}
