import type { CustomChoice, CustomStatesFile } from '../../session/custom-states.ts'
import type { PreferredAvailability } from '../../ucwa/availability.ts'

/**
 * Which of the company's own states one shows: it is on the wire as an availability and a note, and holds as long as both
 * stand, whoever has set them and in whichever language. Null: none of them.
 * @param availability what one has chosen, or the server says
 * @param message one's own note, no out-of-office message
 */
export function customChoiceShown(
  file: CustomStatesFile,
  availability: PreferredAvailability | null,
  message: string | null,
): CustomChoice | null {
  if (file.kind !== 'read' || message === null) return null
  const text = file.ownWords.get(message.trim())
  return file.choices.find((one) => one.availability === availability && one.text === text) ?? null
}
