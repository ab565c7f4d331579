import type { DiagnosticsWords } from '../words/diagnostics-words.ts'
import type { Words } from '../words/words.ts'
import { hiddenIn } from './causes.ts'
import type { Facts } from './facts.ts'
import { sectionsOf, type Section } from './sections.ts'
import { verdictOf } from './verdict.ts'

/** The whole page as text, to be sent to whoever looks after it. Has nothing in it that the page does not show. */
export function reportOf(facts: Facts, words: Words, own: DiagnosticsWords): string {
  const { title, text } = verdictOf(facts, words, own)
  const hidden = hiddenIn(facts)
  const causes =
    hidden === null
      ? []
      : [
          own.causes.title,
          ...own.causes.of(hidden.kind).map((cause) => `  - ${cause}`),
          ...hidden.urls.map(indented),
        ]
  const happened = facts.diagnostics.happened
    .toReversed()
    .map((one) =>
      indented(
        `${own.moment(one.atMs, facts.nowMs)}  ${own.happened.word[one.kind]}: ${own.happened.text(one)}`,
      ),
    )
  return [
    `${words.product}, ${own.title}, ${new Date(facts.nowMs).toISOString()}`,
    [title, text].filter((part) => part !== '').join(' '),
    '',
    ...(causes.length === 0 ? [] : [...causes, '']),
    ...sectionsOf(facts, own).flatMap((section) => [...paragraph(section), '']),
    own.happened.title,
    ...(happened.length === 0 ? [indented(own.happened.none)] : happened),
    '',
    own.leftOut,
    '',
  ].join('\n')
}

const indented = (line: string): string => `  ${line}`

const paragraph = ({ title, aside, lines }: Section): readonly string[] => [
  aside === null ? title : `${title} (${aside})`,
  ...lines.map(({ name, value }) => indented(name === null ? `  ${value}` : `${name}: ${value}`)),
]
