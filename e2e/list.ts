import type { Person } from './person.ts'
import { escaped } from './words.ts'

/** The header of a group, by its title. */
export const group = ({ list }: Person, title: string) =>
  list.getByRole('row', { name: new RegExp(`^${escaped(title)}(, |$)`) }).first()

/** Somebody within one group: the first row of that name below its header. */
export async function peopleOf(person: Person, title: string): Promise<readonly string[]> {
  const board = await person.readsTheBoard()
  const found = board.find((each) => each.title === title)
  return (found?.people ?? []).map(({ name }) => name.replace(/, .*$/s, ''))
}

export const opensMenuOf = async (person: Person, title: string): Promise<void> => {
  await group(person, title).hover()
  await group(person, title)
    .getByRole('button', { name: `More for ${title}` })
    .click()
}

export const chooses = ({ page }: Person, choice: string | RegExp) =>
  page.getByRole('menuitem', { name: choice }).click()

export const dialog = ({ page }: Person) => page.getByRole('dialog')

export const writesName = async (person: Person, name: string): Promise<void> => {
  await dialog(person).getByRole('textbox', { name: 'Name' }).fill(name)
}
