import type { CLEAR_NOTES, DENSITIES, THEMES } from '../../../state/preferences-store.ts'
import type { enPreferences } from '../en/preferences.ts'
import { apart } from './phrases.ts'

const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], string>> = {
  system: 'حسب النظام',
  light: 'فاتح',
  dark: 'داكن',
  contrast: 'تباين عالٍ',
}

const DENSITY_WORDS: Readonly<Record<(typeof DENSITIES)[number], string>> = {
  cards: 'بطاقات',
  list: 'قائمة',
  compact: 'مضغوط',
}

const CLEAR_NOTE_WORDS: Readonly<Record<(typeof CLEAR_NOTES)[number], string>> = {
  today: 'اليوم',
  never: 'أبدًا',
}

export const arPreferences: typeof enPreferences = {
  title: 'التفضيلات',
  open: 'التفضيلات',
  close: 'إغلاق التفضيلات',
  theme: 'النسق',
  themes: (theme) => THEME_WORDS[theme],
  density: 'الكثافة',
  densityHint: 'إذا حدد العنوان كثافة، فهي المتبعة.',
  densities: (density) => DENSITY_WORDS[density],
  language: 'اللغة',
  browserLanguage: 'حسب المتصفح',
  notifications: 'الإعلامات',
  notificationsHint: 'للأشخاص الذين تتابعهم. لا إعلامات وأنت في وضع عدم الإزعاج.',
  sound: 'الصوت',
  soundHint: 'لمن تتابعهم من الآن؛ يمكن تغيير ذلك لكل شخص في لوحته.',
  reportsActivity: 'الإبلاغ عن نشاطي',
  reportsActivityHint: 'ما دمت تعمل في إحدى علامات تبويب لوحة التواجد، لا تتحول حالتك إلى غائب.',
  clearNote: 'مسح ملاحظتي',
  clearNoteHint: 'الوقت الذي تُعطاه الملاحظة الجديدة في البداية.',
  clearNotes: (clear) => CLEAR_NOTE_WORDS[clear],
  endOfDay: 'نهاية يوم عملي',
  lastActive: 'أوقات آخر نشاط',
  switchedOff: 'أوقفه المسؤول.',
  export: 'تصدير',
  import: 'استيراد',
  resetAll: 'إعادة تعيين الكل',
  kept: 'محفوظة في هذا المتصفح. ليس بينها أي شيء سري.',
  imported: 'تفضيلاتك الآن كما في الملف.',
  isReset: 'عادت تفضيلاتك كما كانت في البداية.',
  fileName: 'presence-board-preferences.json',
  mistake(mistake) {
    switch (mistake.kind) {
      case 'notJson':
        return 'هذا الملف ليس بتنسيق JSON. لم يتغير شيء.'
      case 'notPreferences':
        return 'لا يحتوي هذا الملف على تفضيلات هذه اللوحة. لم يتغير شيء.'
      case 'unknownField':
        return `يذكر الملف «${apart(mistake.field)}»، وهو غير معروف لهذه اللوحة. لم يتغير شيء.`
      case 'badValue':
        return `يذكر الملف القيمة ${apart(mistake.found)} للحقل «${apart(mistake.field)}». القيم الممكنة: ${apart(mistake.expected)}. لم يتغير شيء.`
    }
  },
}
