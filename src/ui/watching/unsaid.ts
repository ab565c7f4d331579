/**
 * What those who listen are told next: the newest of those on the page, the newest last, once. One that comes to be the newest
 * again, since a newer one was put away, has been said, or overtaken before it was.
 *
 * @param said - the ids of those that were on the page the last time
 */
export function newestUnsaid<T extends { readonly id: string }>(
  onPage: readonly T[],
  said: ReadonlySet<string>,
): T | null {
  return onPage.findLast(({ id }) => !said.has(id)) ?? null
}
