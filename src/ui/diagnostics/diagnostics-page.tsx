import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import { PulseRegular } from '@fluentui/react-icons/svg/pulse'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { CopyButton } from '../parts/copy-button.tsx'
import { useDiagnosticsWords } from '../words/use-diagnostics-words.ts'
import { useWords } from '../words/words.ts'
import { hiddenIn, type Hidden } from './causes.ts'
import { useCloseDiagnostics } from './door.tsx'
import type { Facts } from './facts.ts'
import { Happenings } from './happenings.tsx'
import { reportOf } from './report.ts'
import { SectionCard } from './section-card.tsx'
import { sectionsOf, type Section } from './sections.ts'
import { verdictOf, type Verdict } from './verdict.ts'
import './diagnostics.css'

const START: ReadonlySet<Section['key']> = new Set(['discovery', 'signIn', 'application', 'page'])

/** What is, why it may be so, and all that is known about it; to be read, and to be copied without a secret in it. */
export function DiagnosticsPage({ facts }: { facts: Facts }) {
  const close = useCloseDiagnostics()
  const words = useWords()
  const own = useDiagnosticsWords()
  const title = useRef<HTMLHeadingElement>(null)
  const [isTextOpen, setIsTextOpen] = useState(false)
  useEffect(() => title.current?.focus(), [])

  const verdict = verdictOf(facts, words, own)
  const hidden = hiddenIn(facts)
  const sections = sectionsOf(facts, own)
  const report = reportOf(facts, words, own)
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }
  return (
    <div className="diagnostics" onKeyDown={closeOnEscape} role="presentation">
      <header className="diagnostics-bar">
        <button
          type="button"
          className="diagnostics-back"
          aria-label={own.back}
          title={own.back}
          onClick={close}
        >
          <ChevronLeftRegular fontSize={20} aria-hidden="true" />
        </button>
        <h1 ref={title} tabIndex={-1} className="diagnostics-title">
          {own.title}
        </h1>
        <p className="diagnostics-left-out">{own.leftOut}</p>
        <CopyButton
          text={report}
          words={{ copy: own.copy, copied: own.copied }}
          look="primary"
          onRefused={() => setIsTextOpen(true)}
        />
      </header>
      <main className="diagnostics-main" aria-label={own.title}>
        <VerdictCard verdict={verdict} />
        {hidden !== null && <Causes hidden={hidden} />}
        <div className="diagnostics-columns">
          <div className="diagnostics-column">
            {sections
              .filter(({ key }) => START.has(key))
              .map((section) => (
                <SectionCard key={section.key} section={section} facts={facts} />
              ))}
          </div>
          <div className="diagnostics-column">
            {sections
              .filter(({ key }) => !START.has(key))
              .map((section) => (
                <SectionCard key={section.key} section={section} facts={facts} />
              ))}
          </div>
        </div>
        <Happenings happened={facts.diagnostics.happened} nowMs={facts.nowMs} />
        <details
          className="diagnostics-card"
          open={isTextOpen}
          onToggle={({ currentTarget }) => setIsTextOpen(currentTarget.open)}
        >
          <summary className="diagnostics-heading">{own.asText}</summary>
          {/* Where the browser has no clipboard it is marked by hand. */}
          {isTextOpen && (
            <textarea
              className="diagnostics-text"
              aria-label={own.asText}
              readOnly
              rows={16}
              dir="ltr"
              value={report}
            />
          )}
        </details>
      </main>
    </div>
  )
}

function VerdictCard({ verdict: { look, title, text } }: { verdict: Verdict }) {
  return (
    <section className={`diagnostics-card diagnostics-verdict diagnostics-verdict-${look}`}>
      {look === 'fails' ? (
        <WarningFilled className="diagnostics-warning" fontSize={20} aria-hidden="true" />
      ) : (
        <PulseRegular fontSize={20} aria-hidden="true" />
      )}
      <p>
        <b>{title}</b> {text}
      </p>
    </section>
  )
}

/** What a browser hides from a page it does tell its person, who opens the host by hand. */
function Causes({ hidden: { kind, urls } }: { hidden: Hidden }) {
  const { causes } = useDiagnosticsWords()
  const id = useId()
  return (
    <section className="diagnostics-card" aria-labelledby={id}>
      <h2 id={id} className="diagnostics-heading">
        {causes.title}
      </h2>
      <p className="diagnostics-lead">{causes.lead}</p>
      <ul className="diagnostics-causes">
        {causes.of(kind).map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
      {urls.length > 0 && <p className="diagnostics-lead">{causes.open}</p>}
      <ul>
        {urls.map((url) => (
          <li key={url}>
            <a className="diagnostics-link" href={url} target="_blank" rel="noopener noreferrer">
              <bdi>{url}</bdi>
              <OpenRegular fontSize={16} aria-hidden="true" />
              <span className="visually-hidden">{causes.opensNewTab}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
