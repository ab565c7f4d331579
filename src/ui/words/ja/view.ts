import type { Density, Grouping, Sorting } from '../../../state/view.ts'
import type { enView } from '../en/view.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('ja-JP')

const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  cards: 'カード',
  list: '一覧',
  compact: 'コンパクト',
}

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  group: 'グループ',
  availability: '状態',
  department: '部署',
  location: '場所',
}

const SORTING_WORDS: Readonly<Record<Sorting, string>> = {
  name: '名前',
  availability: '状態',
  recent: '最近の変更',
}

export const jaView: typeof enView = {
  menu: '表示',
  density: '表示形式',
  densities: (density) => DENSITY_WORDS[density],
  grouping: 'グループ化',
  groupings: (grouping) => GROUPING_WORDS[grouping],
  sorting: '並べ替え',
  sortings: (sorting) => SORTING_WORDS[sorting],
  recentHint: 'このページを開いてからの変更',
  sortAgain: (moved) => `${moments.number(moved)} 人が移動、並べ替える`,
  reach: (how, name) => `${how}: ${name}`,
  noDepartment: '部署なし',
  noLocation: '場所なし',
  notRead: '未読み取り',
}
