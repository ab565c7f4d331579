/** A text of its own direction (a name, a host, an address), so that what stands beside it keeps its place. */
export const apart = (text: string): string => `\u2068${text}\u2069`
