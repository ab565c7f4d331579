import type { ShortcutId, ShortcutSection } from '../../keys/shortcuts.ts'
import type { enKeys } from '../en/keys.ts'

const SECTIONS: Readonly<Record<ShortcutSection, string>> = {
  find: 'البحث',
  me: 'أنا',
  move: 'التنقل',
  person: 'شخص',
  board: 'اللوحة',
}

const DOES: Readonly<Record<ShortcutId, string>> = {
  search: 'بحث',
  close: 'مسح، إغلاق',
  filter: 'تصفية: الكل، متاح، …',
  view: 'العرض',
  density: 'بطاقات، قائمة، مضغوط',
  availability: 'تعيين الحالة',
  available: 'متاح',
  busy: 'مشغول',
  doNotDisturb: 'عدم الإزعاج',
  beRightBack: 'سأعود حالاً',
  away: 'الظهور كغائب',
  offWork: 'خارج العمل',
  reset: 'إعادة التعيين إلى تلقائي',
  until: 'حتى',
  note: 'الملاحظة',
  location: 'الموقع',
  visibility: 'المشاهدة فقط، أو الظهور',
  arrows: 'شخص',
  letters: 'الشخص التالي، السابق',
  fold: 'طي المجموعة، توسيعها',
  ends: 'الأول، الأخير',
  region: 'الجزء التالي من الصفحة، السابق',
  open: 'فتح',
  menu: 'القائمة، للمجموعة أيضاً',
  chat: 'دردشة',
  call: 'مكالمة',
  mail: 'بريد',
  watch: 'متابعة',
  favourite: 'المفضلة',
  alerts: 'التنبيهات',
  preferences: 'التفضيلات',
  wallboard: 'لوحة الحائط',
  privacy: 'من يرى ماذا عني',
  diagnostics: 'التشخيص',
  keyboard: 'هذه القائمة',
  signOut: 'تسجيل الخروج',
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['Shift+F6', 'Shift F6'],
  ['Shift+F10', 'Shift F10'],
  ['ContextMenu', 'قائمة'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['ContextMenu', 'مفتاح القائمة'],
  ['ArrowUp', 'سهم لأعلى'],
  ['ArrowDown', 'سهم لأسفل'],
  ['ArrowLeft', 'سهم لليسار'],
  ['ArrowRight', 'سهم لليمين'],
  ['/', 'شرطة مائلة'],
  [',', 'فاصلة'],
  ['?', 'علامة استفهام'],
])

export const arKeys: typeof enKeys = {
  title: 'لوحة المفاتيح',
  close: 'إغلاق',
  section: (section) => SECTIONS[section],
  does: (shortcut) => DOES[shortcut],
  key: (key) => KEYS.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  spoken: (key) => SPOKEN.get(key) ?? (key.length === 1 ? key.toUpperCase() : key),
  hint: (what, key) => `${what} (${key})`,
  next: 'ثم',
  or: 'أو',
  range: 'إلى',
  ofPerson: 'من عليه التركيز في القائمة، أو المفتوح بجانبها.',
  singleKeys: 'المفاتيح المفردة',
  singleKeysHint: 'يمكن إيقاف المفاتيح المفردة لمن يستخدمون الإدخال الصوتي.',
}
