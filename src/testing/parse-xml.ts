import { DOMParser } from '@xmldom/xmldom'

import { elementOf, type ParseXml } from '../lib/xml.ts'

const onError = (level: string, message: string): void => {
  throw new Error(`${level}: ${message}`)
}

/** A parser for where there is no browser: a mistake of any kind is one, as it is in a browser. */
export const parseXmlInTests: ParseXml = (text) => {
  try {
    const document = new DOMParser({ onError }).parseFromString(text, 'text/xml')
    const { documentElement } = document
    if (documentElement === null) return { mistake: 'no element' }
    return { root: elementOf(documentElement), hasDoctype: document.doctype !== null }
  } catch (error) {
    return { mistake: String(error) }
  }
}
