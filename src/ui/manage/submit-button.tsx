import { Button } from '@fluentui/react-components'
import { useWords } from '../words/words.ts'
import { useListRights } from './use-list-rights.ts'

/** What a dialog about the list ends with; opened before the page went stale, it waits until it is live again. */
export function SubmitButton({ label }: { label: string }) {
  const { manage } = useWords()
  const { isStale } = useListRights()
  return (
    <Button
      type="submit"
      appearance="primary"
      disabledFocusable={isStale}
      title={isStale ? manage.whyNot : undefined}
    >
      {label}
    </Button>
  )
}
