import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageToVisit } from '../session/page-visit.ts'

/** How it goes when only the person can renew what has ended, over the board that stays where it is. */
export type SignInAgain = {
  readonly isUnderWay: boolean
  /** The last try did not succeed. */
  readonly hasFailed: boolean
  /** A page that they have to sign in on; null: none. */
  readonly page: PageToVisit | null
}

export type SignInAgainStore = StoreApi<SignInAgain>

export const NOT_ASKED: SignInAgain = { isUnderWay: false, hasFailed: false, page: null }

export const createSignInAgainStore = (): SignInAgainStore => createStore<SignInAgain>()(() => NOT_ASKED)
