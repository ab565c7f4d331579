import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { useId } from 'react'
import type { Facts } from './facts.ts'
import { RequestChart } from './request-chart.tsx'
import type { Line, Section } from './sections.ts'

/** One part of what is known: how it stands, and line by line why. */
export function SectionCard({ section, facts }: { section: Section; facts: Facts }) {
  const { key, title, aside, look, lines } = section
  const id = useId()
  const { remark, entries } = inEntries(lines)
  return (
    <section className="diagnostics-card" aria-labelledby={id}>
      <div className="diagnostics-head">
        {look === 'good' && <CheckmarkCircleRegular fontSize={20} aria-hidden="true" />}
        {look === 'bad' && <WarningFilled className="diagnostics-warning" fontSize={20} aria-hidden="true" />}
        {look === 'past' && <HistoryRegular fontSize={20} aria-hidden="true" />}
        <h2 id={id} className="diagnostics-heading">
          {title}
        </h2>
        {aside !== null && <p className="diagnostics-aside">{aside}</p>}
      </div>
      {key === 'requests' && (
        <RequestChart byMinute={facts.diagnostics.requests.byMinute} nowMs={facts.nowMs} />
      )}
      {remark !== null && <p className="diagnostics-lead">{remark}</p>}
      {entries.length > 0 && (
        <dl className="diagnostics-lines">
          {entries.map(({ name, values }, at) => (
            <div key={at} className="diagnostics-line">
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>
                  <bdi>{value}</bdi>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** Lines without a name go on with the one above; with nothing above, they say that there is nothing to say. */
function inEntries(lines: readonly Line[]) {
  let remark: string | null = null
  const entries: { readonly name: string; readonly values: string[] }[] = []
  for (const { name, value } of lines) {
    const above = entries.at(-1)
    if (name !== null) entries.push({ name, values: [value] })
    else if (above === undefined) remark = value
    else above.values.push(value)
  }
  return { remark, entries }
}
