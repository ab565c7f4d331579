import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Sign } from '../../parts/sign.ts'
import { createMoments } from '../moments.ts'
import type { Words } from '../words.ts'
import { jaInstalled } from './installed.ts'
import { jaKeys } from './keys.ts'
import { jaManage } from './manage.ts'
import { jaMyPresence } from './my-presence.ts'
import { jaPerson, jaPrivacy } from './person.ts'
import { jaPreferences } from './preferences.ts'
import { jaView } from './view.ts'
import { jaWall } from './wall.ts'
import { jaWatching } from './watching.ts'

// Long on purpose, as the English is. The words for states are those of Skype for Business in Japanese.
// Japanese has one plural category only, so that nothing is chosen by count.

const locale = 'ja-JP'

const moments = createMoments(locale)
const people = (count: number): string => `${moments.number(count)} 人`
const seconds = (count: number): string => `${moments.number(count)} 秒`

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
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

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: '連絡可能',
  Busy: '取り込み中',
  DoNotDisturb: '応答不可',
  BeRightBack: '一時退席中',
  Away: '退席中表示',
  Offwork: '業務時間外',
}

const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', '通話中'],
  ['in-a-call', '通話中'],
  ['in-a-conference', '電話会議中'],
  ['in-a-meeting', '会議中'],
  ['presenting', '発表中'],
  ['in-presentation', '発表中'],
  ['urgent-interruptions-only', '緊急の用件のみ'],
  ['off-work', '業務時間外'],
  ['out-of-office', '外出中'],
])

function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return because.reason.server === null
    ? String(because.status)
    : `${because.status}、${because.reason.server}`
}

const nextTry = (inSeconds: number | null): string =>
  inSeconds === null || inSeconds <= 0 ? '再試行しています。' : `${seconds(inSeconds)}後に再試行します。`

export const ja: Words = {
  language: 'ja',
  locale,
  direction: 'ltr',
  product: 'Presence Board',
  moments,

  sign: (sign) => SIGN_WORDS[sign],
  wasSign: (sign) => `${SIGN_WORDS[sign]} (以前)`,
  choice: (wanted) => CHOICE_WORDS[wanted],
  activity: (activity) => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs, nowMs) => `最終アクティブ: ${moments.ago(atMs, nowMs) ?? 'たった今'}`,
  asOf: (atMs, nowMs) => `${moments.at(atMs, nowMs)} 時点`,
  onMobile: 'モバイルを使用中',
  outOfOfficeTag: '外出中',
  outOfOfficeNote: (message) => `不在時のメモ: ${message}`,
  unknownBecause: {
    none: 'サーバーには、このアドレスのプレゼンスがありません',
    notPublished: 'あなたには公開されていません',
    notRead: 'まだ読み取っていません',
    notAnswered: 'サーバーから回答がありませんでした',
    beyondLimit: 'サーバーが一度に伝える人数の上限を超えています',
    unheardOf: (name) => `サーバーが示す状態を、このボードは認識できません: ${name}`,
    otherCompany: '外部連絡先です。相手の会社から応答がありません',
  },

  installed: jaInstalled,

  tab: {
    own: (state, product) => `${state} · ${product}`,
    notLive: (product) => `更新停止中 · ${product}`,
    signIn: (product) => `サインイン · ${product}`,
    unseen: (count, title) => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'ライブ',
    connecting: '接続しています…',
    reconnecting: '再接続しています',
    offline: 'ネットワークなし',
    notLive: '更新停止中',
  },
  band: {
    connecting: '接続しています…',
    checking: '変更を確認しています…',
    notLive: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'ライブ更新が停止しています。'
        : `ライブ更新が停止しています。${moments.at(knownAtMs, nowMs)} 時点の情報です。`,
    pause: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'サーバーから一時停止を求められました。再開しています。'
        : `サーバーから一時停止を求められました。${seconds(inSeconds)}後に再開します。`,
    noAnswer(because, inSeconds) {
      const named = trouble(because)
      return `サーバーが応答しません${named === null ? '' : ` (${named})`}。${nextTry(inSeconds)}`
    },
    tryNow: '今すぐ再試行',
    offline: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'このコンピューターはオフラインです。ネットワークが復旧すると、ボードが開きます。'
        : `このコンピューターはオフラインです。${moments.at(knownAtMs, nowMs)} 時点の情報です。`,
    offlineThen: 'ネットワークが復旧すると、ボードを再開します。',
    elsewhere: 'このボードは別の場所で使用されています。',
    useHere: 'ここで使用',
    signedOut: 'サインアウトしています。',
    signedOutThen:
      'サインインの有効期限が切れました。続けるにはサインインしてください。書きかけのメモは残っています。',
    signIn: 'サインイン',
    failed: 'ボードが停止しました。',
    startAgain: 'もう一度開始',
    listMayAge: (because) => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(': ')
      return `連絡先リストが古い可能性があります${why === '' ? '' : ` (${why})`}。自分の状態は通常どおり更新されます。`
    },
    unread: (unread, all) =>
      `${people(all)}中 ${people(unread)}の状態を読み取れませんでした。サーバーから応答がありませんでした。`,
  },
  announce: {
    live: 'ライブ更新を再開しました',
    notLive: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'ライブ更新が停止しています'
        : `ライブ更新が停止しています。${seconds(inSeconds)}後に再試行します`,
    presencePublished: (state) => `あなたの状態は「${state}」です。`,
    presenceReset: (state) =>
      `自動に戻しました。あなたの状態は「${state}」です。予定表の状態が反映されるまで時間がかかることがあります。`,
    notePublished: 'メモを公開しました。',
    noteCleared: 'メモを消去しました。',
    found: (count) => `${people(count)}見つかりました`,
  },
  failure(because) {
    switch (because.kind) {
      case 'unreachable':
        return 'サーバーに接続できませんでした。'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null
          ? `サーバーの応答は ${named} でした。`
          : `サーバーの応答は ${named} でした: ${words}`
      }
      case 'signedOut':
        return 'サインインの有効期限が切れました。'
      case 'applicationGone':
        return 'サーバー側でこのボードの接続が終了しました。'
      case 'replaced':
        return 'ボードは別の場所で使用されています。'
      case 'malformed':
        return `応答が Skype for Business Server のものではありません: ${because.detail}`
    }
  },
  stopped: {
    title: 'ボードが停止しました。',
    startAgain: 'もう一度開始',
  },

  mine: jaMyPresence,
  me: {
    region: '自分',
    menu: '自分とこのボード',
    signedInAs: (address) => `${address} としてサインイン中`,
    signOut: 'サインアウト',
    diagnostics: '診断',
    availability: (state) => `自分の状態: ${state}。変更`,
    availabilityPending: (state) => `自分の状態: ${state}、保存しています。変更`,
    availabilityStale: (state) => `自分の状態: ${state}`,
    saving: '保存しています…',
    automatic: '自動',
    showMeAs: '表示する状態',
    reset: '自動に戻す',
    resetHint: '予定表とアクティビティに従います。予定表の状態が反映されるまで時間がかかることがあります。',
    showMe: '自分を表示',
    showMeHint: '在席していることが他の人に表示されます',
    watchOnly: '閲覧のみ',
    watchOnlyHint: '在席していることは他の人に表示されません',
    onlyWatching: '閲覧のみ',
    onlyWatchingHint: 'ここからは何も公開していません。表示されるようにするには「自分を表示」を選択します。',
    whyNot: 'ライブ更新が停止しています。ボードが再び接続されると変更できます。',
    noNote: 'メモを追加',
    noNoteReadOnly: 'メモなし',
    note: 'メモ',
    changeNote: 'メモを変更',
    editNote: 'メモ (表示を許可したすべての人が対象)',
    togetherWith: '同時に設定する状態',
    availabilityUnchanged: '状態は変更しない',
    publish: '公開',
    cancel: 'キャンセル',
    clearNote: 'メモを消去',
    reported: 'ここでのアクティビティを報告しています',
    reportedMachine: 'このコンピューターでのアクティビティを報告しています',
    askForMachine: 'このページ以外での作業も含める',
    askForMachineHint: 'ブラウザーが許可を求めます',
    notReported: 'アクティビティを報告していません',
  },
  publish: {
    refused: (wanted, still) =>
      `サーバーは「${wanted}」を受け付けませんでした。状態は「${still}」のままです。`,
    refusedUnknown: (wanted) => `サーバーは「${wanted}」を受け付けませんでした。`,
    forbidden: (still) => `ここでこれを設定する権限がありません。状態は「${still}」のままです。`,
    onlyWatching: '閲覧のみです。先に「自分を表示」を選択してください。',
    lost: (wanted, still) =>
      `「${wanted}」について、サーバーから応答がありませんでした。状態は「${still}」のままです。`,
    overdue: 'サーバーはまだこれを確認していません。',
    notTaken: (wanted, still) =>
      `サーバーは「${wanted}」を受け取りましたが、${still === null ? '表示していません' : `表示は「${still}」です`}。`,
    noteNotTaken: 'サーバーはメモを受け取りましたが、表示していません。入力した内容はここに残っています。',
    noteRefused: 'サーバーはこのメモを受け付けませんでした。入力した内容はここに残っています。',
    noteTooLong: 'サーバーによると、このメモは長すぎます。短くしてもう一度公開してください。',
    noteLost: 'メモについて、サーバーから応答がありませんでした。入力した内容はここに残っています。',
    tryAgain: '再試行',
    editAgain: '変更',
    dismiss: '閉じる',
  },

  manage: jaManage,
  preferences: jaPreferences,
  keys: jaKeys,
  view: jaView,
  watching: jaWatching,
  wall: jaWall,

  people: {
    region: '人',
    skip: '人の一覧へ移動',
    list: '連絡先',
    search: '人を検索',
    clearSearch: '検索をクリア',
    filters: '表示',
    all: 'すべて',
    chip: {
      available: '連絡可能',
      busy: '取り込み中',
      doNotDisturb: '応答不可',
      away: '退席中',
      offline: 'オフライン',
      unknown: '不明',
    },
    chipName: (state, count) => `${state}、${people(count)}`,
    favourites: 'お気に入り',
    otherContacts: 'その他の連絡先',
    availableOf: (available, all) => `${people(all)}中 ${people(available)}が連絡可能`,
    unread: (unread) => `未読み取り ${people(unread)}`,
    count: (all) => people(all),
    groupName: (title, summary) => (summary === '' ? title : `${title}、${summary}`),
    read: (read, all) => `${people(all)}中 ${people(read)}を読み取り済み`,
    emptyTitle: 'まだ誰もいません',
    emptyText:
      '連絡先リストは空です。同僚を検索して追加してください。追加した人は Skype for Business にも表示されます。',
    emptyTextElsewhere: '連絡先リストは空です。Skype for Business で追加した人がここに表示されます。',
    emptyGroup: 'このグループは空です。',
    nobody: (state) => `現在「${state}」の人はいません。`,
    nobodyFound: (searched) => `「${searched}」に一致する人は見つかりませんでした。`,
    nobodyFoundIn: (searched, state) => `「${searched}」に一致する人の中に、現在「${state}」の人はいません。`,
    showAll: 'すべて表示',
    failed: '連絡先リストを読み取れませんでした。',
    groupFailed: 'このグループを読み取れませんでした。',
    tryAgain: '再試行',
    loading: '連絡先を読み取っています',
  },

  person: jaPerson,
  privacy: jaPrivacy,

  signIn: {
    title: '誰がいるか、ひと目で確認',
    goOnAs: (address) => `別のタブと同じ ${address} で続ける`,
    goOnUnanswered: (address) =>
      `別のタブから応答がありません。すでに閉じられている可能性があります。ここで ${address} としてサインインしてください。`,
    lead: (company) =>
      company === null
        ? '職場のアカウントでサインインしてください。'
        : `${company} のアカウントでサインインしてください。`,
    address: 'サインイン アドレス',
    password: 'パスワード',
    onlyWatch: '閲覧のみ',
    onlyWatchHint: '在席していることは他の人に表示されません',
    submit: 'サインイン',
    windows: 'Windows のサインインを使用',
    noPassword: {
      title: 'このページではパスワードを使用できません。',
      text: 'このページは暗号化されていない http で開かれたため、ネットワーク上の誰でもパスワードを読み取れます。',
      instead: 'https で開くか、Windows のサインインを使用してください。',
    },
    page: {
      title: '会社のページでサインイン',
      text: (host) => `${host} のページが別のウィンドウで開きます。`,
      again: 'まだそのページでサインインしていません。',
      open: 'サインイン ページを開く',
      blocked:
        'このブラウザーではウィンドウを開けませんでした。このリンクからページを開き、その後ここに戻ってください。',
      done: 'サインインしました',
      waiting: 'サインインが終わるのを待っています',
    },
    cameBack: 'サインインしました。このウィンドウは閉じてかまいません。',
    sandbox: 'サンドボックス',
    sandboxHint: '人を選択すると、パスワードが入力されます',
    steps: {
      finding: 'サーバーを検索しています',
      signingIn: 'サインインしています',
      opening: 'ボードを開いています',
    },
    stepsDone: {
      finding: 'サーバーが見つかりました',
      signingIn: 'サインインしました',
      opening: 'ボードを開きました',
    },
    tryAgain: '再試行',
    back: '戻る',
    copy: 'コピー',
    copied: 'コピーしました',
    copyByHand: '選択して手動でコピー',
    copyReport: 'レポート全体をコピー',
    reportCopied: 'レポートをコピーしました',
    wrongPassword: 'アドレスまたはパスワードが正しくありません。両方を確認してください。',
    wrongPasswordOrWindows:
      'アドレスまたはパスワードが正しくありません。両方を確認するか、Windows のサインインを使用してください。',
    passwordNeeded: 'サーバーからパスワードを求められています。',
    windowsUnasked: 'サーバーは Windows のサインインであなたを識別します。そのボタンを使用してください。',
    windowsRefused: 'サーバーはこのコンピューターの Windows のサインインを受け付けませんでした。',
    windowsRefusedHint:
      '会社のドメインのコンピューターで、ブラウザーがこのサーバーに Windows のサインインを使用するように設定されている場合に使用できます (イントラネット ゾーン、または AuthServerAllowlist ポリシー)。サードパーティの Cookie をブロックするブラウザーでは、このページがサーバーと同じドメインの下にない限り使用できません。',
    homedOnline: 'アカウントは Microsoft のクラウドにあります。',
    homedOnlineHint: (host) =>
      `会社のサーバーは ${host} を案内しています。Presence Board が接続するのは会社自身のサーバーだけです。代わりに Teams を確認してください。`,
    badAddress: 'これはサインイン アドレスではありません。メール アドレスと同じ形式です: name@company.com',
    notFound: (domain) => `${domain} のサーバーが見つかりません。`,
    notFoundHint: 'アドレスを確認してください。社外では VPN が必要な場合があります。',
    notFoundAsked: '問い合わせ先 (応答なし):',
    unknownPage: {
      title: 'このページはまだサーバーに登録されていません',
      lead: 'Skype for Business は、リストにある Web アドレスとのみ通信します。次のアドレスがリストにありません:',
      refused: 'サーバーがこの Web アドレスを拒否しました',
      told: (host, told) => `${host} の応答は 403、${told}`,
      toldNothing: (host) => `${host} の応答は 403`,
      forAdministrator: '管理者向け',
      shell: 'Skype for Business Server 管理シェルで実行:',
      effect: '数分以内に有効になります。このページの変更は必要ありません。',
    },
    frameRefused: 'サーバーの接続ページを開けませんでした。',
    frameRefusedHint: (url) => `${url} をタブで開き、証明書の警告がないか確認してください。`,
    noGrant: 'このページが対応しているサインイン方法を、サーバーが提供していません。',
    noGrantOffered: (offered) =>
      offered.length === 0
        ? '提供されている方法はありません。'
        : `提供されている方法: ${offered.join('、')}。`,
    notTrusted: (origin) => `サーバーが案内した ${origin} を、このページは信頼していません。`,
    notTrustedHint: (namedBy) =>
      `案内元: ${namedBy}。このページの担当者は、config.json の trustedDomains にドメインを追加できます。`,
    notEnabled: 'このアカウントでは Skype for Business が有効になっていません。',
    other: {
      finding: 'サーバーの検索を完了できませんでした。',
      signingIn: 'サインインを完了できませんでした。',
      opening: 'ボードを開けませんでした。',
    },
    host: (host) => `問い合わせ先: ${host}`,
  },
  signInAgain: {
    title: 'もう一度サインイン',
    text: (address) =>
      `${address} のサインインの有効期限が切れました。ボードはそのまま残り、サインインすると再開します。`,
    failed: 'サインインできませんでした。パスワードを確認してもう一度試してください。',
    openPage: 'サインイン ページを開く',
    donePage: 'サインインしました',
    later: '後で',
    signOut: 'サインアウト',
  },
  configuration: {
    title: '構成に誤りがあります。',
    hint: 'このページの担当者が修正できます。修正後にページを再読み込みしてください。',
  },
}
