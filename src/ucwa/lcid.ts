/**
 * Windows' numbers for languages. The lower ten bits name the language, the upper six where it is spoken.
 * Source: [MS-LCID], "Language Identifier Structure" and its table of primary languages.
 */
const PRIMARY: Readonly<Record<string, number>> = {
  af: 0x36,
  ar: 0x01,
  bg: 0x02,
  bs: 0x1a,
  ca: 0x03,
  cs: 0x05,
  da: 0x06,
  de: 0x07,
  el: 0x08,
  en: 0x09,
  es: 0x0a,
  et: 0x25,
  eu: 0x2d,
  fa: 0x29,
  fi: 0x0b,
  fr: 0x0c,
  gl: 0x56,
  he: 0x0d,
  hi: 0x39,
  hr: 0x1a,
  hu: 0x0e,
  id: 0x21,
  is: 0x0f,
  it: 0x10,
  ja: 0x11,
  ko: 0x12,
  lt: 0x27,
  lv: 0x26,
  ms: 0x3e,
  nb: 0x14,
  nl: 0x13,
  nn: 0x14,
  no: 0x14,
  pl: 0x15,
  pt: 0x16,
  ro: 0x18,
  ru: 0x19,
  sk: 0x1b,
  sl: 0x24,
  sr: 0x1a,
  sv: 0x1d,
  th: 0x1e,
  tr: 0x1f,
  uk: 0x22,
  ur: 0x20,
  vi: 0x2a,
  zh: 0x04,
}

/** Where one number for a language is not enough. Source: [MS-LCID], table of language tags. */
const EXACT: Readonly<Record<string, number>> = {
  bs: 5146,
  'de-at': 3079,
  'de-ch': 2055,
  'de-de': 1031,
  'en-au': 3081,
  'en-ca': 4105,
  'en-gb': 2057,
  'en-ie': 6153,
  'en-us': 1033,
  'es-es': 3082,
  'es-mx': 2058,
  'fr-be': 2060,
  'fr-ca': 3084,
  'fr-ch': 4108,
  'fr-fr': 1036,
  hr: 1050,
  nb: 1044,
  'nb-no': 1044,
  'nl-be': 2067,
  'nl-nl': 1043,
  nn: 2068,
  'nn-no': 2068,
  no: 1044,
  'pt-br': 1046,
  'pt-pt': 2070,
  sr: 9242,
  'zh-cn': 2052,
  'zh-hans': 2052,
  'zh-hant': 1028,
  'zh-hk': 3076,
  'zh-tw': 1028,
}

/** English of the United States, which Lync takes where a language is missing. */
const LAST_RESORT = 1033

/** Of these numbers the one for a reader of that culture (`en-US`): the very one, the language's, English, or the first. */
export function bestLcid(lcids: readonly number[], culture: string): number | null {
  const tag = culture.toLowerCase()
  const [language = ''] = tag.split('-')
  const exact = EXACT[tag] ?? EXACT[language]
  if (exact !== undefined && lcids.includes(exact)) return exact
  const primary = PRIMARY[language]
  const related = lcids.find((lcid) => primary !== undefined && (lcid & 0x3ff) === primary)
  return related ?? (lcids.includes(LAST_RESORT) ? LAST_RESORT : (lcids[0] ?? null))
}
