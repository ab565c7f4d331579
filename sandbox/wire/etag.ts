/** A number of 32 bits as digits, like the ETags of Microsoft's samples ("etag":"4062011640"). FNV-1a. */
export function etagOf(content: string | Uint8Array): string {
  let hash = 0x811c9dc5
  if (typeof content === 'string') {
    for (let index = 0; index < content.length; index++) {
      hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193)
    }
  } else {
    for (const byte of content) hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return String(hash >>> 0)
}

/**
 * Whether an `If-Match` or `If-None-Match` value names this ETag. Documented: `If-Match: "{ETag value}"`, with its quotes
 * (`PayloadFormat.md`); so one without them names nothing. Lists and `*` are as in HTTP (RFC 9110, 13.1).
 * @param comparison How a weak tag counts: not at all for `If-Match` (strong), as the tag it is for `If-None-Match`.
 */
export const namesEtag = (header: string, etag: string, comparison: 'strong' | 'weak'): boolean =>
  header
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one === `"${etag}"` || (comparison === 'weak' && one === `W/"${etag}"`))
