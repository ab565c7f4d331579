import type { enInstalled } from '../en/installed.ts'

export const jaInstalled: typeof enInstalled = {
  offline: 'このコンピューターはオフラインです。',
  offlineHint: 'ネットワークが復旧すると、ボードが開きます。',
  noAnswer: 'ボードの Web サーバーが応答しません。',
  noAnswerHint:
    '応答があり次第、ボードは自動的に開きます。社外にいる場合は、VPN が接続されているか確認してください。',
  serverFailed: (status) => `ボードの Web サーバーがエラーを返しています (ステータス ${status})。`,
  serverFailedHint: '解消され次第、ボードは自動的に開きます。続く場合は、管理者に連絡してください。',
  newVersion: '新しいバージョンを使用できます。',
  useItNow: '今すぐ使用',
}
