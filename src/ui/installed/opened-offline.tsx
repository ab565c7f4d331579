import { useProductName } from '../branding.ts'
import { Brand } from '../parts/brand.tsx'
import { useWords } from '../words/words.ts'
import '../stopped-boundary.css'

/** The board out of the browser's own copy, while there is no network to fill it. */
export function OpenedOffline() {
  const { installed, tab } = useWords()
  const product = useProductName()
  return (
    <main className="stopped">
      <title>{tab.notLive(product)}</title>
      <Brand />
      <div role="status">
        <h1 className="stopped-title">{installed.offline}</h1>
        <p className="stopped-why">{installed.offlineHint}</p>
      </div>
    </main>
  )
}
