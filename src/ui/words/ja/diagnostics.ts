import type { Interruption } from '../../../session/diagnostics.ts'
import type { Lack } from '../../../session/this-page.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { DiagnosticsWords } from '../en/diagnostics.ts'
import { createMoments } from '../moments.ts'
import { jaCustomStates } from './custom-states.ts'

const locale = 'ja-JP'

const moments = createMoments(locale)
// Two digits for the hour have to be asked for: Japanese writes 9:05:00 otherwise.
const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const number = new Intl.NumberFormat(locale)

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const many = (count: number, counter: string): string => `${number.format(count)} ${counter}`

function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ミリ秒`
  if (ms < 2 * MINUTE_MS) return many(Math.round(ms / SECOND_MS), '秒')
  if (ms < HOUR_MS) return many(Math.round(ms / MINUTE_MS), '分')
  return `${many(Math.floor(ms / HOUR_MS), '時間')} ${many(Math.floor((ms % HOUR_MS) / MINUTE_MS), '分')}`
}

function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return '応答なし'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
      return server === null ? what : `${server} から ${what}`
    }
    case 'signedOut':
      return 'サインインの有効期限切れ'
    case 'applicationGone':
      return 'サーバー側でアプリケーションが終了'
    case 'replaced':
      return '同じチャネルが別の場所でポーリングされた'
    case 'malformed':
      return 'サーバーのものではない応答'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'config.json の指定',
  remembered: 'このブラウザーでの前回の結果',
  rootReadable: 'ここでは CORS を使用可能',
  rootUnreadable: 'ここでは CORS を使用不可',
  asBefore: '案内元のホストと同じ',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: '統合 Windows 認証',
  password: 'アドレスとパスワード',
  passive: '組織のサインイン ページ (AD FS)',
  modern: '先進認証 (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'このブラウザーで以前に見つかったプール',
  'configured address': 'config.json のアドレス',
  'configured domain': 'config.json のドメイン',
  'sign-in domain': 'サインイン アドレス',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: '応答なし',
  notReadable: 'このページでは読み取れない応答',
  wrongOrigin: '想定と異なるアドレスに転送',
  notTrusted: '信頼されていないため問い合わせなし',
  underWay: '進行中',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext:
    'このページは https で提供されていないため、ブラウザーは以下の機能を使用できないようにしています。',
  webLocks: 'Web Locks: タブの間の調整にメッセージを使用するため、少し遅くなります。',
  serviceWorker: 'Service Worker: このページはインストールできません。',
  clipboard: 'クリップボード: テキストは選択して手動でコピーします。',
  notifications: '通知: アラートはこのページにだけ表示されます。',
  broadcastChannel: 'BroadcastChannel: タブごとに接続を保持します。',
  storage: 'ストレージ: 設定と、再読み込みを速くするための内容は、このページを閉じるまで保持されます。',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, '未接続'],
  ['opening', '接続しています'],
  ['listening', '接続済み'],
  ['checking', '確認しています'],
  ['locating', 'サーバーを検索しています'],
  ['paused', '次の再試行を待っています'],
  ['elsewhere', '別の場所で使用中'],
  ['lockedOut', 'サインインを待っています'],
  ['ended', '終了'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    '今いる場所ではこの名前を解決できません。社外では VPN が必要な場合があります。',
    '接続が拒否されています。サーバーが停止しているか、間にファイアウォールがあります。',
    'サーバーの証明書が、このブラウザーで信頼されていないか、有効期限が切れているか、別の名前のものです。',
    'https のページから暗号化されていない http でサーバーを呼び出すことはできません。',
  ],
  unreadable: [
    'このページのアドレスが、サーバーで許可されたオリジンのリストにありません。',
    '途中のプロキシが、サーバーの代わりに応答しています。',
    'サーバーが CORS を提供しておらず、config.json の "transport" がフレームを許可していません。',
  ],
  frame: [
    'そのホストの証明書が、このブラウザーで信頼されていません。下のページを開くと警告が表示されます。',
    'プロキシ、またはこのページを提供する Web サーバーのポリシーが、フレームを禁止しています (X-Frame-Options、Content-Security-Policy)。',
    'サーバーにそのページがありません。Web サービスがインストールされていないか、アドレスが異なります。',
    'このブラウザーの拡張機能が、他のサイトのフレームをブロックしています。',
  ],
}

function interruptions(all: readonly Interruption[], nowMs: number): string {
  const last = all.at(-1)
  if (last === undefined) return ''
  const { fromMs, toMs, because } = last
  const why = because === null ? '' : `: ${brief(because)}`
  const length = duration((toMs ?? nowMs) - fromMs)
  if (all.length === 1) return `中断 1 回、${moments.clock(fromMs)} から ${length}${why}。`
  return `中断 ${many(all.length, '回')}、最後は ${moments.clock(fromMs)} から ${length}${why}。`
}

export const jaDiagnostics: DiagnosticsWords = {
  title: '診断',
  back: '戻る',
  leftOut: 'パスワード、トークン、名前、メモは含まれません',
  copy: 'レポートをコピー',
  copied: 'レポートをコピーしました',
  asText: 'レポートのテキスト',
  duration,
  clock: (atMs) => clock.format(atMs),
  number: (count) => number.format(count),

  verdict: {
    works: 'すべて正常に動作しています。',
    signedOut: '誰もサインインしていません。',
    underWay: 'サインインしています。',
    notLive: '現在、サーバーから応答がありません。',
    offline: 'このコンピューターはオフラインです。',
    signedInFor: (ms) => `サインインから ${duration(ms)}です。`,
  },
  signInFailed(failure, { signIn, failure: words }) {
    switch (failure.kind) {
      case 'serverNotFound':
        return { title: signIn.notFound(failure.domain), text: `応答なし: ${failure.asked.join('、')}。` }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : `サーバーの応答: ${failure.told}`
        const missing = `${failure.origin} が ${failure.host} のリストにありません。`
        return { title: signIn.unknownPage.title, text: `${missing}${said}` }
      }
      case 'frameRefused':
        return { title: signIn.frameRefused, text: failure.url }
      case 'notTrusted':
        return { title: signIn.notTrusted(failure.origin), text: signIn.notTrustedHint(failure.namedBy) }
      case 'noGrant':
        return { title: signIn.noGrant, text: signIn.noGrantOffered(failure.offered) }
      case 'homedOnline':
        return { title: signIn.homedOnline, text: signIn.homedOnlineHint(failure.host) }
      case 'windowsRefused':
        return { title: signIn.windowsRefused, text: signIn.windowsRefusedHint }
      case 'windowsUnasked':
        return { title: signIn.windowsUnasked, text: '' }
      case 'passwordNeeded':
        return { title: signIn.passwordNeeded, text: '' }
      case 'wrongPassword':
        return { title: 'アドレスまたはパスワードが正しくありません。', text: '' }
      case 'badAddress':
        return { title: signIn.badAddress, text: '' }
      case 'other':
        return { title: signIn.other[failure.step], text: words(failure.because) }
    }
  },
  interruptions,

  causes: {
    title: '考えられる原因',
    lead: 'ブラウザーは、応答がなかった理由をページに知らせません。次のいずれかです:',
    of: (kind) => CAUSES[kind],
    open: '別のタブで開くと、ブラウザーに問題の内容が表示されます:',
    opensNewTab: '新しいタブで開きます',
  },

  discovery: {
    title: '検出',
    none: 'まだ検索していません。',
    domain: 'ドメイン',
    from: '開始点',
    starts: (from) => STARTS[from],
    asked: {
      root: 'ルート',
      redirect: 'リダイレクト',
      user: 'ユーザー',
      applications: 'アプリケーション',
      token: 'トークン',
      page: 'ページ',
    },
    step: ({ url, transport, answer, detail }) => {
      const by = transport === null ? '' : ` (${TRANSPORTS[transport]})`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${new URL(url).host}${by}: ${said}${detail === null ? '' : `、${detail}`}`
    },
    pool: 'ホーム プール',
    transport: 'トランスポート',
    why: (host, kind, because) => `${host} へ ${TRANSPORTS[kind]} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: '進行中', found: '検出済み', failed: '失敗' },
  },
  signIn: {
    title: 'サインイン',
    way: '方法',
    grant: (grant) => GRANT_WORDS[grant],
    offered: '提供されている方法',
    token: 'トークン',
    got: (atMs, renewals) =>
      renewals === 0
        ? `${clock.format(atMs)} に取得`
        : `${clock.format(atMs)} に更新、合計 ${many(renewals, '回')}`,
    ends: '有効期限',
    renewedBefore: (expiresAtMs) =>
      `${clock.format(expiresAtMs)}。その 1 分前、またはサーバーから求められたときに更新`,
    none: 'なし',
  },
  application: {
    title: 'アプリケーション',
    none: '現在ありません。',
    created: '作成',
    createdAt: (atMs, times) =>
      times === 1
        ? `${clock.format(atMs)}、以後継続`
        : `${clock.format(atMs)}、このサインインで ${many(times, '個目')}`,
    culture: 'カルチャ',
    visible: '表示',
    isVisible: (onlyWatch) => (onlyWatch ? 'いいえ、閲覧のみ' : 'はい、アクティビティを報告'),
    watched: 'サブスクリプション',
    people: (count) => many(count, '人'),
    server: 'サーバー',
    version: 'リソースのバージョン',
  },
  customStates: jaCustomStates,
  page: {
    title: 'このページ',
    version: 'バージョン',
    browser: 'ブラウザー',
    origin: 'アドレス',
    configured: '構成',
    config: {
      url: (url) => `${url} から開始`,
      domain: (domain) => `${domain} に問い合わせ`,
      byAddress: 'サインイン アドレスから開始',
      transport: (transport) => `トランスポート: ${transport}`,
      trusted: (domains) => `信頼: ${domains.join('、')}`,
    },
    tabs: '共有',
    tabsOf: ({ tabs, isLeader }) =>
      `タブ ${many(tabs, '個')}、${isLeader ? 'このタブが接続を担当' : '別のタブが接続を担当'}`,
    lacking: '使用できない機能',
    lack: (lack) => LACKS[lack],
    complete: 'なし',
  },
  channel: {
    title: 'イベント チャネル',
    state: ({ state }) => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: '最後の応答',
    answered: (atMs, events) => `${clock.format(atMs)}、イベント ${many(events, '件')}`,
    noAnswer: 'まだありません',
    due: '次の応答期限',
    waiting: '待機',
    waited: (passedMs, allMs) =>
      `${Math.floor(passedMs / SECOND_MS)} 秒 / ${Math.round(allMs / SECOND_MS)} 秒`,
  },
  trouble: {
    title: '最後のエラー',
    none: 'このサインインではありません。',
    solved: '解決済み',
    open: '未解決',
    when: '日時',
    solvedAfter: (atMs, ms) => `${clock.format(atMs)}、${duration(ms)}後に解決`,
    what: '内容',
    noStatus: '応答なし',
    subcode: (subcode) => `subcode: ${subcode ?? 'なし'}`,
    asked: '要求',
    said: 'サーバーの応答',
    diagnostics: '診断',
    server: 'サーバー',
    correlation: '関連付け',
  },
  requests: {
    title: '要求',
    aside: (inChart, chartMinutes, batches) =>
      `${chartMinutes} 分間に ${many(inChart, '件')} · バッチ ${many(batches, '件')}`,
    chart: (most) => `1 分あたりの要求数、最大 ${many(most, '件')}`,
    unit: '件/分',
    byRel: 'リソース別',
    count: (rel, count) => `${rel} ${number.format(count)}`,
  },
  happened: {
    title: '経過',
    none: 'まだ何もありません。',
    word: {
      signInBegan: 'サインイン',
      signInFailed: 'サインイン失敗',
      signedOut: 'サインアウト',
      token: 'トークン',
      opened: 'アプリケーション',
      live: 'ライブ',
      events: 'イベント',
      interrupted: '中断',
      liveAgain: 'ライブ再開',
      elsewhere: '別の場所',
      lockedOut: '要サインイン',
      ended: '終了',
    },
    text(happening) {
      switch (happening.kind) {
        case 'signInBegan':
          return '要求済み'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'トークンとアプリケーションを破棄'
        case 'token':
          return happening.isRenewal ? '更新' : '取得'
        case 'opened':
          return `${duration(happening.opened.tookMs)}で作成`
        case 'live':
          return 'チャネルが接続済み'
        case 'events':
          return `イベント ${many(happening.events, '件')}${happening.gap ? '。受信漏れがあったため、すべてを読み直し' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `${duration(happening.afterMs)}後`
        case 'elsewhere':
          return '同じチャネルが別の場所でポーリングされた'
        case 'lockedOut':
          return 'トークンの有効期限切れ。本人だけが再取得可能'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}
