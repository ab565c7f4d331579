import type { Pending } from '../../../data/roster.ts'
import type { enManage } from '../en/manage.ts'
import { apart, characters, moments, people } from './phrases.ts'

const PENDING: Readonly<Record<Pending, string>> = {
  adding: 'تجري الإضافة…',
  removing: 'تجري الإزالة…',
  moving: 'يجري النقل…',
  renaming: 'تجري إعادة التسمية…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['LimitExceeded', 'قائمتك ممتلئة؛ لا يقبل الخادم مزيدًا من الأشخاص. أزل أحدهم أولاً.'],
  ['TooManyGroups', 'لا يقبل الخادم مزيدًا من المجموعات. احذف واحدة أولاً.'],
  [
    'MigrationInProgress',
    'يجري نقل جهات اتصالك إلى خادم آخر. يمكنك الاطلاع عليها، لكن لا يمكن تغييرها حتى ينتهي ذلك.',
  ],
])

export const arManage: typeof enManage = {
  favouritesHere: 'المفضلة في هذا المتصفح',
  delegates: 'المفوَّضون عني',
  delegators: 'أنا مفوَّض عن',
  organization: 'مؤسستي',
  distributionGroup: 'مجموعة توزيع',
  tooBig: 'هذه المجموعة أكبر من أن يفتحها الخادم. ابحث فيها بالاسم بدلاً من ذلك.',
  mayNotOpen: 'لا يُسمح لك برؤية من في هذه المجموعة.',
  pending: (pending) => PENDING[pending],

  moreFor: (name) => `المزيد لـ ${apart(name)}`,
  newGroup: 'مجموعة جديدة…',
  addPeople: 'إضافة أشخاص…',
  rename: 'إعادة تسمية…',
  delete: 'حذف…',
  groups: 'المجموعات…',
  changeGroups: 'تغيير المجموعات…',
  removeFrom: (group) => `إزالة من ${apart(group)}`,
  removeFromList: 'إزالة من قائمتي',
  favourite: 'إضافة إلى المفضلة في هذا المتصفح',
  notFavourite: 'إزالة من المفضلة',
  favouriteHint: 'لا تعرف بها أجهزتك الأخرى',
  favouriteNow: (name) => `أُضيف ${apart(name)} إلى المفضلة في هذا المتصفح`,
  favouriteNoMore: (name) => `أُزيل ${apart(name)} من المفضلة في هذا المتصفح`,
  isFavourite: 'من المفضلة في هذا المتصفح',
  whyNot: 'غير مباشر: يمكن تغيير القائمة عندما تتصل اللوحة من جديد.',

  cancel: 'إلغاء',
  save: 'حفظ',
  close: 'إغلاق',
  newGroupTitle: 'مجموعة جديدة',
  renameTitle: (name) => `إعادة تسمية ${apart(name)}`,
  name: 'الاسم',
  create: 'إنشاء',
  nameMissing: 'تحتاج المجموعة إلى اسم.',
  nameTooLong: (length) => `${characters(256)} على الأكثر، والآن ${moments.number(length)}.`,
  nameTaken: (name) => `توجد مجموعة باسم ${apart(name)} من قبل.`,
  deleteTitle: (name, size) =>
    size === 0 ? `حذف ${apart(name)}؟` : `حذف ${apart(name)}؟ يبقى من فيها في قائمتك (${people(size)}).`,
  deleteIt: 'حذف',
  groupsOf: (name) => `مجموعات ${apart(name)}`,
  addTitle: (name) => `إضافة ${apart(name)} إلى قائمتك`,
  add: 'إضافة',
  inGroups: 'في هذه المجموعات',
  andNew: 'وفي مجموعة جديدة',
  noneLeft: (name) => `في لا مجموعة: تُزال جهة الاتصال ${apart(name)} من قائمتك.`,
  addPeopleTitle: (group) => `إضافة أشخاص إلى ${apart(group)}`,
  findInDirectory: 'البحث في الدليل',
  addTo: (name, group) => `إضافة ${apart(name)} إلى ${apart(group)}`,
  alreadyIn: 'في هذه المجموعة',

  yourPeople: 'الأشخاص في قائمتك',
  directory: 'الدليل',
  searching: 'يجري البحث في الدليل…',
  more: (shown) => `المعروض ${moments.number(shown)}، وهناك المزيد. واصل الكتابة.`,
  directoryFailed: 'لا يستجيب الدليل. يجري البحث في قائمتك.',
  nobodyInDirectory: (typed) => `لا أحد في الدليل يطابق «${apart(typed)}».`,
  foundBoth: (own, directory) => `في قائمتك: ${people(own)}، وفي الدليل: ${moments.number(directory)}`,
  addToList: (name) => `إضافة ${apart(name)} إلى قائمتك`,
  onYourList: 'في قائمتك',
  findPeople: 'البحث عن أشخاص',

  tryAgain: 'إعادة المحاولة',
  changeIt: 'تغيير',
  dismiss: 'تجاهل',
  done(change, group) {
    switch (change.kind) {
      case 'add':
        return `تمت إضافة ${apart(change.contact.name)} إلى ${apart(group)}.`
      case 'remove':
        return `تمت إزالة ${apart(change.contact.name)} من ${apart(group)}.`
      case 'removeFromList':
        return `تمت إزالة ${apart(change.contact.name)} من قائمتك.`
      case 'move':
        return `تم نقل ${apart(change.contact.name)} إلى ${apart(group)}.`
      case 'createGroup':
      case 'addGroup':
        return `المجموعة ${apart(group)} في قائمتك الآن.`
      case 'renameGroup':
        return `اسم المجموعة الآن ${apart(group)}.`
      case 'deleteGroup':
      case 'removeGroup':
        return `لم تعد المجموعة ${apart(group)} في قائمتك.`
    }
  },
  notDone(change, group) {
    switch (change.kind) {
      case 'add':
        return `لم تتم إضافة ${apart(change.contact.name)} إلى ${apart(group)}.`
      case 'remove':
        return `لم تتم إزالة ${apart(change.contact.name)} من ${apart(group)}.`
      case 'removeFromList':
        return `لم تتم إزالة ${apart(change.contact.name)} من قائمتك.`
      case 'move':
        return `لم يتم نقل ${apart(change.contact.name)} إلى ${apart(group)}.`
      case 'createGroup':
        return `لم يتم إنشاء المجموعة ${apart(group)}.`
      case 'addGroup':
        return `لم تتم إضافة المجموعة ${apart(group)} إلى قائمتك.`
      case 'renameGroup':
        return `لم تتم إعادة تسمية ${apart(change.group.name)} إلى ${apart(group)}.`
      case 'deleteGroup':
        return `لم يتم حذف المجموعة ${apart(group)}.`
      case 'removeGroup':
        return `لم تتم إزالة المجموعة ${apart(group)} من قائمتك.`
    }
  },
  overdue: 'لم يؤكد الخادم ذلك بعد.',
  whyRefused(change, because, group) {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed') return 'لم يصل رد من الخادم.'
    const { subcode } = because.reason
    if (subcode === 'AlreadyExists' && 'contact' in change)
      return `جهة الاتصال ${apart(change.contact.name)} موجودة هناك من قبل.`
    if (subcode === 'AlreadyExists') return `توجد مجموعة باسم ${apart(group)} من قبل.`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'لا يُسمح لك بتغيير هذا.'
      case 404:
        return 'لم يعد موجودًا: سبقك برنامج آخر.'
      case 412:
        return 'غيّره شخص آخر في الوقت نفسه.'
      default:
        return null
    }
  },
}
