/** One letter finds half a company, but in scripts where one sign is a word or a name. (Our choice.) */
export const isLongEnough = (typed: string): boolean => {
  const text = typed.trim()
  return (
    text.length >= 2 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
  )
}
