import { useQuery } from '@tanstack/react-query'
import { noteQuery } from '../../data/note.ts'
import { isUnsettled } from '../../session/publication.ts'
import { useServices } from '../services.ts'
import { usePublication } from './use-publication.ts'

/** One's own note as the screen has it. */
type ShownNote = {
  /** Null: none. */
  readonly message: string | null
  /** The same, unless it is an out-of-office message, which is Exchange's. */
  readonly own: string | null
  readonly isOutOfOffice: boolean
  /** Whether it is the newest choice, whose outcome is open. */
  readonly isUnderWay: boolean
}

/** The newest text while its outcome is open, else the server's word. */
export function useShownNote(): ShownNote {
  const { data } = useQuery(noteQuery(useServices().ucwa))
  const publication = usePublication('note')
  if (publication !== null && isUnsettled(publication)) {
    const { wanted } = publication.choice
    return { message: wanted, own: wanted, isOutOfOffice: data?.type === 'OutOfOffice', isUnderWay: true }
  }
  const message = data?.message ?? null
  const isOutOfOffice = data?.type === 'OutOfOffice'
  return { message, own: isOutOfOffice ? null : message, isOutOfOffice, isUnderWay: false }
}
