import type { SignInState } from './sign-in.ts'

export type VersionSituation = {
  /** A newer version is there. */
  readonly isThere: boolean
  /** Somebody has a text half written, or a dialog open. */
  readonly isWriting: boolean
  /** What they have published or changed is not settled yet: what became of it would be told to nobody. */
  readonly isPublishing: boolean
  readonly signIn: SignInState['kind']
  /** They have touched the page since it asks for a sign-in: what they typed there is kept nowhere. */
  readonly isTouched: boolean
  /** To start again asks nothing of them. */
  readonly isSilent: boolean
  /** A wall: nobody is there to answer. */
  readonly isOnWall: boolean
}

/** `take`: at once, by itself; `offer`: when the person says so. */
export type VersionStep = 'nothing' | 'offer' | 'take'

/** What to do about a newer version of the page: nobody may lose a word or a board by it. */
export function versionStep({
  isThere,
  isWriting,
  isPublishing,
  signIn,
  isTouched,
  isSilent,
  isOnWall,
}: VersionSituation): VersionStep {
  if (!isThere || isWriting || isPublishing) return 'nothing'
  switch (signIn) {
    case 'signedOut':
      return isTouched ? 'nothing' : 'take'
    case 'failed': // why, what to do, and what was typed are on the screen, and nowhere else
      return isOnWall && !isTouched ? 'take' : 'offer'
    case 'underWay':
      return 'nothing'
    case 'signedIn':
      return isSilent ? 'take' : 'offer'
  }
}
