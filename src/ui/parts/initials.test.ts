import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Latin', 'Dana Birkby', 'DB'],
  ['Latin with marks', 'Ingrid Sørensen', 'IS'],
  ['three words', 'Nguyễn Thị Lan', 'NL'],
  ['one word', 'sara', 'S'],
  ['a hyphen', 'Jean-Luc Picard', 'JP'],
  ['a remark in brackets', 'Marek Novák (Fabrikam)', 'MN'],
  ['the family name first', 'Birkby, Dana', 'BD'],
  ['Greek', 'Ελένη Παππά', 'ΕΠ'],
  ['Cyrillic', 'Ольга Иванова', 'ОИ'],
  ['Arabic', 'ليلى منصور', 'ل'],
  ['Hebrew', 'דנה כהן', 'ד'],
  ['Japanese with a space', '田中 美咲', '田中'],
  ['Japanese without one', '山本太郎', '山本'],
  ['Chinese', '王小明', '王'],
  ['Korean', '김민준', '김'],
  ['emoji before the name', '🎉 Dana Birkby', 'DB'],
  ['no letter at all', '+45 33 48 72 19', ''],
  ['nothing', '', ''],
])('when the name is in %s, %j becomes %j', (_, name, expected) => {
  expect(initialsOf(name)).toBe(expected)
})
