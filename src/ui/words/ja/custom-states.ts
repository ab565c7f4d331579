import type { enCustomStates } from '../en/custom-states.ts'

const number = new Intl.NumberFormat('ja-JP')

export const jaCustomStates: typeof enCustomStates = {
  title: '会社独自の状態',
  reading: '読み取り中',
  read: (count) => `${number.format(count)} 個の状態`,
  mistaken: (count) => `${number.format(count)} 件の誤り`,
  unread: '読み込めません',
  file: 'ファイル',
  states: '状態',
  why: '理由',
  mistakes: '誤り',
  hint: 'すべて修正されるまで、どの状態も使用できません。',
  notTrusted: (origin) =>
    `${origin} は信頼されていません。ファイルをページと同じ場所に置くか、config.json の trustedDomains にドメインを追加してください。`,
  mistake(one) {
    switch (one.kind) {
      case 'tooLarge':
        return `ファイルが ${one.characters} 文字あります。最大は 100,000 文字です。`
      case 'notXml':
        return `ファイルが整形式の XML ではありません: ${one.detail}`
      case 'doctype':
        return 'ファイルで文書型が宣言されています。DOCTYPE の行を削除してください。'
      case 'wrongRoot':
        return `最も外側の要素が「${one.found}」です。「customStates」にする必要があります。`
      case 'wrongNamespace':
        return `名前空間が${one.found === null ? 'ありません' : `「${one.found}」です`}。「http://schemas.microsoft.com/09/2009/communicator/customStates」にする必要があります。`
      case 'noStates':
        return '「customState」がありません。'
      case 'tooManyStates':
        return `状態が ${one.count} 個あります。最大は 4 個です。`
      case 'unknownElement':
        return `「${one.found}」は「${one.inside}」の中に置けません。`
      case 'unknownAttribute':
        return `「${one.found}」は「${one.of}」の属性ではありません。`
      case 'strayText':
        return `テキスト「${one.found}」は「${one.inside}」の中に置けません。`
      case 'noId':
        return `状態 ${one.state} に ID がありません。1 から 4 のいずれかを指定してください。`
      case 'badId':
        return `状態 ${one.state} の ID が「${one.found}」です。1、2、3、4 のいずれかにする必要があります。`
      case 'sameId':
        return `状態 ${one.state} の ID「${one.found}」は、別の状態と同じです。`
      case 'noAvailability':
        return `状態 ${one.state} に availability がありません。「online」、「busy」、「do-not-disturb」のいずれかを指定してください。`
      case 'badAvailability':
        return `状態 ${one.state} の availability が「${one.found}」です。「online」、「busy」、「do-not-disturb」のいずれかにする必要があります。`
      case 'noActivity':
        return `状態 ${one.state} に「activity」がないため、表示するテキストがありません。`
      case 'noLcid':
        return `状態 ${one.state} の activity に、言語の番号を示す LCID がありません (1041: 日本語)。`
      case 'badLcid':
        return `状態 ${one.state} の activity の LCID が「${one.found}」です。数値にする必要があります (1041: 日本語)。`
      case 'sameLcid':
        return `状態 ${one.state} に、LCID が ${one.found} の activity が 2 つあります。`
      case 'emptyText':
        return `状態 ${one.state} の activity にテキストがありません (LCID ${one.lcid})。`
      case 'longText':
        return `状態 ${one.state} の activity が ${one.length} 文字あります (LCID ${one.lcid})。最大は 64 文字です。`
    }
  },
}
