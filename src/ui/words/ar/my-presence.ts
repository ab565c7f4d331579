import type { enMyPresence } from '../en/my-presence.ts'
import { apart, characters, counted, moments } from './phrases.ts'

export const arMyPresence: typeof enMyPresence = {
  hint: {
    doNotDisturb: 'ترى مجموعة عملك: مشغول، المقاطعات العاجلة فقط',
    away: 'يرى الآخرون: غائب',
    offWork: 'يرى الآخرون: غائب، خارج العمل',
  },
  until: {
    short: (atMs, nowMs) => `حتى ${moments.at(atMs, nowMs)}`,
    state: (state, atMs, nowMs) => `${state}، حتى ${moments.at(atMs, nowMs)}`,
    of: (state) => `${state} حتى`,
    open: (state) => `${state} حتى وقت معين`,
    minutes: (count) =>
      counted(count, {
        zero: '# دقيقة',
        one: 'دقيقة واحدة',
        two: 'دقيقتان',
        few: '# دقائق',
        many: '# دقيقة',
        other: '# دقيقة',
      }),
    hours: (count) =>
      counted(count, {
        zero: '# ساعة',
        one: 'ساعة واحدة',
        two: 'ساعتان',
        few: '# ساعات',
        many: '# ساعة',
        other: '# ساعة',
      }),
    endOfDay: 'نهاية يوم عملي',
    iChangeIt: 'حتى أغيّرها',
    chooseTime: 'اختيار وقت',
    time: 'الوقت',
    set: 'تعيين',
    past: 'مضى هذا الوقت: اختر وقتًا لاحقًا.',
    hint: 'تعيدها هذه الصفحة إلى تلقائي حينها، إذا كانت لا تزال مفتوحة.',
    hintBusy:
      'تعيدها هذه الصفحة إلى تلقائي حينها، إذا كانت لا تزال مفتوحة. ويلغيها الخادم من تلقاء نفسه بعد يوم.',
  },
  late: {
    presence: (state, atMs, nowMs) =>
      `كان موعد انتهاء «${state}» ${moments.at(atMs, nowMs)}، لكن هذه الصفحة كانت مغلقة أو غير متصلة حينها. أُعيدت الحالة الآن إلى تلقائي.`,
    note: (atMs, nowMs) =>
      `كان موعد مسح ملاحظتك ${moments.at(atMs, nowMs)}، لكن هذه الصفحة كانت مغلقة أو غير متصلة حينها. مُسحت الآن.`,
    dismiss: 'تجاهل',
  },
  elsewhere: (atMs, nowMs) =>
    atMs === null ? 'عُيّنت على جهاز آخر' : `عُيّنت على جهاز آخر، ${moments.at(atMs, nowMs)}`,
  onlyWatch: 'المشاهدة فقط',
  onlyWatchHint: 'رؤية الآخرين دون نشر شيء من هنا',

  note: {
    outOfOffice: 'يرى الأشخاص رسالة خارج المكتب ما دامت مفعّلة في Exchange. وتأتي ملاحظتك الخاصة بعدها.',
    clearIt: 'مسحها',
    never: 'أبدًا',
    inOneHour: 'بعد ساعة واحدة',
    at: (atMs, nowMs) => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `اليوم، ${text}`
    },
    choose: 'اختيار',
    clearAt: 'وقت المسح',
    clearHint: 'تمسحها هذه الصفحة، إذا كانت لا تزال مفتوحة.',
    endBothHint: 'تمسحها هذه الصفحة وتعيد حالتك إلى تلقائي، إذا كانت لا تزال مفتوحة.',
    endBothHintBusy:
      'تمسحها هذه الصفحة وتعيد حالتك إلى تلقائي، إذا كانت لا تزال مفتوحة. ويلغي الخادم الحالة من تلقاء نفسه بعد يوم.',
    clears: (atMs, nowMs) => `تُمسح ${moments.at(atMs, nowMs)}`,
    published: (atMs, nowMs) => `نُشرت ${moments.at(atMs, nowMs)}`,
    recent: 'المستخدمة سابقًا في هذا المتصفح',
    use: (text) => `استخدام «${apart(text)}»`,
    forget: (text) => `نسيان «${apart(text)}»`,
    forgetAll: 'نسيان الكل',
  },

  location: {
    title: 'الموقع',
    edit: 'موقعك، لكل من يُسمح له برؤيته',
    set: 'تعيين موقع',
    change: (location) => `تغيير الموقع: ${apart(location)}`,
    none: 'بلا موقع',
    reset: 'إعادة تعيين',
    resetHint: 'بعد إعادة التعيين يكون موقع الجهاز الذي تستخدمه أكثر من غيره.',
    tooLong: (length) => `${characters(60)} على الأكثر، والآن ${moments.number(length)}.`,
    refused: 'لم يقبل الخادم هذا الموقع.',
    notTaken: 'استلم الخادم موقعك، لكنه لا يعرضه.',
    lost: 'لم يصل رد من الخادم بشأن موقعك.',
    published: 'تم نشر موقعك.',
    cleared: 'تمت إعادة تعيين موقعك.',
  },

  custom: {
    heading: (company) =>
      company === null ? 'من شركتك · تعيّن الحالة والملاحظة' : `من ${apart(company)} · تعيّن الحالة والملاحظة`,
    hint: (state) => `يرى الآخرون «${state}» وملاحظتك`,
    mistaken: 'يتعذر عرض الحالات الخاصة بشركتك: في ملفها خطأ.',
    unreachable: 'تعذر تحميل الحالات الخاصة بشركتك.',
  },

  because: new Map([
    ['CallbackChannelError', 'يتعذر الوصول إلى قناة الأحداث الخاصة به.'],
    ['InvalidExchangeServerVersion', 'انتقلت علبة بريدك إلى إصدار من Exchange لا يدعم هذا.'],
    ['AlreadyExists', 'يقول إن هذا موجود من قبل.'],
    ['TooManyGroups', 'يقول إن عدد المجموعات أكثر من المسموح.'],
    ['CannotRedirect', 'تجمع الخوادم الخاص بك معطل، ولا ينوب عنه غيره.'],
    ['None', 'لا يتيح هذا.'],
  ]),
  failedToRead: (why) => (why === null ? 'لم يرد الخادم.' : `لم يُخبر الخادم بهذا. ${why}`),
}
