import { useId } from 'react'
import type { Happening } from '../../session/diagnostics.ts'
import { useDiagnosticsWords } from '../words/use-diagnostics-words.ts'

const BAD: ReadonlySet<Happening['kind']> = new Set([
  'signInFailed',
  'interrupted',
  'elsewhere',
  'lockedOut',
  'ended',
])

/** What happened, newest first. */
export function Happenings({ happened, nowMs }: { happened: readonly Happening[]; nowMs: number }) {
  const { happened: words, moment } = useDiagnosticsWords()
  const id = useId()
  return (
    <section className="diagnostics-card" aria-labelledby={id}>
      <h2 id={id} className="diagnostics-heading">
        {words.title}
      </h2>
      {happened.length === 0 && <p className="diagnostics-lead">{words.none}</p>}
      <ul className="diagnostics-happenings">
        {happened
          .map((one, at) => (
            <li key={`${one.atMs} ${at}`} className="diagnostics-happening">
              <span className="diagnostics-happening-time">{moment(one.atMs, nowMs)}</span>
              <span className={BAD.has(one.kind) ? 'diagnostics-happening-bad' : undefined}>
                {words.word[one.kind]}
              </span>
              <span className="diagnostics-happening-text">{words.text(one)}</span>
            </li>
          ))
          .toReversed()}
      </ul>
    </section>
  )
}
