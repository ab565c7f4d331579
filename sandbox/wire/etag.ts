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

/** Whether an `If-Match` or `If-None-Match` value names this ETag; quotes, weakness and lists are allowed. */
export const namesEtag = (header: string, etag: string): boolean =>
  header
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '').replaceAll('"', '') === etag)
