import { useWords } from '../words/words.ts'

/** What is left in a window whose sign-in has come back, where the browser does not let it close itself. */
export function CameBack() {
  return <p className="came-back">{useWords().signIn.cameBack}</p>
}
