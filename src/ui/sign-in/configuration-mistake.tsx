import { Brand } from '../parts/brand.tsx'
import { useWords } from '../words/words.ts'
import '../stopped-boundary.css'

/** Without a configuration there is no server to ask. `mistake` is a sentence for the administrator. */
export function ConfigurationMistake({ mistake }: { mistake: string }) {
  const { configuration, tab } = useWords()
  return (
    <main className="stopped" role="alert">
      <title>{tab.notLive}</title>
      <Brand />
      <h1 className="stopped-title">{configuration.title}</h1>
      <p className="stopped-why">{mistake}</p>
      <p className="stopped-why">{configuration.hint}</p>
    </main>
  )
}
