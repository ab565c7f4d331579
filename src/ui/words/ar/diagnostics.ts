import type { Happening, TabRole } from '../../../session/diagnostics.ts'
import type { Lack } from '../../../session/this-page.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { DiagnosticsWords } from '../en/diagnostics.ts'
import { arCustomStates } from './custom-states.ts'
import { apart, counted, inMinutes, inSeconds, locale, moments, people, type Counted } from './phrases.ts'

// Long on purpose, as the English is.

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const EVENTS: Counted = {
  zero: 'لا أحداث',
  one: 'حدث واحد',
  two: 'حدثان',
  few: '# أحداث',
  many: '# حدثًا',
  other: '# حدث',
}
const BATCHES: Counted = {
  zero: 'لا دفعات',
  one: 'دفعة واحدة',
  two: 'دفعتان',
  few: '# دفعات',
  many: '# دفعة',
  other: '# دفعة',
}
const TIMES: Counted = {
  zero: '# مرة',
  one: 'مرة واحدة',
  two: 'مرتان',
  few: '# مرات',
  many: '# مرة',
  other: '# مرة',
}
const TABS: Counted = {
  zero: 'لا علامات تبويب',
  one: 'علامة تبويب واحدة',
  two: 'علامتا تبويب',
  few: '# علامات تبويب',
  many: '# علامة تبويب',
  other: '# علامة تبويب',
}
const INTERRUPTIONS: Counted = {
  zero: 'لا انقطاع',
  one: 'انقطاع واحد',
  two: 'انقطاعان',
  few: '# انقطاعات',
  many: '# انقطاعًا',
  other: '# انقطاع',
}

/** As after a preposition, where it mostly stands. */
function duration(ms: number): string {
  if (ms < SECOND_MS) return `${moments.number(Math.round(ms))} مللي ثانية`
  if (ms < 2 * MINUTE_MS) return inSeconds(Math.round(ms / SECOND_MS))
  if (ms < HOUR_MS) return inMinutes(Math.round(ms / MINUTE_MS))
  const [hours, minutes] = [Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS)]
  return `${moments.number(hours)} س ${moments.number(minutes)} د`
}

function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return 'لا رد'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = apart([because.status, code, subcode].filter((part) => part !== null).join(' '))
      return server === null ? what : `${what} من ${apart(server)}`
    }
    case 'signedOut':
      return 'انتهت جلسة تسجيل الدخول'
    case 'applicationGone':
      return 'تخلى الخادم عن التطبيق'
    case 'replaced':
      return 'استطلع آخرُ القناة نفسها'
    case 'malformed':
      return 'رد ليس من الخادم'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'حسب config.json',
  remembered: 'كان كذلك سابقًا في هذا المتصفح',
  rootReadable: 'يتوفر CORS هنا',
  rootUnreadable: 'لا يتوفر CORS هنا',
  asBefore: 'كما مع المضيف الذي أحال إليه',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: 'مصادقة Windows المتكاملة',
  password: 'العنوان وكلمة المرور',
  passive: 'صفحة المؤسسة نفسها (AD FS)',
  modern: 'المصادقة الحديثة (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'تجمع الخوادم الذي عُثر عليه سابقًا في هذا المتصفح',
  'configured address': 'العنوان الذي في config.json',
  'configured domain': 'المجال الذي في config.json',
  'sign-in domain': 'عنوان تسجيل الدخول',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: 'لا رد',
  notReadable: 'رد لا يُسمح لهذه الصفحة بقراءته',
  wrongOrigin: 'أحال إلى عنوان غير المفترض',
  notTrusted: 'غير موثوق به، فلم يُسأل',
  underWay: 'جارٍ',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext: 'لا تُقدَّم هذه الصفحة عبر https، لذلك يحجب المتصفح ما يلي.',
  webLocks: 'Web Locks: تتفق علامات التبويب بالرسائل على من يقود، أبطأ قليلاً.',
  serviceWorker: 'Service worker: لا يمكن تثبيت الصفحة.',
  clipboard: 'الحافظة: تُحدد النصوص وتُنسخ يدويًا.',
  notifications: 'الإعلامات: تظهر التنبيهات في هذه الصفحة فقط.',
  broadcastChannel: 'BroadcastChannel: لكل علامة تبويب اتصال خاص بها.',
  storage: 'التخزين: لا تدوم الإعدادات وما يسرّع إعادة التحميل إلا ما دامت هذه الصفحة.',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, 'لم تُفتح'],
  ['opening', 'يجري فتحها'],
  ['listening', 'مفتوحة'],
  ['checking', 'يجري التحقق'],
  ['locating', 'يجري البحث عن الخادم'],
  ['paused', 'في انتظار المحاولة التالية'],
  ['elsewhere', 'مستخدمة في مكان آخر'],
  ['lockedOut', 'في انتظار تسجيل الدخول'],
  ['ended', 'انتهت'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    'الاسم غير معروف حيث أنت: خارج المكتب قد تحتاج إلى VPN.',
    'الاتصال مرفوض: الخادم متوقف، أو يعترض جدار حماية.',
    'شهادة الخادم غير موثوق بها في هذا المتصفح، أو انتهت صلاحيتها، أو هي لاسم آخر.',
    'لا يُسمح لصفحة https باستدعاء خادم عبر http غير المشفر.',
  ],
  unreadable: [
    'عنوان هذه الصفحة ليس في قائمة المصادر المسموح بها على الخادم.',
    'يرد وكيل (proxy) في الطريق بدلاً من الخادم.',
    'لا يقدم الخادم CORS، ولا يسمح الإعداد "transport" في config.json بإطاره.',
  ],
  frame: [
    'شهادة ذلك المضيف غير موثوق بها في هذا المتصفح. افتح الصفحة أدناه: فسيحذرك.',
    'يمنع الإطارات وكيل (proxy)، أو نهج لخادم الويب الذي عليه هذه الصفحة (X-Frame-Options، Content-Security-Policy).',
    'ليست الصفحة لدى الخادم: خدمات الويب غير مثبتة هناك، أو العنوان مختلف.',
    'يحظر ملحق لهذا المتصفح إطارات المواقع الأخرى.',
  ],
}

export const arDiagnostics: DiagnosticsWords = {
  title: 'التشخيص',
  back: 'رجوع',
  leftOut: 'كلمات المرور والرموز المميزة والأسماء والملاحظات مستبعدة',
  copy: 'نسخ التقرير',
  copied: 'تم نسخ التقرير',
  asText: 'التقرير كنص',
  duration,
  clock: (atMs) => clock.format(atMs),
  number: moments.number,

  verdict: {
    works: 'كل شيء يعمل.',
    signedOut: 'لم يسجّل أحد الدخول.',
    underWay: 'يجري تسجيل الدخول.',
    notLive: 'لا يُسمع من الخادم الآن.',
    offline: 'هذا الكمبيوتر غير متصل بالشبكة.',
    signedInFor: (ms) => `تم تسجيل الدخول منذ ${duration(ms)}.`,
  },
  signInFailed(failure, { signIn, failure: words }) {
    switch (failure.kind) {
      case 'serverNotFound':
        return {
          title: signIn.notFound(failure.domain),
          text: `لا رد من ${apart(failure.asked.join(', '))}.`,
        }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : ` ويقول: ${apart(failure.told)}`
        const missing = `ليس ${apart(failure.origin)} في قائمة ${apart(failure.host)}.`
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
        return { title: 'العنوان أو كلمة المرور غير صحيحة.', text: '' }
      case 'badAddress':
        return { title: signIn.badAddress, text: '' }
      case 'other':
        return { title: signIn.other[failure.step], text: words(failure.because) }
    }
  },
  interruptions(all, nowMs) {
    const last = all.at(-1)
    if (last === undefined) return ''
    const { fromMs, toMs, because } = last
    const why = because === null ? '' : `: ${brief(because)}`
    const length = duration((toMs ?? nowMs) - fromMs)
    const often = counted(all.length, INTERRUPTIONS)
    const lasted = `لمدة ${length}، الساعة ${moments.clock(fromMs)}`
    return all.length === 1 ? `${often} ${lasted}${why}.` : `${often}، آخرها ${lasted}${why}.`
  },

  causes: {
    title: 'ما قد يكون السبب',
    lead: 'لا يُخبر المتصفح الصفحة لماذا لم يصل رد. السبب أحد هذه:',
    of: (kind) => CAUSES[kind],
    open: 'افتحها في علامة تبويب خاصة بها، حيث يقول المتصفح ما الخطأ:',
    opensNewTab: 'تُفتح في علامة تبويب جديدة',
  },

  discovery: {
    title: 'الاكتشاف',
    none: 'لم يُبحث عن شيء بعد.',
    domain: 'المجال',
    from: 'بدأ من',
    starts: (from) => STARTS[from],
    asked: {
      root: 'الجذر',
      redirect: 'إعادة التوجيه',
      user: 'المستخدم',
      applications: 'التطبيقات',
      token: 'الرمز المميز',
      page: 'الصفحة',
    },
    step: ({ url, transport, answer, detail }) => {
      const by = transport === null ? '' : ` عبر ${TRANSPORTS[transport]}`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${apart(new URL(url).host)}${by}: ${said}${detail === null ? '' : `، ${apart(detail)}`}`
    },
    pool: 'تجمع الخوادم الرئيسي',
    transport: 'النقل',
    why: (host, kind, because) => `${TRANSPORTS[kind]} إلى ${apart(host)} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: 'جارٍ', found: 'تم العثور عليه', failed: 'فشل' },
  },
  signIn: {
    title: 'تسجيل الدخول',
    way: 'الطريقة',
    grant: (grant) => GRANT_WORDS[grant],
    offered: 'المتاح',
    token: 'الرمز المميز',
    got: (atMs, renewals) =>
      renewals === 0
        ? `تم الحصول عليه ${clock.format(atMs)}`
        : `تم تجديده ${clock.format(atMs)}، ${counted(renewals, TIMES)} إجمالاً`,
    ends: 'ينتهي',
    renewedBefore: (expiresAtMs) =>
      `${clock.format(expiresAtMs)}؛ يُجدَّد قبل ذلك بدقيقة، أو عندما يطلبه الخادم`,
    none: 'لا يوجد',
  },
  application: {
    title: 'التطبيق',
    none: 'لا يوجد الآن.',
    created: 'أُنشئ',
    createdAt: (atMs, times) =>
      times === 1
        ? `${clock.format(atMs)}، وبقي منذ ذلك`
        : `${clock.format(atMs)}، رقم ${moments.number(times)} في جلسة تسجيل الدخول هذه`,
    culture: 'الثقافة',
    visible: 'ظاهر',
    isVisible: (onlyWatch) => (onlyWatch ? 'لا، يشاهد فقط' : 'نعم، يُبلغ عن النشاط'),
    watched: 'الاشتراكات',
    people,
    server: 'الخادم',
    version: 'إصدار المورد',
  },
  customStates: arCustomStates,
  page: {
    title: 'هذه الصفحة',
    version: 'الإصدار',
    browser: 'المتصفح',
    origin: 'العنوان',
    configured: 'التكوين',
    config: {
      url: (url) => `يبدأ من ${apart(url)}`,
      domain: (domain) => `يسأل ${apart(domain)}`,
      byAddress: 'يبدأ من عنوان تسجيل الدخول',
      transport: (transport) => `النقل ${apart(transport)}`,
      trusted: (domains) => `يثق في ${apart(domains.join(', '))}`,
    },
    tabs: 'مشتركة بين',
    tabsOf: ({ tabs, isLeader }: TabRole) =>
      `${counted(tabs, TABS)}، ${isLeader ? 'هذه هي القائدة' : 'تقودها أخرى'}`,
    lacking: 'غير متوفر هنا',
    lack: (lack) => LACKS[lack],
    complete: 'لا شيء',
  },
  channel: {
    title: 'قناة الأحداث',
    state: ({ state }) => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: 'آخر رد',
    answered: (atMs, events) => `${clock.format(atMs)}، ${counted(events, EVENTS)}`,
    noAnswer: 'لا رد بعد',
    due: 'التالي متوقع قبل',
    waiting: 'الانتظار',
    waited: (passedMs, allMs) =>
      `${moments.number(Math.floor(passedMs / SECOND_MS))} ث من ${moments.number(Math.round(allMs / SECOND_MS))} ث`,
  },
  trouble: {
    title: 'آخر خطأ',
    none: 'لا شيء في جلسة تسجيل الدخول هذه.',
    solved: 'تم حله',
    open: 'لم يُحل',
    when: 'الوقت',
    solvedAfter: (atMs, ms) => `${clock.format(atMs)}، تم حله بعد ${duration(ms)}`,
    what: 'الخطأ',
    noStatus: 'لا رد',
    subcode: (subcode) => `الرمز الفرعي ${subcode === null ? 'غير موجود' : apart(subcode)}`,
    asked: 'ما سُئل',
    said: 'قال الخادم',
    diagnostics: 'التشخيص',
    server: 'الخادم',
    correlation: 'الارتباط',
  },
  requests: {
    title: 'الطلبات',
    aside: (inChart, chartMinutes, batches) =>
      `${moments.number(inChart)} خلال ${inMinutes(chartMinutes)} · ${counted(batches, BATCHES)}`,
    chart: (most) => `الطلبات في الدقيقة، ${moments.number(most)} على الأكثر`,
    unit: 'طلبات في الدقيقة',
    byRel: 'حسب المورد',
    count: (rel, count) => `${apart(rel)} ${moments.number(count)}`,
  },
  happened: {
    title: 'ما حدث',
    none: 'لا شيء بعد.',
    word: {
      signInBegan: 'تسجيل الدخول',
      signInFailed: 'فشل تسجيل الدخول',
      signedOut: 'تم تسجيل الخروج',
      token: 'الرمز المميز',
      opened: 'التطبيق',
      live: 'مباشر',
      events: 'أحداث',
      interrupted: 'انقطاع',
      liveAgain: 'مباشر من جديد',
      elsewhere: 'في مكان آخر',
      lockedOut: 'دون دخول',
      ended: 'انتهى',
    },
    text(happening: Happening) {
      switch (happening.kind) {
        case 'signInBegan':
          return 'مطلوب'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'تم التخلي عن الرمز المميز والتطبيق'
        case 'token':
          return happening.isRenewal ? 'تم تجديده' : 'تم الحصول عليه'
        case 'opened':
          return `أُنشئ خلال ${duration(happening.opened.tookMs)}`
        case 'live':
          return 'القناة مفتوحة'
        case 'events':
          return `${counted(happening.events, EVENTS)}${happening.gap ? '، وفات شيء لم يُسمع: تُعاد قراءة كل شيء' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `بعد ${duration(happening.afterMs)}`
        case 'elsewhere':
          return 'يستطلع آخرُ القناة نفسها'
        case 'lockedOut':
          return 'انتهى الرمز المميز، ولا يمكن لغير المستخدم الحصول على آخر'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}
