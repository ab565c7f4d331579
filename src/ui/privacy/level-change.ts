import { useMutation, useMutationState } from '@tanstack/react-query'
import type { MutationState } from '@tanstack/react-query'
import { privacyLevelKey, setPrivacyLevelMutation } from '../../data/privacy.ts'
import type { LevelChoice } from '../../data/privacy.ts'
import { failureOf } from '../../ucwa/errors.ts'
import type { UcwaFailure } from '../../ucwa/errors.ts'
import type { SipUri } from '../../ucwa/hal.ts'
import type { PrivacyLevel } from '../../ucwa/privacy-level.ts'
import { useServices } from '../services.ts'
import type { Words } from '../words/words.ts'

/** The newest choice of somebody's level, and how far it has got; it goes on though the panel is closed. */
export type LevelChange = {
  readonly choice: LevelChoice
  readonly state: 'pending' | 'confirmed' | 'failed'
  /** What the server said; null when it said nothing that we know. */
  readonly failure: UcwaFailure | null
  /** Milliseconds since the Unix epoch. */
  readonly beganAtMs: number
}

const STATES = { idle: null, pending: 'pending', success: 'confirmed', error: 'failed' } as const

export function useLevelChange(of: SipUri) {
  const { ucwa, writes, cache, mayWrite } = useServices()
  const { mutate } = useMutation(setPrivacyLevelMutation(ucwa, writes, of))
  const filters = { mutationKey: privacyLevelKey(of), exact: true }
  const changes = useMutationState({ filters, select: ({ state }) => changeOf(state) })
  return {
    newest: changes.at(-1) ?? null,
    choose: (choice: LevelChoice) => {
      if (mayWrite()) mutate(choice)
    },
    /** The person has read what became of it. */
    dismiss: () => {
      const mutations = cache.getMutationCache()
      for (const one of mutations.findAll({ ...filters, status: 'error' })) mutations.remove(one)
    },
  }
}

function changeOf(state: MutationState): LevelChange | null {
  const how = STATES[state.status]
  const choice: unknown = state.variables
  if (how === null || !isChoice(choice)) return null
  return { choice, state: how, failure: failureOf(state.error), beganAtMs: state.submittedAt }
}

/** Mutations of that key are made with nothing else; the cache has forgotten their type. */
const isChoice = (variables: unknown): variables is LevelChoice =>
  typeof variables === 'object' && variables !== null && 'wanted' in variables && 'seen' in variables

/**
 * What to say of a choice that failed. `now` is what the server says since; null when it has not said.
 * Null: the server has it as it was wanted after all, the answer alone was lost.
 */
export function levelTrouble(
  { privacy }: Words,
  { choice, failure }: Pick<LevelChange, 'choice' | 'failure'>,
  now: PrivacyLevel | null,
): string | null {
  if (now !== null && now === choice.wanted) return null
  const called = now === null || now === 'Unknown' ? privacy.unknownLevel : privacy.level(now)
  const { trouble } = privacy
  if (failure?.kind !== 'refused') return trouble.lost(called)
  switch (failure.status) {
    case 412:
      return now === choice.seen.level ? trouble.storm(called) : trouble.changed(called)
    case 403:
      return trouble.forbidden
    default:
      return trouble.refused(called)
  }
}
