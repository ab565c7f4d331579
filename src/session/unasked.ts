import type { KeptTexts } from '../lib/kept-texts.ts'
import type { Configuration } from '../ucwa/config.ts'

type Whom = { readonly address: string; readonly onlyWatch: boolean }

/** Whom integrated sign-in may let in as soon as the page opens, with nothing asked. */
export type Unasked = {
  /** Null: nobody; the screen asks. */
  whom(): Whom | null
  /** Integrated sign-in has let them in. */
  worked(whom: Whom): void
  /** They signed out, or were let in otherwise: nobody comes back unasked. */
  ended(): void
}

const KEY = 'unasked'

/**
 * Where the browser has no Windows credentials it answers with a dialog of its own, so nobody is signed in unasked but
 * where that worked before in this browser, or the configuration says so. Who signs out stays out.
 */
export function createUnasked(kept: KeptTexts, { signIn, autodiscover }: Configuration): Unasked {
  const knowsWhere = autodiscover.url !== null || autodiscover.domain !== null
  return {
    whom: () => {
      if (!signIn.grants.includes('windows')) return null
      const [verdict, watch, ...address] = (kept.read(KEY) ?? '').split(' ')
      if (verdict === 'worked') return { address: address.join(' '), onlyWatch: watch === 'watching' }
      return signIn.windowsUnasked && knowsWhere && verdict !== 'ended'
        ? { address: '', onlyWatch: false }
        : null
    },
    worked: ({ address, onlyWatch }) =>
      kept.write(KEY, `worked ${onlyWatch ? 'watching' : 'shown'} ${address}`),
    ended: () => kept.write(KEY, 'ended'),
  }
}
