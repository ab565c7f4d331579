import { AlertFilled, AlertRegular } from '@fluentui/react-icons/svg/alert'
import type { Contact } from '../../ucwa/contact.ts'
import { useKeyHints } from '../keys/use-key-hints.ts'
import { useWords } from '../words/words.ts'
import { useWatch } from './use-watch.ts'

/** The bell at the end of a row: watches them, or lets them be. */
export function WatchRowAction({ contact, tabIndex }: { contact: Contact; tabIndex: number }) {
  const { watching } = useWords()
  const hint = useKeyHints()
  const watch = useWatch(contact)
  if (watch === null) return null
  const label = watching.watchName(contact.name)
  return (
    <button
      type="button"
      className="icon-button row-action row-action-hovered"
      tabIndex={tabIndex}
      aria-label={label}
      aria-pressed={watch.alert !== null}
      {...hint('watch', watch.alert === null ? label : watching.stopName(contact.name))}
      onClick={(event) => {
        event.stopPropagation() // the row's own press opens the person
        watch.toggle()
      }}
    >
      {watch.alert === null ? (
        <AlertRegular fontSize={20} aria-hidden="true" />
      ) : (
        <AlertFilled fontSize={20} aria-hidden="true" />
      )}
    </button>
  )
}
