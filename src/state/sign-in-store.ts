import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SignInState } from '../session/sign-in.ts'

export type SignInStore = StoreApi<{ readonly signIn: SignInState }>

export const createSignInStore = (): SignInStore =>
  createStore<{ readonly signIn: SignInState }>()(() => ({ signIn: { kind: 'signedOut' } }))
