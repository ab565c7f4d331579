import { elementOf, type ParseXml } from '../lib/xml.ts'

/** The platform's own parser, which puts what it says of a mistake into the document. */
export const createParseXml =
  (parser: () => DOMParser): ParseXml =>
  (text) => {
    const document = parser().parseFromString(text, 'text/xml')
    const [mistake] = document.getElementsByTagName('parsererror')
    if (mistake !== undefined) return { mistake: mistakeIn(mistake.textContent) }
    return { root: elementOf(document.documentElement), hasDoctype: document.doctype !== null }
  }

/** Observed: the browser's words stand between a heading and a remark of its own, one of each a line. */
function mistakeIn(text: string | null): string {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  return (
    lines.find((line) => /\berror on line\b|\bline \d+/i.test(line)) ??
    lines.find((line) => line !== '') ??
    ''
  )
}
