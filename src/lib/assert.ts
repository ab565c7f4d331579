/** Says what was expected and where to look, when something that cannot be is. */
export function invariant(claim: boolean, advice: string): asserts claim {
  if (!claim) throw new Error(advice)
}

/** For the end of an exhaustive switch: the compiler rejects it while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable, yet here with ${JSON.stringify(value)}`)
}
