import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { Brand } from '../parts/brand.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import '../stopped-boundary.css'

/** Without a configuration there is no server to ask. Each of `mistakes` is a sentence for the administrator. */
export function ConfigurationMistake({ mistakes }: { mistakes: readonly string[] }) {
  const { configuration, me, tab, product } = useWords()
  const openDiagnostics = useOpenDiagnostics()
  return (
    <main className="stopped">
      <title>{tab.notLive(product)}</title>
      <Brand />
      <div role="alert">
        <h1 className="stopped-title">{configuration.title}</h1>
        {mistakes.map((mistake) => (
          <p key={mistake} className="stopped-why">
            {mistake}
          </p>
        ))}
        <p className="stopped-why">{configuration.hint}</p>
      </div>
      <TextButton onClick={({ currentTarget }) => openDiagnostics(currentTarget)}>
        {me.diagnostics}
      </TextButton>
    </main>
  )
}
