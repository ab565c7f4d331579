import { Component } from 'react'
import type { ReactNode } from 'react'
import { useProductName } from './branding.ts'
import { Brand } from './parts/brand.tsx'
import { useWords, WordsContext } from './words/words.ts'
import './stopped-boundary.css'

type Props = { children: ReactNode; onStartAgain: () => void }

/** A bug of ours must not leave a blank page: says that the board stopped, and starts it again. */
export class StoppedBoundary extends Component<Props, { error: unknown }> {
  static override contextType = WordsContext
  declare context: React.ContextType<typeof WordsContext>
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { stopped } = this.context
    const { error } = this.state
    return (
      <main className="stopped">
        <StoppedTitle />
        <Brand />
        <h1 className="stopped-title">{stopped.title}</h1>
        <p className="stopped-why">{error instanceof Error ? error.message : null}</p>
        <button
          type="button"
          className="stopped-button"
          onClick={() => {
            this.props.onStartAgain()
            this.setState({ error: null })
          }}
        >
          {stopped.startAgain}
        </button>
      </main>
    )
  }
}

function StoppedTitle() {
  const { tab } = useWords()
  const product = useProductName()
  return <title>{tab.notLive(product)}</title>
}
