import type { CardPart, GrantedLevel } from '../../../ucwa/privacy-level.ts'
import type { enPerson, enPrivacy } from '../en/person.ts'
import { apart, characters, inMinutes, moments, people } from './phrases.ts'

const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'الدردشة'],
  ['Audio', 'المكالمات'],
  ['Video', 'الفيديو'],
  ['PanoramicVideo', 'الفيديو البانورامي'],
  ['PhoneAudio', 'الهاتف'],
])

const DEVICES: ReadonlyMap<string, string> = new Map([
  ['PC', 'على كمبيوتر'],
  ['Mobile', 'على هاتف محمول'],
  ['DeskPhone', 'على هاتف مكتبي'],
  ['Web', 'في متصفح'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'كمبيوتر'],
  ['Mobile', 'هاتف محمول'],
  ['DeskPhone', 'هاتف مكتبي'],
  ['Web', 'متصفح'],
])

const device = (type: string): string => DEVICES.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: 'جهات الاتصال الخارجية',
  Colleagues: 'الزملاء',
  Workgroup: 'مجموعة العمل',
  FriendsAndFamily: 'الأصدقاء والعائلة',
  Blocked: 'جهات الاتصال المحظورة',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: 'كجهة اتصال خارجية',
  Colleagues: 'من الزملاء',
  Workgroup: 'من مجموعة العمل',
  FriendsAndFamily: 'من الأصدقاء والعائلة',
  Blocked: 'لا شيء، محظور',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: 'أشخاص من شركات أخرى، ما لم تحدد غير ذلك.',
  Colleagues: 'كل من في شركتك، ما لم تحدد غير ذلك.',
  Workgroup: 'أشخاص تعمل معهم عن قرب. يمكنهم مقاطعتك وأنت في وضع عدم الإزعاج.',
  FriendsAndFamily: 'أشخاص يمكنهم رؤية كل أرقامك.',
  Blocked: 'يرون اسمك وعنوان بريدك الإلكتروني ولا شيء غيرهما، ولا يمكنهم الوصول إليك هنا.',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: 'الحالة',
  activity: 'النشاط',
  title: 'المسمى الوظيفي والشركة والصورة',
  workPhone: 'المكتب وهاتف العمل',
  mobilePhone: 'الهاتف المحمول',
  homePhone: 'هاتف المنزل والهاتف الآخر',
  note: 'الملاحظة',
  location: 'الموقع',
  device: 'الجهاز',
  lastActive: 'آخر نشاط',
  meetingSubject: 'موضوع الاجتماع',
}

export const arPerson: typeof enPerson = {
  close: 'إغلاق',
  back: 'رجوع',
  since: (atMs, nowMs) => `منذ ${moments.at(atMs, nowMs)}`,
  sinceLong: (atMs, nowMs) => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return `منذ ${minutes < 60 ? inMinutes(minutes) : moments.at(atMs, nowMs)}`
  },
  external: 'جهة اتصال خارجية',
  publicCloud: 'جهة اتصال من خارج أي شركة',
  notOnList: 'ليس في قائمة جهات اتصالك',
  blocked: 'لقد حظرت هذا الشخص. يراك غير متصل.',
  ownState: (state) => `حالته الخاصة: ${apart(state)}`,
  actions: 'الوصول',
  chat: 'دردشة',
  call: 'مكالمة',
  mail: 'بريد',
  details: 'تفاصيل جهة الاتصال',
  location: 'الموقع',
  office: 'المكتب',
  lastActive: 'آخر نشاط',
  device: 'الجهاز',
  activeNow: 'الآن',
  activeOn: (when, type) => `${when}، ${device(type)}`,
  deviceWord: (type) => DEVICE_WORDS.get(type) ?? type,
  reachableBy: 'يمكن الوصول إليه عبر',
  modality: (type) => MODALITIES.get(type) ?? type,
  list: (texts) => texts.join('، '),
  email: 'البريد الإلكتروني',
  workPhone: 'هاتف العمل',
  mobilePhone: 'الهاتف المحمول',
  homePhone: 'هاتف المنزل',
  otherPhone: 'هاتف آخر',
  callBy: 'الاتصال عبر',
  skype: 'Skype for Business',
  extension: (number) => `تحويلة ${apart(number)}`,
  address: 'عنوان الدردشة',
  groups: 'المجموعات',
  copy: (what) => `نسخ ${what}`,
  copied: (what) => `تم نسخ ${what}`,
  failed: 'تعذرت قراءة بعض ما يخص هذا الشخص.',
}

export const arPrivacy: typeof enPrivacy = {
  title: 'من يرى ماذا عني',
  open: 'من يرى ماذا عني',
  openHint: 'الخصوصية، هواتفي',
  close: 'إغلاق',
  seesYou: (name) => `كيف يراك ${apart(name)}`,
  level: (level) => LEVELS[level],
  asLevel: (level) => AS_LEVEL[level],
  levelHint: (level) => LEVEL_HINTS[level],
  unknownLevel: 'كما يقرر الخادم',
  count: people,
  levelName: (level, count) => `${level}، ${count}`,
  saving: 'يجري الحفظ…',
  overdue: 'لم يؤكد الخادم ذلك بعد.',
  reset: 'إعادة التعيين إلى تلقائي',
  preview: 'معاينة بطاقتي',
  shown: 'ما يُرى',
  parts: (shows, part) => (shows ? `${part}: ظاهر` : `${part}: مخفي`),
  mayBeShown: (part) => `${part}: قد يظهر`,
  mayBe: 'تعني النقطة أن مستندات Microsoft متناقضة في هذا، وأن خادمك هو الذي يقرر.',
  part: (part) => PARTS[part],
  set: (name, level) => `كيف يراك ${apart(name)} الآن: ${AS_LEVEL[level]}.`,
  wasReset: (name) => `عاد الخادم يقرر ما يراه ${apart(name)}.`,
  failed: 'تعذرت قراءة ما يمكن لهذا الشخص رؤيته.',
  block: {
    title: (name) => `حظر ${apart(name)}؟`,
    text: 'ستظهر غير متصل لدى هذا الشخص، ولن يمكنه الوصول إليك هنا. لا يُخبَر بذلك.',
    yes: 'حظر',
    no: 'إلغاء',
  },
  trouble: {
    changed: (now) => `غيّر شخص آخر هذا في الوقت نفسه. الآن: ${now}.`,
    storm: (now) => `يقول الخادم كل مرة إن شخصًا آخر غيّر هذا للتو، ولم يأخذ شيئًا. لا يزال: ${now}.`,
    anyway: (level) => `تعيين ${level} على أي حال`,
    forbidden: 'لا يُسمح لك بتغيير هذا لهذا الشخص.',
    refused: (now) => `لم يقبل الخادم هذا. لا يزال: ${now}.`,
    lost: (now) => `لم يصل رد من الخادم بشأن هذا. لا يزال: ${now}.`,
    tryAgain: 'إعادة المحاولة',
    dismiss: 'تجاهل',
  },
  card: {
    title: 'هكذا يرونك',
    hint: 'وفقًا لما توثقه Microsoft عن هذا المستوى، ولما تنشره الآن.',
    nothing: 'غير متصل، ولا شيء غير ذلك',
    notPublished: 'أنت تشاهد فقط: لا يرى أحد حالة لك من هنا.',
    name: (level) => `بطاقتي لدى ${level}`,
  },
  people: 'الأشخاص في هذا المستوى',
  nobody: 'لم يُعيَّن أحد لهذا المستوى.',
  noList: 'لا يقدم خادمك قائمة بمن في كل مستوى.',
  whoeverElse: 'من ليس في أي مستوى هنا يرى ما يعطيه خادمك من تلقاء نفسه.',
  phones: {
    title: 'هواتفي',
    hint: 'يرى الأرقام التي على بطاقتك من يُسمح لمستواه برؤية مثل هذا الرقم.',
    none: 'لا يذكر خادمك أي هاتف لك.',
    type: (type) => PHONE_TYPES.get(type) ?? type,
    noNumber: 'بلا رقم',
    onCard: 'على بطاقتي',
    isOnCard: 'على بطاقتك',
    isNotOnCard: 'ليس على بطاقتك',
    onCardName: (type) => `${type} على بطاقتي`,
    change: 'تغيير',
    changeName: (type) => `تغيير رقم ${type}`,
    number: (type) => `رقم ${type}`,
    save: 'حفظ',
    cancel: 'إلغاء',
    tooLong: (most, now) => `${characters(most)} على الأكثر، والآن ${moments.number(now)}.`,
    notANumber: 'يرى الخادم أن هذا ليس رقم هاتف.',
    readOnly: 'هذا الرقم يحدده دليل شركتك.',
    notAllowed: 'لا يُسمح لحسابك بتغيير هواتفه.',
    refused: 'لم يقبل الخادم هذا.',
    lost: 'لم يصل رد من الخادم بشأن هذا.',
  },
}

const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', 'هاتف العمل'],
  ['Home', 'هاتف المنزل'],
  ['Mobile', 'الهاتف المحمول'],
  ['Other', 'هاتف آخر'],
])
