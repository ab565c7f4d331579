import type { NotReached as Why } from '../../session/read-configuration.ts'
import { useProductName } from '../branding.ts'
import { Brand } from '../parts/brand.tsx'
import { useWords } from '../words/words.ts'
import '../stopped-boundary.css'

export type NotReachedProps = { why: Why; onTryNow: () => void }

/** The board out of the browser's own copy, while the web server has not answered with what is to be known of its place. */
export function NotReached({ why, onTryNow }: NotReachedProps) {
  const { installed, band, tab } = useWords()
  const product = useProductName()
  const told = toldOf(installed, why)
  return (
    <main className="stopped">
      <title>{tab.notLive(product)}</title>
      <Brand />
      <div role="status">
        <h1 className="stopped-title">{told.title}</h1>
        <p className="stopped-why">{told.hint}</p>
      </div>
      {why.kind !== 'offline' && (
        <button type="button" className="stopped-button" onClick={onTryNow}>
          {band.tryNow}
        </button>
      )}
    </main>
  )
}

function toldOf(words: ReturnType<typeof useWords>['installed'], why: Why): { title: string; hint: string } {
  switch (why.kind) {
    case 'offline':
      return { title: words.offline, hint: words.offlineHint }
    case 'noAnswer':
      return { title: words.noAnswer, hint: words.noAnswerHint }
    case 'serverFailed':
      return { title: words.serverFailed(why.status), hint: words.serverFailedHint }
  }
}
