import type { enCustomStates } from '../en/custom-states.ts'
import { apart, characters, counted, moments } from './phrases.ts'

export const arCustomStates: typeof enCustomStates = {
  title: 'الحالات الخاصة بشركتك',
  reading: 'تجري قراءتها',
  read: (count) =>
    counted(count, {
      zero: 'لا حالات',
      one: 'حالة واحدة',
      two: 'حالتان',
      few: '# حالات',
      many: '# حالة',
      other: '# حالة',
    }),
  mistaken: (count) =>
    counted(count, {
      zero: 'لا أخطاء',
      one: 'خطأ واحد',
      two: 'خطآن',
      few: '# أخطاء',
      many: '# خطأً',
      other: '# خطأ',
    }),
  unread: 'يتعذر تحميلها',
  file: 'الملف',
  states: 'الحالات',
  why: 'السبب',
  mistakes: 'الأخطاء',
  hint: 'لا تُعرض أي من حالاته قبل تصحيحها كلها.',
  notTrusted: (origin) =>
    `${apart(origin)} غير موثوق به. ضع الملف بجانب الصفحة، أو أضف المجال إلى trustedDomains في config.json.`,
  mistake(one) {
    switch (one.kind) {
      case 'tooLarge':
        return `في الملف ${characters(one.characters)}؛ المسموح ${characters(100_000)}.`
      case 'notXml':
        return `الملف ليس XML سليم الصياغة: ${apart(one.detail)}`
      case 'doctype':
        return 'يصرّح الملف بنوع مستند. احذف السطر الذي فيه DOCTYPE.'
      case 'wrongRoot':
        return `العنصر الخارجي هو «${apart(one.found)}»؛ ويجب أن يكون «customStates».`
      case 'wrongNamespace':
        return `مساحة الاسم ${one.found === null ? 'مفقودة' : `هي «${apart(one.found)}»`}؛ ويجب أن تكون «${apart('http://schemas.microsoft.com/09/2009/communicator/customStates')}».`
      case 'noStates':
        return 'ليس فيه أي «customState».'
      case 'tooManyStates':
        return `عدد الحالات ${moments.number(one.count)}؛ المسموح أربع على الأكثر.`
      case 'unknownElement':
        return `لا مكان للعنصر «${apart(one.found)}» داخل «${apart(one.inside)}».`
      case 'unknownAttribute':
        return `ليست «${apart(one.found)}» سمة للعنصر «${apart(one.of)}».`
      case 'strayText':
        return `لا مكان للنص «${apart(one.found)}» داخل «${apart(one.inside)}».`
      case 'noId':
        return `ليس للحالة ${one.state} معرّف ID. أعطها رقمًا من ١ إلى ٤.`
      case 'badId':
        return `للحالة ${one.state} المعرّف ID «${apart(one.found)}»؛ ويجب أن يكون 1 أو 2 أو 3 أو 4.`
      case 'sameId':
        return `للحالة ${one.state} المعرّف ID «${apart(one.found)}»، وهو لحالة أخرى.`
      case 'noAvailability':
        return `ليس للحالة ${one.state} عنصر availability. أعطها «online» أو «busy» أو «do-not-disturb».`
      case 'badAvailability':
        return `للحالة ${one.state} القيمة availability «${apart(one.found)}»؛ ويجب أن تكون «online» أو «busy» أو «do-not-disturb».`
      case 'noActivity':
        return `ليس للحالة ${one.state} عنصر «activity»، فلا نص لعرضه.`
      case 'noLcid':
        return `لأحد عناصر activity في الحالة ${one.state} لا يوجد LCID، وهو رقم لغته (1033: الإنجليزية).`
      case 'badLcid':
        return `لأحد عناصر activity في الحالة ${one.state} القيمة LCID «${apart(one.found)}»؛ ويجب أن تكون رقمًا (1033: الإنجليزية).`
      case 'sameLcid':
        return `للحالة ${one.state} عنصرا activity بالقيمة LCID ${apart(one.found)} نفسها.`
      case 'emptyText':
        return `أحد عناصر activity في الحالة ${one.state} بلا نص (LCID ${one.lcid}).`
      case 'longText':
        return `في أحد عناصر activity في الحالة ${one.state} ${characters(one.length)} (LCID ${one.lcid})؛ المسموح ${characters(64)}.`
    }
  },
}
