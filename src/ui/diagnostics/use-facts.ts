import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import type { Facts } from './facts.ts'

/** As they are now, and each second anew. */
export function useFacts(): Facts {
  const services = useServices()
  return {
    thisPage: services.thisPage,
    configuration: services.configuration,
    signIn: useStore(services.signInStore, ({ signIn }) => signIn),
    connection: useStore(services.channelStore, ({ connection }) => connection),
    diagnostics: useStore(services.diagnosticsStore, ({ diagnostics }) => diagnostics),
    customStates: useStore(services.customStatesStore, ({ file }) => file),
    nowMs: useStore(services.nowStore, ({ nowMs }) => nowMs),
  }
}
