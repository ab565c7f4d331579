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
}: VersionSituation): VersionStep {
  if (!isThere || isWriting || isPublishing) return 'nothing'
  switch (signIn) {
    case 'signedOut':
    case 'failed':
      return isTouched ? 'nothing' : 'take'
    case 'underWay':
      return 'nothing'
    case 'signedIn':
      return isSilent ? 'take' : 'offer'
  }
}
