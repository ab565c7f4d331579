import type { CustomStatesFile } from '../../session/custom-states.ts'
import type { Diagnostics } from '../../session/diagnostics.ts'
import type { SignInState } from '../../session/sign-in.ts'
import type { ThisPage } from '../../session/this-page.ts'
import type { Connection } from '../../state/channel-store.ts'
import type { Configuration } from '../../ucwa/config.ts'

/** All that the page and the report are made of. */
export type Facts = {
  readonly thisPage: ThisPage
  /** The sentence about `config.json`, where it cannot be used. */
  readonly configuration: Configuration | { readonly mistakes: readonly string[] }
  readonly signIn: SignInState
  readonly connection: Connection
  readonly diagnostics: Diagnostics
  readonly customStates: CustomStatesFile
  /** Milliseconds since the Unix epoch. */
  readonly nowMs: number
}

/** All there is where `config.json` cannot be used. */
export type MistakeFacts = Pick<Facts, 'thisPage' | 'diagnostics' | 'nowMs'> & {
  readonly mistakes: readonly string[]
}

/** With no configuration nothing was begun. */
export const nothingBegun = ({ mistakes, ...known }: MistakeFacts): Facts => ({
  ...known,
  configuration: { mistakes },
  signIn: { kind: 'signedOut' },
  connection: { kind: 'connecting' },
  customStates: { kind: 'none' },
})
