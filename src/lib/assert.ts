/** Says what was expected and where to look, when something that cannot be is. */
export function invariant(claim: boolean, advice: string): asserts claim {
  if (!claim) throw new Error(advice)
}
