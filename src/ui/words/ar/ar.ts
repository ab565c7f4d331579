import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { Sign } from '../../parts/sign.ts'
import type { Words } from '../words.ts'
import { arInstalled } from './installed.ts'
import { arKeys } from './keys.ts'
import { arManage } from './manage.ts'
import { arMyPresence } from './my-presence.ts'
import { arPerson, arPrivacy } from './person.ts'
import { apart, inSeconds, locale, moments, ofPeople, people, theMoment } from './phrases.ts'
import { arPreferences } from './preferences.ts'
import { arView } from './view.ts'
import { arWall } from './wall.ts'
import { arWatching } from './watching.ts'

// Long on purpose, as the English is.

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  available: 'متاح',
  availableIdle: 'متاح، خامل',
  busy: 'مشغول',
  busyIdle: 'مشغول، خامل',
  doNotDisturb: 'عدم الإزعاج',
  beRightBack: 'سأعود حالاً',
  away: 'غائب',
  offline: 'غير متصل',
  outOfOffice: 'خارج المكتب',
  unknown: 'غير معروف',
  blocked: 'محظور',
}

const WAS_WORDS: Readonly<Record<Sign, string>> = {
  available: 'كان متاحًا',
  availableIdle: 'كان متاحًا، خاملاً',
  busy: 'كان مشغولاً',
  busyIdle: 'كان مشغولاً، خاملاً',
  doNotDisturb: 'كان في عدم الإزعاج',
  beRightBack: 'كان سيعود حالاً',
  away: 'كان غائبًا',
  offline: 'كان غير متصل',
  outOfOffice: 'كان خارج المكتب',
  unknown: 'كان غير معروف',
  blocked: 'كان محظورًا',
}

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: 'متاح',
  Busy: 'مشغول',
  DoNotDisturb: 'عدم الإزعاج',
  BeRightBack: 'سأعود حالاً',
  Away: 'الظهور كغائب',
  Offwork: 'خارج العمل',
}

const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'في مكالمة'],
  ['in-a-call', 'في مكالمة'],
  ['in-a-conference', 'في مؤتمر'],
  ['in-a-meeting', 'في اجتماع'],
  ['presenting', 'تقديم عرض'],
  ['in-presentation', 'تقديم عرض'],
  ['urgent-interruptions-only', 'المقاطعات العاجلة فقط'],
  ['off-work', 'خارج العمل'],
  ['out-of-office', 'خارج المكتب'],
])

function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return apart(
    because.reason.server === null ? String(because.status) : `${because.status}, ${because.reason.server}`,
  )
}

const nextTry = (seconds: number | null): string =>
  seconds === null || seconds <= 0 ? 'تجري المحاولة الآن.' : `المحاولة التالية بعد ${inSeconds(seconds)}.`

export const ar: Words = {
  language: 'ar',
  locale,
  direction: 'rtl',
  product: 'لوحة التواجد',
  moments,

  sign: (sign) => SIGN_WORDS[sign],
  wasSign: (sign) => WAS_WORDS[sign],
  choice: (wanted) => CHOICE_WORDS[wanted],
  activity: (activity) => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs, nowMs) => `آخر نشاط ${moments.ago(atMs, nowMs) ?? 'الآن'}`,
  asOf: (atMs, nowMs) => `حتى ${theMoment(atMs, nowMs)}`,
  onMobile: 'على هاتف محمول',
  outOfOfficeTag: 'خارج المكتب',
  outOfOfficeNote: (message) => `ملاحظة خارج المكتب: ${apart(message)}`,
  unknownBecause: {
    none: 'لا يعرف الخادم حالة لهذا العنوان',
    notPublished: 'غير منشورة لك',
    notRead: 'لم تُقرأ بعد',
    notAnswered: 'لم يُخبر الخادم بها',
    beyondLimit: 'لا يُخبر الخادم عن مزيد من الأشخاص في وقت واحد',
    unheardOf: (name) => `يذكر الخادم حالة لا تعرفها هذه اللوحة: ${apart(name)}`,
    otherCompany: 'جهة اتصال خارجية، لا رد من شركتها',
  },

  installed: arInstalled,

  tab: {
    own: (state, product) => `${state} · ${product}`,
    notLive: (product) => `غير مباشر · ${product}`,
    signIn: (product) => `تسجيل الدخول · ${product}`,
    unseen: (count, title) => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'مباشر',
    connecting: 'يجري الاتصال…',
    reconnecting: 'تجري إعادة الاتصال',
    offline: 'لا توجد شبكة',
    notLive: 'غير مباشر',
  },
  band: {
    connecting: 'يجري الاتصال…',
    checking: 'يجري التحقق مما تغير…',
    notLive: (knownAtMs, nowMs) =>
      knownAtMs === null ? 'غير مباشر.' : `غير مباشر. هذا ما كان معروفًا حتى ${theMoment(knownAtMs, nowMs)}.`,
    pause: (seconds) =>
      seconds === null || seconds <= 0
        ? 'طلب الخادم التوقف قليلاً. تجري المتابعة الآن.'
        : `طلب الخادم التوقف قليلاً. تجري المتابعة بعد ${inSeconds(seconds)}.`,
    noAnswer(because, seconds) {
      const named = trouble(because)
      return `لا يستجيب الخادم${named === null ? '' : ` (${named})`}. ${nextTry(seconds)}`
    },
    tryNow: 'المحاولة الآن',
    offline: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'هذا الكمبيوتر غير متصل بالشبكة. تُفتح اللوحة عند عودة الشبكة.'
        : `هذا الكمبيوتر غير متصل بالشبكة. هذا ما كان معروفًا حتى ${theMoment(knownAtMs, nowMs)}.`,
    offlineThen: 'تواصل اللوحة عملها عند عودة الشبكة.',
    elsewhere: 'تعمل هذه اللوحة الآن في مكان آخر.',
    useHere: 'استخدامها هنا',
    signedOut: 'تم تسجيل خروجك.',
    signedOutThen: 'انتهت جلسة تسجيل دخولك. سجّل الدخول للمتابعة؛ ملاحظتك غير المكتملة محفوظة.',
    signIn: 'تسجيل الدخول',
    failed: 'توقفت اللوحة.',
    startAgain: 'البدء من جديد',
    listMayAge: (because) => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(': ')
      return `قد تكون قائمة جهات اتصالك قديمة${why === '' ? '' : ` (${apart(why)})`}. تعمل حالتك الخاصة كالمعتاد.`
    },
    unread: (unread, all) =>
      `تعذرت قراءة ${moments.number(unread)} من ${ofPeople(all)}. لم يرد الخادم بشأنهم.`,
  },
  announce: {
    live: 'مباشر من جديد',
    notLive: (seconds) =>
      seconds === null || seconds <= 0
        ? 'غير مباشر'
        : `غير مباشر، المحاولة التالية بعد ${inSeconds(seconds)}`,
    presencePublished: (state) => `حالتك: ${state}.`,
    presenceReset: (state) => `تلقائي من جديد. حالتك: ${state}. قد تتأخر حالات التقويم قليلاً.`,
    notePublished: 'تم نشر ملاحظتك.',
    noteCleared: 'تم مسح ملاحظتك.',
    found: (count) => `نتيجة البحث: ${people(count)}`,
  },
  failure(because) {
    switch (because.kind) {
      case 'unreachable':
        return 'تعذر الوصول إلى الخادم.'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null ? `رد الخادم بـ ${named}.` : `رد الخادم بـ ${named}: ${apart(words)}`
      }
      case 'signedOut':
        return 'انتهت جلسة تسجيل دخولك.'
      case 'applicationGone':
        return 'تخلى الخادم عن هذه اللوحة.'
      case 'replaced':
        return 'انتقلت اللوحة إلى مكان آخر.'
      case 'malformed':
        return `من ردّ لا يتحدث كما يتحدث Skype for Business Server: ${apart(because.detail)}`
    }
  },
  stopped: {
    title: 'توقفت اللوحة.',
    startAgain: 'البدء من جديد',
  },

  mine: arMyPresence,
  me: {
    region: 'أنا',
    menu: 'أنت وهذه اللوحة',
    signedInAs: (address) => `تم تسجيل الدخول باسم ${apart(address)}`,
    signOut: 'تسجيل الخروج',
    diagnostics: 'التشخيص',
    availability: (state) => `حالتي: ${state}. تغيير`,
    availabilityPending: (state) => `حالتي: ${state}، يجري الحفظ. تغيير`,
    availabilityStale: (state) => `حالتي: ${state}`,
    saving: 'يجري الحفظ…',
    automatic: 'تلقائي',
    showMeAs: 'إظهاري كـ',
    reset: 'إعادة التعيين إلى تلقائي',
    resetHint: 'حسب التقويم والنشاط. قد تتأخر حالات التقويم قليلاً.',
    showMe: 'إظهاري',
    showMeHint: 'يرى الآخرون أنك هنا',
    watchOnly: 'المشاهدة فقط',
    watchOnlyHint: 'لا يرى الآخرون أنك هنا',
    onlyWatching: 'مشاهدة فقط',
    onlyWatchingHint: 'لا تنشر شيئًا من هنا. كي يراك الآخرون، اختر «إظهاري».',
    whyNot: 'غير مباشر: يمكن تغيير هذا عندما تتصل اللوحة من جديد.',
    noNote: 'إضافة ملاحظة',
    noNoteReadOnly: 'لا ملاحظة',
    note: 'الملاحظة',
    changeNote: 'تغيير الملاحظة',
    editNote: 'ملاحظة لكل من يُسمح له برؤيتها',
    togetherWith: 'مع الحالة',
    availabilityUnchanged: 'بلا تغيير',
    publish: 'نشر',
    cancel: 'إلغاء',
    clearNote: 'مسح الملاحظة',
    reported: 'يُبلَّغ عن نشاطك هنا',
    reportedMachine: 'يُبلَّغ عن نشاطك على هذا الكمبيوتر',
    askForMachine: 'احتساب عملي خارج هذه الصفحة',
    askForMachineHint: 'يطلب المتصفح إذنك بذلك',
    notReported: 'لا يُبلَّغ عن نشاطك',
  },
  publish: {
    refused: (wanted, still) => `لم يقبل الخادم «${wanted}». لا تزال حالتك: ${still}.`,
    refusedUnknown: (wanted) => `لم يقبل الخادم «${wanted}».`,
    forbidden: (still) => `لا يُسمح لك بتعيين هذا هنا. لا تزال حالتك: ${still}.`,
    onlyWatching: 'أنت تشاهد فقط. اختر «إظهاري» أولاً.',
    lost: (wanted, still) => `لم يصل رد من الخادم بشأن «${wanted}». لا تزال حالتك: ${still}.`,
    overdue: 'لم يؤكد الخادم ذلك بعد.',
    notTaken: (wanted, still) =>
      `استلم الخادم «${wanted}»، لكنه ${still === null ? 'لا يعرضها' : `يعرض حالتك: ${still}`}.`,
    noteNotTaken: 'استلم الخادم ملاحظتك، لكنه لا يعرضها. نصك محفوظ هنا.',
    noteRefused: 'لم يقبل الخادم هذه الملاحظة. نصك محفوظ هنا.',
    noteTooLong: 'يرى الخادم أن هذه الملاحظة أطول من اللازم. اختصرها ثم انشرها من جديد.',
    noteLost: 'لم يصل رد من الخادم بشأن ملاحظتك. نصك محفوظ هنا.',
    tryAgain: 'إعادة المحاولة',
    editAgain: 'تغيير',
    dismiss: 'تجاهل',
  },

  manage: arManage,
  preferences: arPreferences,
  keys: arKeys,
  view: arView,
  watching: arWatching,
  wall: arWall,

  people: {
    region: 'الأشخاص',
    skip: 'الانتقال إلى الأشخاص',
    list: 'جهات الاتصال',
    search: 'ابحث عن أشخاص',
    clearSearch: 'مسح البحث',
    filters: 'إظهار',
    all: 'الكل',
    chip: {
      available: 'متاح',
      busy: 'مشغول',
      doNotDisturb: 'عدم الإزعاج',
      away: 'غائب',
      offline: 'غير متصل',
      unknown: 'غير معروف',
    },
    chipName: (state, count) => `${state}، ${people(count)}`,
    favourites: 'المفضلة',
    otherContacts: 'جهات اتصال أخرى',
    availableOf: (available, all) => `${moments.number(available)} من ${moments.number(all)} متاحون`,
    unread: (unread) => `لم يُقرأ ${moments.number(unread)}`,
    count: (all) => people(all),
    groupName: (title, summary) => (summary === '' ? title : `${apart(title)}، ${summary}`),
    read: (read, all) => `تمت قراءة ${moments.number(read)} من ${ofPeople(all)}`,
    emptyTitle: 'لا أحد هنا بعد',
    emptyText: 'قائمة جهات اتصالك فارغة. ابحث عن زميل وأضفه؛ وسيظهر في Skype for Business أيضًا.',
    emptyTextElsewhere: 'قائمة جهات اتصالك فارغة. من تضيفه في Skype for Business يظهر هنا.',
    emptyGroup: 'هذه المجموعة فارغة.',
    nobody: (state) => `لا أحد حالته «${state}» الآن.`,
    nobodyFound: (searched) => `لم يُعثر على أحد باسم «${apart(searched)}».`,
    nobodyFoundIn: (searched, state) => `لا أحد حالته «${state}» الآن ممن عُثر عليهم باسم «${apart(searched)}».`,
    showAll: 'إظهار الكل',
    failed: 'تعذرت قراءة قائمة جهات اتصالك.',
    groupFailed: 'تعذرت قراءة هذه المجموعة.',
    tryAgain: 'إعادة المحاولة',
    loading: 'تجري قراءة جهات اتصالك',
  },

  person: arPerson,
  privacy: arPrivacy,

  signIn: {
    title: 'لترى من هنا',
    goOnAs: (address) => `المتابعة باسم ${apart(address)}، كما في علامة التبويب الأخرى`,
    goOnUnanswered: (address) =>
      `علامة التبويب الأخرى لا تستجيب، وربما أُغلقت. سجّل الدخول هنا باسم ${apart(address)}.`,
    lead: (company) =>
      company === null ? 'سجّل الدخول بحساب العمل.' : `سجّل الدخول بحسابك لدى ${apart(company)}.`,
    address: 'عنوان تسجيل الدخول',
    password: 'كلمة المرور',
    onlyWatch: 'المشاهدة فقط',
    onlyWatchHint: 'لا يرى الآخرون أنني هنا',
    submit: 'تسجيل الدخول',
    windows: 'استخدام تسجيل دخولي إلى Windows',
    noPassword: {
      title: 'لا كلمة مرور في هذه الصفحة.',
      text: 'وصلت هذه الصفحة عبر http غير المشفر، حيث يمكن لأي شخص على الشبكة قراءة كلمة المرور.',
      instead: 'افتحها عبر https، أو استخدم تسجيل دخولك إلى Windows.',
    },
    page: {
      title: 'سجّل الدخول في صفحة شركتك',
      text: (host) => `تُفتح في نافذة خاصة بها، على ${apart(host)}.`,
      again: 'لم تسجّل الدخول هناك بعد.',
      open: 'فتح صفحة تسجيل الدخول',
      blocked: 'لم يسمح هذا المتصفح بفتح النافذة. افتح الصفحة من هذا الرابط، ثم عُد إلى هنا.',
      done: 'سجّلت الدخول هناك',
      waiting: 'في انتظار تسجيل دخولك هناك',
    },
    cameBack: 'لقد سجّلت الدخول. يمكن إغلاق هذه النافذة.',
    sandbox: 'بيئة تجريبية',
    sandboxHint: 'اختر شخصًا، وستُملأ كلمة المرور',
    steps: {
      finding: 'يجري البحث عن خادمك',
      signingIn: 'يجري تسجيل الدخول',
      opening: 'يجري فتح لوحتك',
    },
    stepsDone: {
      finding: 'تم العثور على خادمك',
      signingIn: 'تم تسجيل الدخول',
      opening: 'تم فتح لوحتك',
    },
    tryAgain: 'إعادة المحاولة',
    back: 'رجوع',
    copy: 'نسخ',
    copied: 'تم النسخ',
    copyByHand: 'حدد النص وانسخه يدويًا',
    copyReport: 'نسخ التقرير كاملاً',
    reportCopied: 'تم نسخ التقرير',
    wrongPassword: 'العنوان أو كلمة المرور غير صحيحة. تحقق من كليهما.',
    wrongPasswordOrWindows:
      'العنوان أو كلمة المرور غير صحيحة. تحقق من كليهما، أو استخدم تسجيل دخولك إلى Windows.',
    passwordNeeded: 'يطلب خادمك كلمة مرورك.',
    windowsUnasked: 'يعرفك خادمك من تسجيل دخولك إلى Windows. استخدم الزر الخاص بذلك.',
    windowsRefused: 'لم يقبل خادمك تسجيل الدخول إلى Windows من هذا الكمبيوتر.',
    windowsRefusedHint:
      'يعمل ذلك على أجهزة الكمبيوتر المنضمة إلى مجال الشركة، عندما يُسمح للمتصفح باستخدامه مع هذا الخادم: في منطقة الإنترانت، أو بالنهج AuthServerAllowlist. ويمنعه كذلك المتصفح الذي يحظر ملفات تعريف ارتباط الجهات الخارجية، إلا إذا كانت هذه الصفحة تحت مجال الخادم نفسه.',
    homedOnline: 'حسابك في سحابة Microsoft.',
    homedOnlineHint: (host) =>
      `يحيل خادم شركتك إلى ${apart(host)}. لا تتحدث لوحة التواجد إلا إلى خوادم الشركة نفسها؛ استخدم Teams بدلاً من ذلك.`,
    badAddress: `ليس هذا عنوان تسجيل دخول. يشبه العنوان عنوان البريد الإلكتروني: ${apart('name@company.com')}.`,
    notFound: (domain) => `لم يُعثر على خادم للمجال ${apart(domain)}.`,
    notFoundHint: 'تحقق من العنوان. خارج المكتب قد تحتاج إلى VPN.',
    notFoundAsked: 'تم السؤال، بلا رد:',
    unknownPage: {
      title: 'لا يعرف خادمك هذه الصفحة بعد',
      lead: 'لا يتحدث Skype for Business إلا إلى عناوين الويب التي في قائمته. هذا العنوان ليس فيها:',
      refused: 'رفض الخادم عنوان الويب هذا',
      told: (host, told) => `رد ${apart(host)} بـ 403، ${apart(told)}`,
      toldNothing: (host) => `رد ${apart(host)} بـ 403`,
      forAdministrator: 'للمسؤول لديك',
      shell: 'في Skype for Business Server Management Shell:',
      effect: 'يسري ذلك خلال بضع دقائق. لا يلزم تغيير شيء في هذه الصفحة.',
    },
    frameRefused: 'تعذر فتح صفحة الاتصال الخاصة بالخادم.',
    frameRefusedHint: (url) => `افتح ${apart(url)} في علامة تبويب وتحقق من وجود تحذير عن الشهادة.`,
    noGrant: 'لا يقدم خادمك طريقة لتسجيل الدخول تعرفها هذه الصفحة.',
    noGrantOffered: (offered) =>
      offered.length === 0 ? 'لا يقدم أي طريقة.' : `يقدم: ${apart(offered.join(', '))}.`,
    notTrusted: (origin) => `يحيل خادمك إلى ${apart(origin)}، وهو غير موثوق به في هذه الصفحة.`,
    notTrustedHint: (namedBy) =>
      `ورد ذكره من ${apart(namedBy)}. يمكن للقائم على هذه الصفحة إضافة المجال إلى trustedDomains في config.json.`,
    notEnabled: 'هذا الحساب غير ممكّن لـ Skype for Business.',
    other: {
      finding: 'لم ينجح البحث عن خادمك.',
      signingIn: 'لم ينجح تسجيل الدخول.',
      opening: 'تعذر فتح لوحتك.',
    },
    host: (host) => `سُئل: ${apart(host)}`,
  },
  signInAgain: {
    title: 'تسجيل الدخول من جديد',
    text: (address) =>
      `انتهت جلسة تسجيل دخول ${apart(address)}. تبقى اللوحة كما كانت، وتواصل عملها عند عودتك.`,
    failed: 'لم يتم تسجيل دخولك بذلك. تحقق من كلمة المرور وأعد المحاولة.',
    openPage: 'فتح صفحة تسجيل الدخول',
    donePage: 'سجّلت الدخول هناك',
    later: 'لاحقًا',
    signOut: 'تسجيل الخروج',
  },
  configuration: {
    title: 'في التكوين خطأ.',
    hint: 'يمكن للقائم على هذه الصفحة تصحيحه. أعد تحميل الصفحة بعد ذلك.',
  },
}
