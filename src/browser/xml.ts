import { elementOf, type ParseXml } from '../lib/xml.ts'

/** The platform's own parser, which puts what it says of a mistake into the document. */
export const createParseXml =
  (parser: () => DOMParser, trusted: (text: string) => string): ParseXml =>
  (text) => {
    const document = parser().parseFromString(trusted(text), 'text/xml')
    const [mistake] = document.getElementsByTagName('parsererror')
    if (mistake !== undefined) return { mistake: mistakeIn(mistake.textContent) }
    return { root: elementOf(document.documentElement), hasDoctype: document.doctype !== null }
  }

/** Observed: Chromium puts "error on line 2 at column 5: …" between a heading and a remark, Firefox names the line below its own. */
function mistakeIn(text: string | null): string {
  const words = (text ?? '').trim()
  return /error on line[^\n]*/i.exec(words)?.[0].trim() ?? words.replaceAll(/\s+/g, ' ').slice(0, 200)
}
