import type { enInstalled } from '../en/installed.ts'

export const jaInstalled: typeof enInstalled = {
  offline: 'このコンピューターはオフラインです。',
  offlineHint: 'ネットワークが復旧すると、ボードが開きます。',
  newVersion: '新しいバージョンを使用できます。',
  useItNow: '今すぐ使用',
}
