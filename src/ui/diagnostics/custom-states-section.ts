import type { DiagnosticsWords } from '../words/diagnostics-words.ts'
import type { Facts } from './facts.ts'
import type { Line, Section } from './sections.ts'

/** The file of the company's own states, and all that is wrong with it; nothing where the configuration names none. */
export function customStatesSections(
  { configuration, customStates: file }: Facts,
  { customStates: own }: DiagnosticsWords,
): readonly Section[] {
  const url = 'mistakes' in configuration ? null : configuration.customStatesUrl
  if (url === null || file.kind === 'none') return []
  const at = { key: 'customStates', title: own.title } as const
  const named: Line = { name: own.file, value: url }
  switch (file.kind) {
    case 'reading':
      return [{ ...at, aside: own.reading, look: 'plain', lines: [named] }]
    case 'read': {
      const aside = own.read(file.choices.length)
      return [{ ...at, aside, look: 'good', lines: [named, { name: own.states, value: aside }] }]
    }
    case 'unread':
      return [
        { ...at, aside: own.unread, look: 'bad', lines: [named, { name: own.why, value: file.detail }] },
      ]
    case 'notTrusted':
      return [
        {
          ...at,
          aside: own.unread,
          look: 'bad',
          lines: [named, { name: own.why, value: own.notTrusted(file.origin) }],
        },
      ]
    case 'mistaken': {
      const mistakes = file.mistakes.map((one, index) => ({
        name: index === 0 ? own.mistakes : null,
        value: own.mistake(one),
      }))
      const aside = own.mistaken(file.mistakes.length)
      return [{ ...at, aside, look: 'bad', lines: [named, ...mistakes, { name: null, value: own.hint }] }]
    }
  }
}
