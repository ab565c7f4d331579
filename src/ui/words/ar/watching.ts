import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import type { enWatching } from '../en/watching.ts'
import { apart, counted } from './phrases.ts'

// A verb or adjective would have to know whether the person is a woman or a man; a state does not.

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: 'عند التحول إلى متاح، مرة واحدة',
  available: 'عند التحول إلى متاح، كل مرة',
  changeOnce: 'عند أي تغيير، مرة واحدة',
  change: 'عند أي تغيير، كل مرة',
}

const BECAME: Readonly<Record<Sign, string>> = {
  available: 'الحالة الآن متاح',
  availableIdle: 'الحالة الآن متاح، خامل',
  busy: 'الحالة الآن مشغول',
  busyIdle: 'الحالة الآن مشغول، خامل',
  doNotDisturb: 'الحالة الآن عدم الإزعاج',
  beRightBack: 'الحالة الآن سأعود حالاً',
  away: 'الحالة الآن غائب',
  offline: 'الحالة الآن غير متصل',
  outOfOffice: 'خارج المكتب',
  unknown: 'الحالة الآن غير معروفة',
  blocked: 'الحالة الآن محظور',
}

const BECAME_BY_ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'في مكالمة'],
  ['in-a-call', 'في مكالمة'],
  ['in-a-conference', 'في مؤتمر'],
  ['in-a-meeting', 'في اجتماع'],
  ['presenting', 'في تقديم عرض'],
  ['in-presentation', 'في تقديم عرض'],
  ['off-work', 'خارج العمل'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: 'من جهاز آخر',
  note: 'من جهاز آخر: ملاحظتك',
  location: 'من جهاز آخر: موقعك',
}

export const arWatching: typeof enWatching = {
  title: 'قيد المتابعة',
  watch: 'متابعة',
  watching: 'قيد المتابعة',
  watchName: (name) => `متابعة ${apart(name)}`,
  stopName: (name) => `إيقاف متابعة ${apart(name)}`,
  stop: 'إيقاف المتابعة',
  watchedNow: (name) => `تتابع الآن ${apart(name)}`,
  watchedNoMore: (name) => `لم تعد تتابع ${apart(name)}`,
  isWatched: 'قيد المتابعة',
  tellMeWhen: (name) => `أخبرني عن ${apart(name)}`,
  when: (when) => WHEN_WORDS[when],
  withSound: 'مع صوت',
  blocked: 'يحظر هذا المتصفح الإعلامات. تُخبَر في هذه الصفحة فقط.',
  notOffered: 'لا يتيح هذا المتصفح إعلامات لهذه الصفحة. تُخبَر في هذه الصفحة فقط.',
  notAsked: 'يسألك المتصفح عما إذا كان له أن يُعلمك.',
  isOff: 'الإعلامات متوقفة في تفضيلاتك. تُخبَر في هذه الصفحة فقط.',

  recent: 'آخر التغييرات',
  recentKept: 'تُمحى عند الإغلاق',
  nothingRecent: 'لم يتغير شيء منذ فتحت هذه الصفحة.',
  became(sign, activity) {
    const known = activity === null ? undefined : BECAME_BY_ACTIVITY.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return stands ? BECAME[sign] : (known ?? `${BECAME[sign]}، ${apart(activity)}`)
  },
  sentence: (name, became) => `${apart(name)}: ${became}`,
  you: 'أنت',
  mine: (resource) => MINE[resource],

  alerts: 'التنبيهات',
  alertsName: (unseen) =>
    unseen === 0
      ? 'التنبيهات'
      : `التنبيهات، ${counted(unseen, {
          zero: 'لا جديد',
          one: 'واحد جديد',
          two: 'اثنان جديدان',
          few: '# جديدة',
          many: '# جديدًا',
          other: '# جديد',
        })}`,
  nobody: 'لا تتابع أحدًا. اختر «متابعة» في صف الشخص أو لوحته، فتُخبَر عندما يصبح متاحًا.',
  askedOnce: (clock) => `طلبت أن تُخبَر مرة واحدة. ${clock}`,
  asked: (clock) => `طلبت أن تُخبَر. ${clock}`,
  keepWatching: 'مواصلة المتابعة',
  dismiss: (name) => `تجاهل: ${apart(name)}`,
  close: 'إغلاق',
}
