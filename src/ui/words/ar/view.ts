import type { Density, Grouping, Sorting } from '../../../state/view.ts'
import type { enView } from '../en/view.ts'
import { apart, counted } from './phrases.ts'

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  cards: 'بطاقات',
  list: 'قائمة',
  compact: 'مضغوط',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'المجموعة',
  availability: 'الحالة',
  department: 'القسم',
  location: 'الموقع',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: 'الاسم',
  availability: 'الحالة',
  recent: 'آخر تغيير',
}

export const arView: typeof enView = {
  menu: 'العرض',
  density: 'العرض بشكل',
  densities: (density) => DENSITY_WORDS[density],
  grouping: 'التجميع حسب',
  groupings: (grouping) => GROUPING_WORDS[grouping],
  sorting: 'الفرز حسب',
  sortings: (sorting) => SORTING_WORDS[sorting],
  recentHint: 'كما لوحظ منذ فتح هذه الصفحة',
  sortAgain: (moved) =>
    `${counted(moved, {
      zero: 'لم يتغير مكان أحد',
      one: 'تغير مكان شخص واحد',
      two: 'تغير مكان شخصين',
      few: 'تغير مكان # أشخاص',
      many: 'تغير مكان # شخصًا',
      other: 'تغير مكان # شخص',
    })}، إعادة الفرز`,
  reach: (how, name) => `${how}: ${apart(name)}`,
  noDepartment: 'بلا قسم',
  noLocation: 'بلا موقع',
  notRead: 'لم تُقرأ بعد',
}
