import type { enWall } from '../en/wall.ts'
import { moments } from './phrases.ts'

export const arWall: typeof enWall = {
  title: 'لوحة الحائط',
  open: 'لوحة الحائط',
  openHint: 'عرض كبير لشاشة معلقة على الحائط',
  region: 'لوحة الحائط',
  page: (page, pages) => `الصفحة ${moments.number(page)} من ${moments.number(pages)}`,
  notesHidden: 'الملاحظات مخفية',
  availableOf: (available, all) => `${moments.number(available)} من ${moments.number(all)}`,
  people: 'الأشخاص',
  reading: 'تجري قراءة جهات اتصالك',
  nobody: 'لا أحد على لوحة الحائط هذه.',
  signingInAgain: 'انتهت جلسة تسجيل الدخول. تعيد هذه الشاشة المحاولة كل دقيقة؛ لتسجيل الدخول يدويًا اضغط Esc.',
  tryingAgain: 'تعيد هذه الشاشة المحاولة كل دقيقة.',
  bySign: 'للمغادرة اضغط Esc.',
  notSignedIn: 'لوحة الحائط هذه غير مسجلة الدخول',
  notSignedInHint: 'سجّل الدخول هنا لتظهر من جديد. هي للمشاهدة فقط.',

  choose: {
    hint: 'هي للمشاهدة فقط: ما دامت مفتوحة، لا يراك أحد حاضرًا بسبب هذه الصفحة. يمكن مغادرتها بالمفتاح Esc.',
    groups: 'المجموعات',
    groupsHint: 'لم يُحدد شيء: كل من في قائمتك.',
    people: 'أشخاص آخرون',
    find: 'البحث عن شخص في قائمتك',
    heading: 'العنوان',
    notes: 'إظهار الملاحظات',
    dark: 'داكن',
    light: 'فاتح',
    system: 'حسب النظام',
    theme: 'الألوان',
    open: 'فتح',
    copy: 'نسخ العنوان',
    copied: 'تم النسخ',
    bookmark: 'يفتح هذا العنوان لوحة الحائط هذه نفسها: احتفظ به كإشارة مرجعية أو كصفحة بدء للشاشة.',
    cancel: 'إلغاء',
  },
}
