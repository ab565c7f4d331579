import type { enInstalled } from '../en/installed.ts'

export const arInstalled: typeof enInstalled = {
  offline: 'هذا الكمبيوتر غير متصل بالشبكة.',
  offlineHint: 'تُفتح اللوحة عند عودة الشبكة.',
  noAnswer: 'لا يستجيب خادم الويب الخاص باللوحة.',
  noAnswerHint: 'تُفتح اللوحة تلقائيًا عندما يستجيب. إن كنت خارج المكتب، فتأكد من اتصال شبكة VPN.',
  serverFailed: (status) => `يردّ خادم الويب الخاص باللوحة بخطأ (رمز الحالة ${status}).`,
  serverFailedHint: 'تُفتح اللوحة تلقائيًا عندما يزول ذلك. إن استمر، فأبلغ المسؤول.',
  newVersion: 'إصدار جديد جاهز.',
  useItNow: 'استخدامه الآن',
}
