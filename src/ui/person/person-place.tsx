import { Suspense, lazy } from 'react'
import { useOpenedPanel } from './door.tsx'

const PersonPanel = lazy(() =>
  import('./person-panel.tsx').then(({ PersonPanel: component }) => ({ default: component })),
)

/** Where the panel stands, once somebody is opened. */
export function PersonPlace() {
  const { opened, close } = useOpenedPanel()
  if (opened === null) return null
  return (
    <Suspense fallback={<div className="person person-loading" />}>
      <PersonPanel key={opened.contact.uri} opened={opened.contact} onClose={close} />
    </Suspense>
  )
}
