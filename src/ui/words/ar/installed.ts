import type { enInstalled } from '../en/installed.ts'

export const arInstalled: typeof enInstalled = {
  offline: 'هذا الكمبيوتر غير متصل بالشبكة.',
  offlineHint: 'تُفتح اللوحة عند عودة الشبكة.',
  newVersion: 'إصدار جديد جاهز.',
  useItNow: 'استخدامه الآن',
}
